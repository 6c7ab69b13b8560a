/** Cancels real runs at random moments, as the workflow runner does it, and looks what is left. Used by torture.mjs. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const cli = path.resolve(process.env.SG_DIST ?? 'dist', 'cli/index.js');
const label = 'io.x-k8s.kind.cluster';
const neighbour = `sg-torture-neighbour-${process.pid}`;
const example = 'examples/variants/no-traffic';
/** So long after the last round it is looked once more for all that the rounds could have left. */
const settleMs = 60_000;
/**
 * Where a run is broken off, round by round: so long after a stage began, at a moment of the stage that is as likely as
 * any other. By stages, because a machine that is busy stretches the making of the cluster, and hardly the rest.
 */
const places = [
  ['lint', 3_000],
  ['provision', 20_000],
  ['provision', 60_000],
  ['deploy', 8_000],
  ['load', 25_000],
];

const docker = (...args) => execFileSync('docker', args, { encoding: 'utf8' }).trim();
const linesOf = (text) => text.split('\n').filter(Boolean);

/** A container that another cluster's node could be: nobody may touch it. */
function startNeighbour() {
  const image = docker('images', '--format={{.Repository}}:{{.Tag}}', 'kindest/node').split('\n')[0];
  const marks = [`--name=${neighbour}`, `--label=${label}=${neighbour}`, '--entrypoint=sleep'];
  docker('run', '--detach', ...marks, image, 'infinity');
}

function journalsIn(state) {
  const folder = path.join(state, 'scale-gate', 'journal');
  return existsSync(folder) ? readdirSync(folder).map((name) => name.replace(/\.ndjson$/, '')) : [];
}

/** Processes that were started with this state folder, children of killed ones included. */
function processesOf(state) {
  return readdirSync('/proc').filter((pid) => {
    try {
      const env = /^\d+$/.test(pid) ? readFileSync(`/proc/${pid}/environ`, 'utf8') : '';
      return env.split('\0').includes(`XDG_STATE_HOME=${state}`);
    } catch {
      return false;
    }
  });
}

/** Containers and volumes by the label of a cluster. */
function labelledWith(runs) {
  const filters = runs.map((run) => `--filter=label=${label}=${run}`);
  const listed = (...args) => filters.flatMap((filter) => linesOf(docker(...args, '--quiet', filter)));
  return [
    ...listed('ps', '--all').map((id) => `container ${id}`),
    ...listed('volume', 'ls').map((id) => `volume ${id}`),
  ];
}

/** Volumes without a name, which bear no label: kind gives one to each node. */
function volumesOf(runs) {
  return runs.flatMap((run) => {
    const ids = linesOf(docker('ps', '--all', '--quiet', `--filter=label=${label}=${run}`));
    const format = '--format={{range .Mounts}}{{if eq .Type "volume"}}{{println .Name}}{{end}}{{end}}';
    const seen = ids.map((id) => spawnSync('docker', ['inspect', format, id], { encoding: 'utf8' }).stdout);
    return linesOf(seen.join('\n'));
  });
}

const isThere = (volume) => spawnSync('docker', ['volume', 'inspect', volume]).status === 0;

/** What is there of a round: containers and volumes of its cluster, processes, files and folders but for the journal and reports. */
function leftOf(runs, volumes, state) {
  const files = readdirSync(state, { recursive: true, withFileTypes: true })
    .map((entry) => path.relative(state, path.join(entry.parentPath, entry.name)))
    .filter((file) => !/^(tmp|reports|scale-gate|scale-gate\/tools)$|^(reports|scale-gate\/journal)(\/|$)/.test(file));
  return [
    ...labelledWith(runs),
    ...volumes.filter(isThere).map((name) => `volume ${name}`),
    ...processesOf(state).map((pid) => `process ${pid}`),
    ...files.map((file) => `file ${file}`),
  ];
}

/** SIGINT, 7.5 s later SIGTERM, 2.5 s later SIGKILL of that one process, as the runner does it. */
async function cancel(child, gone, hard) {
  const gentle = [
    ['SIGINT', 7_500],
    ['SIGTERM', 2_500],
    ['SIGKILL', 0],
  ];
  for (const [signal, ms] of hard ? [['SIGKILL', 0]] : gentle) {
    child.kill(signal);
    if (await Promise.race([gone.then(() => true), delay(ms, false)])) return;
  }
}

/** Any number of moments, in whatever order they are broken off, lie evenly over a run: van der Corput's sequence. */
function share(index) {
  let [at, weight] = [0, 0.5];
  for (let rest = index; rest > 0; rest = Math.floor(rest / 2), weight /= 2) at += (rest % 2) * weight;
  return at;
}

