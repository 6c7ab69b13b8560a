/**
 * Reads and judges mutated and hostile manifests, with schemas, graph and every rule: `npm run fuzz -- [N] [SEED]`. Fails on
 * a crash, on one input that takes over 2 s, on a swift reading that is not the exact one, and over 512 MiB of memory. Prints the figures.
 * First come sets of some 6,000 objects that all have to do with each other, each in a process of its own with a heap of 512 MiB.
 * Time is what the thread worked: what others do on the machine is not the input's fault.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { corpus } from './corpus.mjs';

const { readManifests } = await import('../src/manifests/read.ts');
const { validateManifests } = await import('../src/manifests/validate.ts');
const { graphOf } = await import('../src/manifests/graph/graph.ts');
const { judge } = await import('../src/stages/lint/engine.ts');
const { ruleCatalog } = await import('../src/stages/lint/catalog.ts');
const { commentWaivers } = await import('../src/stages/lint/policy/comment.ts');
const { annotationWaivers } = await import('../src/stages/lint/policy/annotation.ts');
const { hostileSets } = await import('./hostile-sets.ts');
const { waive } = await import('../src/stages/lint/policy/waiving.ts');
const { ranked } = await import('../src/stages/lint/ranking.ts');
const { patternMatcher } = await import('../src/adapters/node/pattern.ts');
const { composeSwiftly } = await import('../src/manifests/yaml/swift.ts');
const { isEveryday } = await import('../src/manifests/yaml/swift-lines.ts');
const { Composer } = await import('../src/manifests/yaml/composer.ts');
const { splitDocuments } = await import('../src/manifests/yaml/documents.ts');

/** Mulberry32: the same numbers for the same seed. */
function generator(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const [count, seed] = [Number(process.argv[2] ?? 100_000), Number(process.argv[3] ?? 1)];
const random = generator(seed);
const pick = (list) => list[random(list.length)];

const pieces = [
  ' ',
  '  ',
  '\n',
  '\t',
  '\r\n',
  '- ',
  ': ',
  ':',
  '? ',
  '#',
  ' #',
  '"',
  "'",
  '|',
  '>-',
  '|+2\n',
  '[',
  ']',
  '{',
  '}',
  ',',
  '&a ',
  '*a',
  '!!int ',
  '!!binary ',
  '<<: *a\n',
  '<<: {a: 1}\n',
  '---\n',
  '...\n',
  '%YAML 1.1\n',
  '\0',
  '\ufeff',
  '\u2028',
  '\x85',
  '\ud800',
  '__proto__: ',
  'constructor: ',
  'toString: 1\n',
  'null',
  '~',
  'yes',
  '0x',
  '1e999',
  '-',
  '.inf',
  '9'.repeat(40),
  'é',
  '𝒳',
  '\\',
  '\\u12',
  '2024-01-01',
  '_',
  '012',
  'apiVersion: v1\n',
  'kind: List\n',
  'items:\n',
  'metadata:\n  ',
  'spec:\n',
  'containers:\n- ',
  'a: '.repeat(20),
  '[[[[[[[[',
  '{{',
  '}}',
  ']]',
  '- - - - ',
  'cpu: 1e-400\n',
  'cpu: 1E99999999\n',
  'storage: -0.0000000001\n',
  'replicas: 1e308\n',
];

const hostile = [
  () => '# scale-gate-ignore x: y\n'.repeat(random(20_000)),
  () =>
    `apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {selector: {a: b}, ports: [{port: 1}]}\n---\n`.repeat(
      random(1000),
    ),
  () => '['.repeat(random(200_000)),
  () => '{a: '.repeat(random(50_000)),
  () => '- '.repeat(random(100_000)),
  () => 'a:\n'.repeat(1).concat(Array.from({ length: random(400) }, (_, depth) => `${' '.repeat(depth)}b:\n`).join('')),
  () => `a: "${'x'.repeat(random(500_000))}`,
  () => `a: ${'x '.repeat(random(200_000))}`,
  () => `a: |\n${' '.repeat(random(200_000))}\n`,
  () => '\n'.repeat(random(500_000)),
  () => '---\n'.repeat(random(100_000)),
  () => `${'k'.repeat(random(3000))}: 1\n`.repeat(random(50) + 1),
  () =>
    Array.from(
      { length: random(30) },
      (_, level) => `a${level}: &a${level} [${`*a${level - 1},`.repeat(level === 0 ? 0 : 9)}1]`,
    ).join('\n'),
  () =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n${Array.from({ length: random(20_000) }, (_, key) => `  k${key}: v\n`).join('')}`,
  () => `apiVersion: v1\nkind: List\nitems:\n${'- {apiVersion: v1, kind: Pod}\n'.repeat(random(3000))}`,
  () => `{"apiVersion":"v1","kind":"Pod","a":${'{"a":'.repeat(random(1000))}1${'}'.repeat(random(1000))}}`,
  () => String.fromCharCode(...Array.from({ length: random(2000) }, () => random(65_536))),
  () => `a: '${"''".repeat(random(100_000))}`,
  () => `${'#'.repeat(random(300_000))}\na: b`,
  () => `${'? '.repeat(random(30_000))}a`,
  () =>
    `a: &a\n${Array.from({ length: random(3000) }, (_, key) => `  k${key}: 1\n`).join('')}${'b: {<<: *a}\n'.repeat(random(200))}`,
  () =>
    `apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec: {schedule: "${'*/'.repeat(random(3000))}", timeZone: "${'A/'.repeat(random(3000))}"}\n`,
  () =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: ${'a-'.repeat(random(50_000))}!}\nspec: {hostname: ${'a.'.repeat(random(50_000))}!}\n`,
];

function mutate(text) {
  let out = text;
  for (let times = 1 + random(4); times > 0; times--) {
    const [at, length] = [random(out.length + 1), random(30)];
    const way = random(6);
    if (way === 0) out = out.slice(0, at) + pick(pieces) + out.slice(at);
    else if (way === 1) out = out.slice(0, at) + out.slice(at + length);
    else if (way === 2) out = out.slice(0, at) + pick(pieces) + out.slice(at + length);
    else if (way === 3) out = out.slice(0, at) + out.slice(at, at + length * 3) + out.slice(at);
    else if (way === 4) out = out.slice(0, at);
    else {
      const lines = out.split('\n');
      const from = random(lines.length);
      lines.splice(from, 0, ' '.repeat(random(6)) + (pick(lines) ?? ''));
      out = lines.join('\n');
    }
  }
  return out;
}

function exact(text, { start, end, json }) {
  try {
    return new Composer(text, start, end, json).compose();
  } catch (fault) {
    if (fault.name !== 'YamlFault') throw fault;
    return fault;
  }
}

/** The swift reader may give up; what it gives must be what the exact one gives. */
function differs(text) {
  if (text.length > 20_000 || !isEveryday(text)) return false;
  return splitDocuments(text).documents.some((document) => {
    if (text.charCodeAt(document.start) === 0xfeff) return false;
    const swift = composeSwiftly(text, document.start, document.end, document.json);
    if (swift === undefined || swift.value === null) return false;
    figures.swift++;
    const slow = exact(text, document);
    return (
      !isDeepStrictEqual(swift.value, slow.value) ||
      !isDeepStrictEqual(swift.place, slow.place) ||
      slow.doubled.length > 0
    );
  });
}

const figures = { manifests: 0, diagnostics: 0, slowest: 0, memory: 0, swift: 0, places: 0, waivers: 0 };
const settings = {
  whole: true,
  external: [],
  exposure: undefined,
  cluster: undefined,
  loadSeconds: 600,
  kubernetesVersions: ['1.34'],
};

function worked() {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

const waiving = { locked: [], today: '2026-01-01', configFile: 'scale-gate.yml', containerOf: () => undefined };

function once(text) {
  const [start, before] = [performance.now(), worked()];
  const { manifests, diagnostics } = readManifests('fuzz.yaml', text);
  figures.diagnostics += validateManifests(manifests, ['1.34', '1.36'], { matches: patternMatcher() }).length;
  const graph = graphOf(manifests, 'default');
  const found = judge({ graph, settings }, ruleCatalog);
  for (const { at, related } of found) figures.places += 1 + related.length + at.start.line;
  const waivers = [...commentWaivers('fuzz.yaml', text), ...annotationWaivers(graph)];
  figures.waivers += waivers.length;
  ranked(waive(found, waivers, waiving).diagnostics);
  const took = Math.min(performance.now() - start, worked() - before);
  figures.manifests += manifests.length;
  figures.diagnostics += diagnostics.length;
  figures.slowest = Math.max(figures.slowest, took);
  if (took > 2000) throw new Error(`${took.toFixed(0)} ms for one input`);
  return took;
}

function fuzzed(text) {
  once(text);
  if (differs(text)) throw new Error('the swift reader and the exact one do not agree');
}

const [, file, mode, chosen] = process.argv;
if (mode === 'set') {
  // What is loaded and compiled for the first time is no work of the set.
  once(hostileSets[chosen](60));
  console.log(Math.round(once(hostileSets[chosen](6000))));
  process.exit(0);
}

/** Milliseconds of one hostile set. */
function hostileSet(name) {
  const args = ['--max-old-space-size=512', ...process.execArgv, file, 'set', name];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status === 0) return Number(stdout);
  console.error(`set "${name}": ${stderr}`);
  process.exit(1);
}

const times = Object.keys(hostileSets).map((name) => ({ name, ms: hostileSet(name) }));
const [slowest] = times.toSorted((a, b) => b.ms - a.ms);
console.log(`${times.length} hostile sets, each in 512 MiB: the slowest is "${slowest.name}" with ${slowest.ms} ms`);

const folders = ['__tests__/fixtures/corpus', '../shared/corpus'].filter((folder) => existsSync(folder));
const samples = folders
  .flatMap((folder) => [...corpus(folder)].map(({ text }) => text))
  .filter(({ length }) => length < 8000);
for (let input = 0; input < count; input++) {
  const text = input % 500 === 0 ? pick(hostile)() : mutate(pick(samples));
  try {
    fuzzed(text);
  } catch (error) {
    console.error(`input ${input} of seed ${seed}: ${error.stack}\n${JSON.stringify(text.slice(0, 3000))}`);
    process.exit(1);
  }
  if (input % 1000 === 0) figures.memory = Math.max(figures.memory, process.memoryUsage.rss());
}
const mebibytes = Math.round(figures.memory / 2 ** 20);
console.log(
  `${count} inputs of seed ${seed} from ${samples.length} samples: no crash; slowest ${figures.slowest.toFixed(0)} ms; ${mebibytes} MiB; ` +
    `${figures.manifests} objects, ${figures.diagnostics} diagnostics; swift and exact reader agree on ${figures.swift} documents`,
);
if (mebibytes > 512) process.exit(1);
