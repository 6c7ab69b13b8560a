import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LoadResult } from '../../src/ports/load-generator.js';
import { onCore } from './cores.js';

/** What a load tool did, and what it cost from its start to its end, children included. */
export interface Effort {
  readonly name: string;
  readonly answered: number;
  readonly cpuSeconds: number;
}

export interface Task {
  readonly origin: string;
  readonly rate: number;
  readonly seconds: number;
}

/** Runs a command under bash's `time`, which counts the CPU of all its processes. */
async function timed(command: readonly string[]): Promise<{ output: string; cpuSeconds: number }> {
  const script = 'TIMEFORMAT="%U %S"; time "$@"';
  return new Promise((resolve, reject) => {
    execFile('bash', ['-c', script, 'bash', ...onCore(0, command)], { maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      const [, user, system] = /([\d.]+) ([\d.]+)\s*$/.exec(stderr) ?? [];
      if (error && user === undefined) reject(error);
      else resolve({ output: stdout, cpuSeconds: Number(user) + Number(system) });
    });
  });
}

/** The same for all: what a closed-loop tool needs to keep up, and no more. */
const connections = 32;
const here = import.meta.dirname;

/** Our generator in a process of its own: what it found, and what it cost. */
export async function generate(
  { origin, rate, seconds }: Task,
  most: number,
): Promise<{ result: LoadResult; cpuSeconds: number }> {
  const numbers = [rate, seconds, most].map(String);
  const { output, cpuSeconds } = await timed([process.execPath, path.join(here, 'generator.mjs'), origin, ...numbers]);
  return { result: JSON.parse(output.trim().split('\n').at(-1) ?? '{}'), cpuSeconds };
}

async function ours(task: Task): Promise<Effort> {
  const { result, cpuSeconds } = await generate(task, connections);
  return { name: 'scale-gate', answered: result.phases[0]?.tally.good ?? 0, cpuSeconds };
}

async function autocannon({ origin, rate, seconds }: Task): Promise<Effort> {
  const program = [process.execPath, path.resolve('node_modules/autocannon/autocannon.js')];
  const options = ['--json', '--no-progress', '-c', String(connections), '-R', String(rate), '-d', String(seconds)];
  const { output, cpuSeconds } = await timed([...program, ...options, origin]);
  return { name: 'autocannon', answered: JSON.parse(output)['2xx'], cpuSeconds };
}

/** The rate by k6's open model, with its cheapest settings: no bodies, no summary statistics that are not asked for. */
async function k6({ origin, rate, seconds }: Task): Promise<Effort> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-k6-'));
  const [script, summary] = [path.join(folder, 'script.js'), path.join(folder, 'summary.json')];
  const scenario = { executor: 'constant-arrival-rate', rate, timeUnit: '1s', duration: `${seconds}s` };
  const scenarios = { load: { ...scenario, preAllocatedVUs: connections, maxVUs: connections } };
  const options = { discardResponseBodies: true, scenarios };
  const body = `import http from 'k6/http';\nexport const options = ${JSON.stringify(options)};\nexport default () => { http.get('${origin}/'); };\n`;
  writeFileSync(script, body);
  const { cpuSeconds } = await timed([
    'k6',
    'run',
    '--quiet',
    '--no-usage-report',
    '--summary-export',
    summary,
    script,
  ]);
  const { metrics } = JSON.parse(readFileSync(summary, 'utf8'));
  rmSync(folder, { recursive: true });
  return { name: 'k6', answered: metrics.http_reqs.count, cpuSeconds };
}

function has(program: string): boolean {
  try {
    execFileSync('bash', ['-c', `command -v ${program}`]);
    return true;
  } catch {
    return false;
  }
}

/** All are asked for the same: so many requests a second, for so long. */
export const tools: readonly ((task: Task) => Promise<Effort>)[] = [ours, autocannon, ...(has('k6') ? [k6] : [])];