async function round(index, rounds) {
  const state = mkdtempSync(path.join(tmpdir(), 'sg-torture-'));
  const temp = path.join(state, 'tmp');
  mkdirSync(temp);
  const env = { ...process.env, GITHUB_RUN_ID: '', XDG_STATE_HOME: state, RUNNER_TEMP: state, TMPDIR: temp };
  const reports = path.relative(path.resolve(example), path.join(state, 'reports'));
  const child = spawn(process.execPath, [cli, 'run', example, '--reports-folder', reports], {
    env: { ...env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let output = '';
  const [wanted, spanMs] = places[index % places.length];
  const opened = Promise.withResolvers();
  child.stdout.on('data', (chunk) => {
    output += chunk;
    if (output.includes(`▸ ${wanted}`)) opened.resolve();
  });
  const started = performance.now();
  const gone = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
  const step = Math.floor(index / places.length);
  const offset = ((share(step) + Math.random() / rounds) % 1) * spanMs;
  const ended = await Promise.race([opened.promise.then(() => delay(offset, false)), gone.then(() => true)]);
  const moment = performance.now() - started;
  const stage = /▸ (\w+)(?![\s\S]*▸)/.exec(output)?.[1] ?? 'start';
  const hard = index % 3 === 2;
  const volumes = volumesOf(journalsIn(state));
  await cancel(child, gone, hard);
  const code = await gone;
  const runs = journalsIn(state);
  const begun = performance.now();
  for (const run of runs) spawnSync(process.execPath, [cli, 'cleanup', run], { env, stdio: 'ignore' });
  const left = leftOf(runs, volumes, state);
  const seconds = (performance.now() - begun) / 1000;
  rmSync(state, { recursive: true, force: true });
  const how = ended ? 'ended by itself' : hard ? 'SIGKILL' : 'cancelled';
  return { how, stage, after: moment / 1000, code, owned: runs.length, left, seconds, runs, volumes };
}

function lineOf({ how, stage, after, code, owned, left, seconds }) {
  const rest = left.length === 0 ? '0 left' : `LEFT ${left.join(', ')}`;
  return `  ${how} after ${after.toFixed(1)} s in ${stage}: exit ${code}, ${owned} owned, ${rest} after ${seconds.toFixed(1)} s of cleanup`;
}

/**
 * `log` keeps each round as a line of JSON; with it the rounds may be done in several goes of `minutes`, and what is
 * printed is about all of them. A round whose run was over before its moment came is done again.
 */
export async function cancelReal(rounds, { log, minutes }) {
  const results =
    log !== '' && existsSync(log) ? linesOf(readFileSync(log, 'utf8')).map((line) => JSON.parse(line)) : [];
  const cancelled = () => results.filter(({ how }) => how !== 'ended by itself').length;
  const until = performance.now() + minutes * 60_000;
  startNeighbour();
  try {
    while (cancelled() < rounds && performance.now() < until) {
      const result = await round(results.length, rounds);
      console.log(lineOf(result));
      results.push({ ...result, neighbour: docker('inspect', '--format={{.State.Running}}', neighbour) === 'true' });
      if (log !== '') appendFileSync(log, `${JSON.stringify(results.at(-1))}\n`);
    }
  } finally {
    docker('rm', '--force', neighbour);
  }
  console.log(`  looking once more in ${settleMs / 1000} s`);
  await delay(settleMs);
  return figureOf(results, cancelled(), lateOf(results));
}

/** An engine may carry out late what it was told by somebody who was killed. */
function lateOf(results) {
  const volumes = results.flatMap((result) => result.volumes ?? []).filter(isThere);
  return [...labelledWith(results.flatMap(({ runs = [] }) => runs)), ...volumes.map((name) => `volume ${name}`)];
}

function figureOf(results, cancelled, late) {
  const left = results.flatMap((result) => result.left);
  const promoted = results.filter(({ code }) => code === 0).length;
  const lives = results.every((result) => result.neighbour);
  const slowest = Math.max(0, ...results.map(({ seconds }) => seconds)).toFixed(0);
  const stages = Object.entries(Object.groupBy(results, ({ stage }) => stage)).map(
    ([name, all]) => `${all.length} in ${name}`,
  );
  const killed = results.filter(({ how }) => how === 'SIGKILL').length;
  return {
    name: 'cancelled real runs',
    value: `${cancelled} runs broken off, ${killed} of them by SIGKILL, at moments evenly over a run (${stages.join(', ')}): ${left.length} things left right after the cleanup (${results.flatMap(({ volumes = [] }) => volumes).length} volumes looked for by name), ${late.length}${late.length === 0 ? '' : ` (${late.join(', ')})`} when it was looked again at the end, ${promoted} promotions, neighbour ${lives ? 'untouched' : 'gone'}, cleanup at most ${slowest} s`,
    promised: 'everything gone after cleanup, no promotion, a second cluster on the host untouched',
    holds: cancelled > 0 && left.length + late.length === 0 && promoted === 0 && lives,
  };
}
