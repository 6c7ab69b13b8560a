/** Cancels real runs at random moments, as the workflow runner does it, and looks what is left. Used by torture.mjs. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const cli = path.resolve('dist/cli/index.js');
const label = 'io.x-k8s.kind.cluster';
const neighbour = `sg-torture-neighbour-${process.pid}`;
/** A run of the example is over after about this long; every moment of it is as likely as any other. */
const runMs = 75_000;

const docker = (...args) => execFileSync('docker', args, { encoding: 'utf8' }).trim();

/** A container that another cluster's node could be: nobody may touch it. */
function startNeighbour() {
  const image = docker('images', '--format={{.Repository}}:{{.Tag}}', 'kindest/node').split('\n')[0];
  docker(
    'run',
    '--detach',
    `--name=${neighbour}`,
    `--label=${label}=${neighbour}`,
    '--entrypoint=sleep',
    image,
    'infinity',
  );
}

function journalsIn(state) {
  const folder = path.join(state, 'scale-gate', 'journal');
  return existsSync(folder) ? readdirSync(folder).map((name) => name.replace(/\.ndjson$/, '')) : [];
}

function processesOf(run) {
  return readdirSync('/proc').filter((pid) => {
    try {
      return (
        /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`SCALE_GATE_RUN=${run}`)
      );
    } catch {
      return false;
    }
  });
}

/** What is there of a run: containers, processes, files but for the journal and reports. */
function leftOf(run, state) {
  const containers = docker('ps', '--all', '--quiet', `--filter=label=${label}=${run}`).split('\n').filter(Boolean);
  const scratch = path.join(state, 'scale-gate', run);
  return [
    ...containers.map((id) => `container ${id}`),
    ...processesOf(run).map((pid) => `process ${pid}`),
    ...(existsSync(scratch) ? [`folder ${scratch}`] : []),
  ];
}

/** SIGINT, 7.5 s later SIGTERM, 2.5 s later SIGKILL of that one process, as the runner does it. */
async function cancel(child, gone, hard) {
  const steps = hard
    ? [['SIGKILL', 0]]
    : [
        ['SIGINT', 7_500],
        ['SIGTERM', 2_500],
        ['SIGKILL', 0],
      ];
  for (const [signal, ms] of steps) {
    child.kill(signal);
    if (await Promise.race([gone.then(() => true), delay(ms, false)])) return;
  }
}

async function round(hard) {
  const state = mkdtempSync(path.join(tmpdir(), 'sg-torture-'));
  const env = { ...process.env, GITHUB_RUN_ID: '', XDG_STATE_HOME: state, RUNNER_TEMP: state, NO_COLOR: '1' };
  const reports = path.relative(path.resolve('examples/variants/no-traffic'), path.join(state, 'reports'));
  const args = [cli, 'run', 'examples/variants/no-traffic', '--reports-folder', reports];
  const child = spawn(process.execPath, args, { env, stdio: 'ignore' });
  const gone = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
  const moment = Math.random() * runMs;
  await Promise.race([delay(moment), gone]);
  await cancel(child, gone, hard);
  const code = await gone;
  const runs = journalsIn(state);
  const begun = performance.now();
  for (const run of runs) spawnSync(process.execPath, [cli, 'cleanup', run], { env, stdio: 'ignore' });
  const left = runs.flatMap((run) => leftOf(run, state));
  const seconds = (performance.now() - begun) / 1000;
  rmSync(state, { recursive: true, force: true });
  console.log(
    `  ${hard ? 'SIGKILL' : 'cancel'} after ${(moment / 1000).toFixed(1)} s: exit ${code}, ${runs.length} owned, ${left.length} left after ${seconds.toFixed(1)} s of cleanup`,
  );
  return { left, promoted: code === 0, seconds };
}

export async function cancelReal(rounds) {
  startNeighbour();
  const results = [];
  try {
    for (let at = 0; at < rounds; at++) results.push(await round(at % 3 === 2));
    const lives = docker('inspect', '--format={{.State.Running}}', neighbour) === 'true';
    const left = results.flatMap((result) => result.left);
    const promoted = results.filter((result) => result.promoted).length;
    const slowest = Math.max(...results.map(({ seconds }) => seconds)).toFixed(0);
    return {
      name: 'cancelled real runs',
      value: `${rounds} runs cancelled or killed at random moments: ${left.length} things left, ${promoted} promotions, neighbour ${lives ? 'untouched' : 'gone'}, cleanup at most ${slowest} s`,
      promised: 'everything gone after cleanup, no promotion, a second cluster on the host untouched',
      holds: left.length === 0 && promoted === 0 && lives,
    };
  } finally {
    docker('rm', '--force', neighbour);
  }
}
