import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '../../src/domain/report.js';
import type { Cluster } from './cluster.js';
import { type Defect, written } from './defect.js';

/** What the gate said of one service. */
export interface Outcome {
  readonly defect: Defect;
  readonly decision: string;
  /** The stage that did not pass; undefined where all did. */
  readonly stage: string | undefined;
  readonly reason: string;
  readonly seconds: number;
  /** Decision, stage and the words of the reason are the expected ones. */
  readonly as: boolean;
}

/** The command line as it is shipped; another build of it by SCALE_GATE_DIST. */
export const cli = path.resolve(process.env['SCALE_GATE_DIST'] ?? 'dist', 'cli/index.js');
const decisions: Readonly<Record<number, string>> = { 0: 'promote', 1: 'reject', 2: 'inconclusive', 64: 'invalid' };

/** Runs the gate over one service up to its last stage, and removes the folder that was made for it. */
export async function tried(defect: Defect, cluster: Cluster | undefined): Promise<Outcome> {
  const folder = written(defect);
  const place = defect.own === true ? undefined : cluster;
  const begun = performance.now();
  try {
    const { code, output } = await ran(argumentsOf(defect, folder, place), folder);
    const report = reportOf(defect, folder, output);
    const decision = decisions[code ?? -1] ?? `exit code ${code}`;
    const stage = report?.stages.find(({ verdict }) => verdict !== 'pass')?.stage;
    const reason = report?.reason ?? output.trim().slice(-600);
    const { expect } = defect;
    const as =
      decision === expect.decision &&
      stage === expect.stage &&
      (expect.reason === undefined || expect.reason.test(reason));
    return { defect, decision, stage, reason, as, seconds: (performance.now() - begun) / 1000 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function argumentsOf({ until }: Defect, folder: string, cluster: Cluster | undefined): readonly string[] {
  if (until === 'lint') return ['lint', folder, '--format', 'json'];
  return [until, folder, ...(cluster?.flags ?? []), '--reports-folder', 'reports'];
}

function reportOf({ until }: Defect, folder: string, output: string): Report | undefined {
  const file = path.join(folder, 'reports/report.json');
  const text = until === 'lint' ? output : existsSync(file) ? readFileSync(file, 'utf8') : '';
  return text.startsWith('{') ? (JSON.parse(text) as Report) : undefined;
}

function ran(args: readonly string[], state: string): Promise<{ code: number | null; output: string }> {
  const env = { ...process.env, GITHUB_RUN_ID: '', XDG_STATE_HOME: state, RUNNER_TEMP: state, NO_COLOR: '1' };
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
    child.on('close', (code) => resolve({ code, output }));
  });
}
