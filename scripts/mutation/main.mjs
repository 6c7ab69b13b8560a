// `npm run mutation`: how many single faults in the code that judges are noticed by its tests. `-- --group NAME` takes one
// group, `--file TEXT` the files whose path holds it, `--per-file N` that many of each file (10; 0 is all), `--list` shows what survived,
// `--seed TEXT` takes another sample: the score of one whose survivors were looked at flatters the tests that were written for them.
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { equivalent } from './equivalent.mjs';
import { groups } from './groups.mjs';
import { digestOf, mutated } from './mutants.mjs';
import { wilson } from './wilson.mjs';

const { values } = parseArgs({
  options: {
    group: { type: 'string', default: '' },
    file: { type: 'string', default: '' },
    'per-file': { type: 'string', default: '10' },
    list: { type: 'boolean', default: false },
    seed: { type: 'string', default: '' },
    workers: { type: 'string', default: '2' },
    out: { type: 'string', default: '' },
  },
});
/** Longest silence of a worker before its mutant counts as one that does not end. */
const silentMs = 120_000;
/** Modules of fresh worlds are never given back; a worker ends before they are too many. */
const worldsAWorker = 300;

const digest = ({ file, line, kind, was, by }) =>
  createHash('sha256').update([values.seed, file, line, kind, was, by].join('\0')).digest('hex');
const known = new Set();
const lines = new Map();
function lineOf({ file, line: at }) {
  if (!lines.has(file)) lines.set(file, readFileSync(file, 'utf8').split('\n'));
  return lines.get(file)[at - 1] ?? '';
}

function isEquivalent(one) {
  const found = equivalent.find(
    ({ file, near = '', was, by }) =>
      one.file === file && one.was === was && one.by === by && lineOf(one).includes(near),
  );
  if (found !== undefined) known.add(found);
  return found !== undefined;
}

/** The first of each file in an order that depends on the mutants and the seed alone: the same sample each time. */
function sampled(mutants) {
  const most = Number(values['per-file']) || Number.POSITIVE_INFINITY;
  const byFile = Map.groupBy(mutants, ({ file }) => file);
  return [...byFile.values()].flatMap((own) =>
    own.length <= most
      ? own
      : own
          .map((one) => [digest(one), one])
          .sort()
          .slice(0, most)
          .map(([, one]) => one),
  );
}

async function run(group) {
  const { name, targets } = group;
  const all = [];
  for (const file of targets) all.push(...mutated(readFileSync(file, 'utf8'), file, all.length).mutants);
  const counted = all.filter((one) => !isEquivalent(one) && one.file.includes(values.file));
  const queue = sampled(counted);
  const results = [];
  const begun = performance.now();
  const work = async () => {
    while (queue.length > 0) await oneWorker(group, digestOf(all), queue, results);
  };
  await Promise.all(Array.from({ length: Number(values.workers) }, work));
  return {
    name,
    found: all.length,
    counted: counted.length,
    results,
    all,
    seconds: (performance.now() - begun) / 1000,
  };
}

let told = false;
function oneWorker({ name, targets, tests, without }, sources, queue, results) {
  return new Promise((resolve, reject) => {
    const child = fork(new URL('./world.mjs', import.meta.url), {
      execArgv: ['--no-warnings', '--max-old-space-size=1500'],
      env: { ...process.env, MUTATION_GROUP: JSON.stringify({ targets, tests, without }) },
      stdio: ['ignore', 'ignore', process.env.MUTATION_DEBUG ? 'inherit' : 'ignore', 'ipc'],
    });
    let current;
    let watchdog;
    const alive = () => {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => child.kill('SIGKILL'), current === undefined ? 10 * silentMs : silentMs);
    };
    const next = () => {
      current = queue.shift();
      if (current === undefined) return child.kill();
      alive();
      child.send({ id: current.id });
    };
    alive();
    child.on('message', (message) => {
      if (message.type === 'ready') {
        if (message.digest !== sources) return reject(new Error('the sources changed under way'));
        if (!told || message.broken.length > 0)
          console.log(
            `${name}: ${message.tests} tests in ${message.seconds.toFixed(1)} s, ${message.broken.length} left out`,
          );
        if (!told) for (const line of message.broken) console.log(`  left out: ${line}`);
        told = true;
        return next();
      }
      results.push({ ...current, status: message.status });
      current = undefined;
      if (results.length % 50 === 0) console.error(`  ${name}: ${results.length} done, ${queue.length} to go`);
      if (message.worlds > worldsAWorker) child.kill();
      else next();
    });
    child.on('close', (code, signal) => {
      clearTimeout(watchdog);
      if (current !== undefined) results.push({ ...current, status: 'endless' });
      if (current === undefined && code !== 0 && signal === null)
        reject(new Error(`${name}: the worker ended with ${code}`));
      else resolve();
    });
  });
}

const percent = (share) => `${(share * 100).toFixed(1)} %`;
function line(name, results) {
  const killed = results.filter(({ status }) => status === 'killed' || status === 'endless').length;
  const uncovered = results.filter(({ status }) => status === 'uncovered').length;
  const [low, high] = wilson(killed, results.length);
  return `${name.padEnd(44)} ${String(killed).padStart(5)} of ${String(results.length).padStart(5)} ${percent(killed / results.length).padStart(7)}  (95 %: ${percent(low)} to ${percent(high)}; ${uncovered} passed by no test)`;
}

const everything = [];
let found = 0;
let counted = 0;
for (const group of groups.filter(({ name }) => name.includes(values.group))) {
  told = false;
  const ran = await run(group);
  found += ran.found;
  counted += ran.counted;
  everything.push(...ran.results);
  for (const [file, own] of [...Map.groupBy(ran.results, ({ file }) => file)].sort())
    console.log(line(`  ${file.replace(/^src\//, '')}`, own));
  console.log(`${line(group.name, ran.results)} in ${ran.seconds.toFixed(0)} s\n`);
}
if (values.list)
  for (const { file, line: at, kind, was, by, status } of everything
    .filter((one) => one.status === 'survived' || one.status === 'uncovered')
    .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line))
    console.log(
      `${file}:${at}: ${status} ${kind}: ${JSON.stringify(was.slice(0, 160))} → ${JSON.stringify(by.slice(0, 160))}`,
    );
if (values.out !== '') writeFileSync(values.out, JSON.stringify(everything));
if (values.group === '' && values.file === '')
  for (const one of equivalent) if (!known.has(one)) console.log(`no such mutant any more: ${JSON.stringify(one)}`);
const killed = everything.filter(({ status }) => status === 'killed' || status === 'endless').length;
const [low, high] = wilson(killed, everything.length);
const sample = everything.length < counted ? `sample of ${everything.length} of ${counted}` : `all ${counted}`;
console.log(
  `mutation score ${percent(killed / everything.length)} (95 %: ${percent(low)} to ${percent(high)}): ${killed} killed of ${sample} mutants, ${found - counted} equivalent or not asked for`,
);
