/**
 * Lint beside kubeconform and kube-score on the same files: `npm run bench:lint -- [FOLDER] [--runs 5] [--entry FILE]`.
 *
 * The programs run in turn, so that what else the machine does meets all of them; each figure is the median, start
 * included. kubeconform judges schemas alone, kube-score its own rules alone; lint does both, and builds the graph.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '5' }, entry: { type: 'string', default: 'dist/cli/index.js' } },
});
const folder = positionals[0] ?? '../shared/corpus/real';
const schemas = '../shared/corpus/schemas/{{ .ResourceKind }}{{ .KindSuffix }}.json';
if (!existsSync(folder) || !existsSync(values.entry)) {
  console.error(`needs manifests in ${folder} and the built command line in ${values.entry} (npm run build)`);
  process.exit(64);
}

/** Files that are no YAML: lint refuses an input with one of them at once, which would be too easy. */
function unreadable() {
  const verdicts = path.join(folder, 'verdicts.jsonl');
  if (!existsSync(verdicts)) return new Set();
  const lines = readFileSync(verdicts, 'utf8').trim().split('\n');
  const broken = lines
    .map((line) => JSON.parse(line))
    .filter(({ errors = [] }) => errors.some(({ stage }) => stage === 'parse'));
  return new Set(broken.map(({ file }) => file));
}

const broken = unreadable();
const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(?:ya?ml|json)$/.test(file) && !file.startsWith('LICENSES') && !broken.has(file))
  .sort();

/** The files of one size in a folder of their own: each program gets the folder, or the list where it takes no folder. */
function sample(count) {
  const copy = mkdtempSync(path.join(os.tmpdir(), 'bench-lint-'));
  const step = Math.max(1, Math.floor(all.length / count));
  const files = all.filter((_, index) => index % step === 0).slice(0, count);
  files.forEach((file, index) => {
    cpSync(path.join(folder, file), path.join(copy, `${index}-${path.basename(file)}`));
  });
  return { copy, files: readdirSync(copy).map((file) => path.join(copy, file)) };
}

/** Wall and CPU seconds of one run, by `/usr/bin/env time`-like accounting of the shell. */
function measure(command, args) {
  const script = 'TIMEFORMAT="%R %U %S"; time "$@" >/dev/null 2>/dev/null';
  const { stderr } = spawnSync('bash', ['-c', script, 'bash', command, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  const [wall, user, system] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { wall, cpu: user + system };
}

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

function programs({ copy, files }) {
  return [
    ['scale-gate lint', process.execPath, [values.entry, 'lint', copy]],
    ['kubeconform', 'kubeconform', ['-strict', '-ignore-missing-schemas', '-schema-location', schemas, copy]],
    ['kube-score', 'kube-score', ['score', ...files]],
  ];
}

console.log(
  `node ${process.version}, ${os.availableParallelism()} cores, load ${os.loadavg()[0].toFixed(1)}, median of ${values.runs} runs`,
);
console.log('| files | program | wall s | CPU s |\n| --- | --- | --- | --- |');
for (const count of [1, 100, all.length]) {
  const input = sample(count);
  const seen = new Map(programs(input).map(([name]) => [name, []]));
  for (let run = 0; run < Number(values.runs); run++) {
    for (const [name, command, args] of programs(input)) seen.get(name).push(measure(command, args));
  }
  for (const [name, runs] of seen) {
    const [wall, cpu] = ['wall', 'cpu'].map((what) => median(runs.map((run) => run[what])).toFixed(3));
    console.log(`| ${input.files.length} | ${name} | ${wall} | ${cpu} |`);
  }
  rmSync(input.copy, { recursive: true });
}
