#!/usr/bin/env node
/**
 * `npm run torture`: runs what is too long for `npm test`, prints each figure beside what was promised, and exits with 1
 * when one does not hold. `--scale 0.1` runs a tenth. `--write` keeps the figures in docs/reliability.md. `--cluster 20`
 * also cancels a real run that many times at random moments; it needs a container engine, a node image and `npm run build`.
 * `--log FILE --minutes 8` does so in several goes. `--only faults` runs the gate with one real fault after another on a real
 * cluster, all of them or `--fault ID --fault ID`.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { cancelReal } from './torture-cluster.mjs';
import { faultsOnCluster } from './torture-faults.mjs';

const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: '1' },
    write: { type: 'boolean', default: false },
    cluster: { type: 'string', default: '0' },
    log: { type: 'string', default: '' },
    minutes: { type: 'string', default: '600' },
    only: { type: 'string', default: '' },
    fault: { type: 'string', multiple: true, default: [] },
  },
});
const scratch = mkdtempSync(path.join(tmpdir(), 'sg-torture-'));
const file = path.join(scratch, 'figures.ndjson');
writeFileSync(file, '');

const begun = performance.now();
const jest = [
  '--experimental-vm-modules',
  '--no-warnings',
  'node_modules/jest/bin/jest.js',
  '-c',
  'jest.torture.config.mjs',
];
const env = { ...process.env, SG_FIGURES: file, SG_TORTURE_SCALE: values.scale };
const status = ['cluster', 'faults'].includes(values.only)
  ? 0
  : await ended(
      spawn(process.execPath, [...jest, '--runInBand', values.only].filter(Boolean), {
        env,
        stdio: ['ignore', 'ignore', 'inherit'],
      }),
    );
const figures = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
rmSync(scratch, { recursive: true });
if (values.only === 'faults') figures.push(await faultsOnCluster(values.fault));
if (Number(values.cluster) > 0) {
  figures.push(await cancelReal(Number(values.cluster), { log: values.log, minutes: Number(values.minutes) }));
}

for (const { name, value, promised, holds } of figures)
  console.log(`${holds ? '✓' : '✗'} ${name}: ${value}\n  promised: ${promised}`);
if (Number(values.cluster) === 0) {
  console.log(
    '– cancel at random moments of a real run: needs a cluster; npm run build, then npm run torture -- --cluster 100',
  );
  console.log('– example variants on a real cluster: npm run test:e2e');
}
const seconds = ((performance.now() - begun) / 1000).toFixed(0);
console.log(`${figures.length} figures in ${seconds} s on ${availableParallelism()} processors`);
if (values.write) keep();
process.exitCode = status === 0 && figures.length > 0 && figures.every(({ holds }) => holds) ? 0 : 1;

function ended(child) {
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

/** Rewrites the rows of the figures that were run; the others stay as they were last seen. */
function keep() {
  const page = 'docs/reliability.md';
  const [start, end] = ['<!-- figures -->\n', '<!-- /figures -->'];
  const text = readFileSync(page, 'utf8');
  const [head, rest] = text.split(start);
  const [table, tail] = rest.split(end);
  const rows = new Map(
    table
      .split('\n')
      .filter((line) => /^\| (?!figure|-)/.test(line))
      .map((line) => [line.split(' | ')[0].slice(2), line]),
  );
  const today = new Date().toISOString().slice(0, 10);
  for (const { name, value, promised, holds } of figures) {
    rows.set(name, `| ${name} | ${promised} | ${holds ? '' : '**not reached:** '}${value} | ${today} |`);
  }
  const body = ['| figure | promised | seen | on |', '| --- | --- | --- | --- |', ...rows.values(), ''].join('\n');
  writeFileSync(page, `${head}${start}${body}${end}${tail}`);
}
