import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Report } from '../../src/domain/report.js';
import { jiffies, machineWasTaken, stolenSince, untilMachineIsFree } from './machine.js';

/** One finished run of the command line, as a user sees it. */
export interface Finished {
  readonly code: number | null;
  readonly output: string;
  readonly report: Report | undefined;
  readonly seconds: number;
  /** Peak resident set of the process in MiB. */
  readonly peakMiB: number;
  /** Name of the run, where the output tells it. */
  readonly run: string | undefined;
  /** Share of the machine's processors, 0 to 1, that its hypervisor gave to others meanwhile, as this test counted it. */
  readonly stolen: number;
}

export interface Running {
  /** Resolves as soon as the output matches. */
  seen(pattern: RegExp): Promise<void>;
  kill(signal: NodeJS.Signals): void;
  readonly pid: number;
  readonly finished: Promise<Finished>;
}

const cli = path.resolve('dist/cli/index.js');

/** Starts `scale-gate ARGS…` with a state folder of its own, so that what it owns can be told from what others own. */
export function startGate(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Running & { readonly state: string } {
  const state = mkdtempSync(path.join(tmpdir(), 'sg-e2e-'));
  const reports = path.join(state, 'reports');
  const [begun, cpu] = [performance.now(), jiffies()];
  const child = spawn(
    process.execPath,
    [cli, ...args, '--reports-folder', path.relative(path.resolve(args[1] ?? '.'), reports)],
    {
      env: { ...process.env, GITHUB_RUN_ID: '', XDG_STATE_HOME: state, RUNNER_TEMP: state, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  let peakMiB = 0;
  const waiting: { pattern: RegExp; resolve: () => void }[] = [];
  const take = (chunk: Buffer): void => {
    output += chunk.toString();
    for (const each of waiting) if (each.pattern.test(output)) each.resolve();
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const sampler = setInterval(() => {
    peakMiB = Math.max(peakMiB, peakOf(child.pid));
  }, 250);
  const finished = new Promise<Finished>((resolve) => {
    child.on('close', (code) => {
      clearInterval(sampler);
      const file = path.join(reports, 'report.json');
      const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : undefined;
      resolve({
        code,
        output,
        report,
        seconds: (performance.now() - begun) / 1000,
        peakMiB,
        run: /sg-[a-z0-9-]+-[0-9a-f]{6}/.exec(output)?.[0],
        stolen: stolenSince(cpu),
      });
    });
  });
  return {
    state,
    finished,
    pid: child.pid ?? 0,
    kill: (signal) => void child.kill(signal),
    seen: (pattern) =>
      new Promise((resolve) => (pattern.test(output) ? resolve() : waiting.push({ pattern, resolve }))),
  };
}

/** Runs the gate to its end and removes its state folder when nothing is left in it but reports. */
export async function runGate(
  args: readonly string[],
  env?: Readonly<Record<string, string>>,
): Promise<Finished & { readonly left: readonly string[] }> {
  const running = startGate(args, env);
  const finished = await running.finished;
  const left = leftovers(running.state);
  rmSync(running.state, { recursive: true, force: true });
  return { ...finished, left };
}

/**
 * Runs the gate until it can tell, twice at most: a machine that stood still says nothing about the service. The exit code 2
 * is the right answer then, and what was left by either run counts.
 */
export async function runGateUntilItTells(
  args: readonly string[],
  env?: Readonly<Record<string, string>>,
): Promise<Finished & { readonly left: readonly string[] }> {
  const first = await runGate(args, env);
  if (first.code !== 2) return first;
  console.log(`could not find out, and is asked once more: ${first.report?.reason}\n${first.output.slice(-2000)}`);
  await untilMachineIsFree();
  const second = await runGate(args, env);
  return { ...second, left: [...first.left, ...second.left] };
}

/**
 * Exit code and decision that a run has to end with: the expected ones. On a machine whose processors were taken away
 * while it ran the gate can not know what needs a load, and has to say that, with the machine as a reason.
 */
export function owed(ran: Finished, code: number, decision: string): readonly [number, string] {
  const open = (ran.report?.stages ?? []).flatMap(({ evidence }) =>
    evidence.filter(({ verdict }) => verdict !== 'pass'),
  );
  const told = open.some(({ observed }) => /hypervisor gave|machine's CPU: .* stolen/.test(observed));
  const unsure = ran.code === 2 && machineWasTaken(ran) && told;
  if (unsure) console.log(`${(100 * ran.stolen).toFixed(0)} % of the machine was stolen: ${ran.report?.reason}`);
  return unsure ? [2, 'inconclusive'] : [code, decision];
}

function peakOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** What runs left behind: containers and volumes of kind clusters of ours, kubeconfigs, processes. Empty is what it has to be. */
export function leftovers(state: string): readonly string[] {
  const docker = (...args: string[]): string[] =>
    execFileSync('docker', args, { encoding: 'utf8' })
      .split('\n')
      .filter((line) => line.includes('sg-'));
  // The journal stays: it is the memory of what was deleted; so do reports, with what was seen of the nodes. Private folders
  // and kubeconfigs do not.
  const folders = readdirSync(state, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(^|\/)(sg-[a-z0-9-]+|kubeconfig)$/.test(name) && !/(^|\/)diagnostics-/.test(name))
    .map((name) => `path ${name}`);
  return [
    ...docker('ps', '--all', '--format', 'container {{.Names}}'),
    ...docker('volume', 'ls', '--format', 'volume {{.Name}} {{.Labels}}'),
    ...folders,
    ...strays(state),
  ];
}

/** Processes that were started with this run's environment. */
function strays(state: string): string[] {
  return readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) return [];
    try {
      const env = readFileSync(`/proc/${pid}/environ`, 'utf8');
      return env.includes(`XDG_STATE_HOME=${state}`)
        ? [`process ${pid} ${readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')}`]
        : [];
    } catch {
      return [];
    }
  });
}
