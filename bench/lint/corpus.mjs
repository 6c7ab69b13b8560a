/**
 * What the rules say of real manifests: `npm run lint:corpus -- [FOLDER] [--files] [--severity error] [--rule ID]`.
 *
 * A folder of the corpus is one repository with `/` in paths written `__`; what lay in one folder there is one input set.
 * Test data, where each file is a case, and every file with `--files`, is a set of its own (a part, so that what is missing is a note). Documents that the API server
 * does not accept are left out: only what is sound can be a false alarm.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { graphOf } from '../../lib/manifests/graph/graph.js';
import { readManifests } from '../../lib/manifests/read.js';
import { ruleCatalog } from '../../lib/stages/lint/catalog.js';
import { judge } from '../../lib/stages/lint/engine.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    files: { type: 'boolean' },
    severity: { type: 'string' },
    rule: { type: 'string' },
    show: { type: 'boolean' },
  },
});
const root = positionals[0] ?? '../shared/corpus/real';
if (!existsSync(root)) {
  console.error(`no corpus at ${root}`);
  process.exit(64);
}

const accepted = new Set();
for (const line of readFileSync(path.join(root, 'verdicts.jsonl'), 'utf8').trim().split('\n')) {
  const { file, docIndex, item, outcome } = JSON.parse(line);
  if (outcome === 'ok' || outcome === 'unknown-kind') accepted.add(`${file}#${docIndex}#${item ?? ''}`);
}

const sets = new Map();
for (const repository of readdirSync(root, { withFileTypes: true })) {
  if (!repository.isDirectory() || repository.name === 'LICENSES') continue;
  for (const name of readdirSync(path.join(root, repository.name))) {
    const file = `${repository.name}/${name}`;
    const test = /test|fixture|hack__|chainsaw|lint__/i.test(name);
    const folder = values.files || test ? file : `${repository.name}/${name.split('__').slice(0, -1).join('/')}`;
    sets.set(folder, [...(sets.get(folder) ?? []), file]);
  }
}

const settings = {
  whole: true,
  external: [],
  exposure: undefined,
  cluster: undefined,
  loadSeconds: undefined,
  kubernetesVersions: ['1.34'],
};
const counts = new Map();
let objects = 0;
let milliseconds = 0;
for (const files of sets.values()) {
  const manifests = files
    .flatMap((file) => readManifests(file, readFileSync(path.join(root, file), 'utf8')).manifests)
    .filter(({ file, document, item }) => accepted.has(`${file}#${document}#${item ?? ''}`));
  objects += manifests.length;
  const started = performance.now();
  const diagnostics = judge(
    { graph: graphOf(manifests, 'default'), settings: { ...settings, whole: files.length > 1 } },
    ruleCatalog,
  );
  milliseconds += performance.now() - started;
  for (const { rule, severity, message, at } of diagnostics) {
    if (values.rule && values.rule !== rule) continue;
    if (values.severity && values.severity !== severity) continue;
    counts.set(`${severity} ${rule}`, (counts.get(`${severity} ${rule}`) ?? 0) + 1);
    if (values.show) console.log(`${at.file}:${at.start.line}:${at.start.column} ${severity} ${rule} ${message}`);
  }
}
for (const [what, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
  console.log(`${String(count).padStart(6)} ${what}`);
console.log(
  `${sets.size} sets, ${objects} objects, graph and ${ruleCatalog.length} rules in ${milliseconds.toFixed(0)} ms`,
);
