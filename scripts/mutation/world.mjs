// One warm process: loads the tests once, with every mutant asleep in the sources, and wakes them one after the other.
import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { digestOf, mutated } from './mutants.mjs';

const harnessUrl = new URL('./harness.mjs', import.meta.url).href;
const { targets, tests, without } = JSON.parse(process.env.MUTATION_GROUP);

const code = new Map();
const mutants = [];
for (const file of targets) {
  const made = mutated(readFileSync(file, 'utf8'), file, mutants.length);
  mutants.push(...made.mutants);
  code.set(pathToFileURL(path.resolve(file)).href, stripTypeScriptTypes(made.code));
}

let awake = -1;
let hits = 0;
let limit = Number.POSITIVE_INFINITY;
/** While coverage is taken: mutants that were passed, with the number of times. */
let passed;
globalThis.__m = (id) => {
  if (passed !== undefined) passed.set(id, (passed.get(id) ?? 0) + 1);
  if (id !== awake) return false;
  hits += 1;
  if (hits > limit) throw new Error('it does not end');
  return true;
};

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === '@jest/globals') return { url: harnessUrl, shortCircuit: true };
    const [parent, world] = (context.parentURL ?? '').split('?world=');
    const own = specifier.startsWith('.') && specifier.endsWith('.js') && parent.endsWith('.ts');
    const found = next(own ? specifier.replace(/\.js$/, '.ts') : specifier, { ...context, parentURL: parent });
    const ours = world !== undefined && found.url.endsWith('.ts') && !found.url.includes('?');
    return ours ? { ...found, url: `${found.url}?world=${world}` } : found;
  },
  load(url, context, next) {
    const [file] = url.split('?');
    const source = code.get(file);
    if (source !== undefined) return { format: 'module', source, shortCircuit: true };
    if (!file.endsWith('.ts')) return next(url, context);
    const own = stripTypeScriptTypes(readFileSync(fileURLToPath(file), 'utf8'));
    code.set(file, own);
    return { format: 'module', source: own, shortCircuit: true };
  },
});
process.on('unhandledRejection', () => undefined);
process.on('uncaughtException', () => undefined);

const fastCheck = await import('fast-check');
const { registry, outcomeOf } = await import(harnessUrl);
/** Random tests are drawn alike each time: a mutant is not killed by luck that the next run has not. */
const steady = () => fastCheck.configureGlobal({ seed: 7, numRuns: 50 });
steady();

let worlds = 0;
/** Tests of these files, in modules that nobody has used before. */
async function freshTests(files) {
  worlds += 1;
  const from = registry.tests.length;
  for (const file of files) {
    registry.file = file;
    await import(`${pathToFileURL(path.resolve(file)).href}?world=${worlds}`);
  }
  return registry.tests.splice(from).filter(({ name }) => !(without ?? []).includes(name));
}

// What is loaded by whom, so that a mutant of a constant meets those tests alone that could see it.
const importsOf = (file, seen = new Set()) => {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, name] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g))
    if (/\.js$/.test(name)) importsOf(path.join(path.dirname(file), name.replace(/\.js$/, '.ts')), seen);
  return seen;
};
const reach = new Map(tests.map((file) => [file, importsOf(file)]));

passed = new Map();
let warm = await freshTests(tests);
const atLoad = passed;
const key = ({ file, name }) => `${file}: ${name}`;
const cover = mutants.map(() => []);
const most = new Map();
const lasts = [];
const broken = [];
for (const [index, one] of warm.entries()) {
  passed = new Map();
  const begun = performance.now();
  const error = await outcomeOf(one, 60_000);
  lasts.push(performance.now() - begun);
  if (error !== undefined) broken.push(`${one.file}: ${one.name}: ${String(error.message).slice(0, 200)}`);
  else
    for (const [id, times] of passed) {
      cover[id].push(index);
      most.set(id, Math.max(most.get(id) ?? 0, times));
    }
}
passed = undefined;
const sound = new Set(warm.keys());
for (const [index, one] of warm.entries())
  if (broken.some((text) => text.startsWith(`${one.file}: ${one.name}: `))) sound.delete(index);
if (process.env.MUTATION_SLOW)
  for (const [ms, i] of lasts
    .map((ms, i) => [ms, i])
    .sort((a, b) => b[0] - a[0])
    .slice(0, 25))
    console.error(`${ms.toFixed(0)} ms ${key(warm[i])}`);
process.send({
  type: 'ready',
  digest: digestOf(mutants),
  mutants: mutants.length,
  tests: warm.length,
  broken,
  seconds: lasts.reduce((a, b) => a + b, 0) / 1000,
});

async function fails(one, index, id) {
  awake = id;
  hits = 0;
  limit = 100 * (most.get(id) ?? 0) + 100_000;
  const error = await outcomeOf(one, 2_000 + 10 * (lasts[index] ?? 0));
  awake = -1;
  return error !== undefined;
}

const places = new Map(warm.map((one, index) => [key(one), index]));

/** In a world of its own, so that what is computed while modules are loaded is computed with the mutant awake. */
async function inFreshWorld(id) {
  const files = tests.filter((file) => reach.get(file).has(mutants[id].file));
  awake = id;
  hits = 0;
  limit = 1_000_000;
  let own;
  try {
    own = await freshTests(files);
  } catch {
    registry.tests.length = 0;
    return 'killed';
  } finally {
    awake = -1;
  }
  const order = own
    .map((one) => ({ one, index: places.get(key(one)) }))
    .filter(({ index }) => index !== undefined && sound.has(index))
    .sort((a, b) => lasts[a.index] - lasts[b.index]);
  for (const { one, index } of order) if (await fails(one, index, id)) return 'killed';
  return 'survived';
}

const remembers = new Map();
/** Modules that keep something between calls may answer for a mutant with what was computed before it woke. */
function hasMemory(file) {
  if (!remembers.has(file))
    remembers.set(file, /^(export )?(let |const \w+[^=\n]*= new (Weak)?(Map|Set)\b)/m.test(readFileSync(file, 'utf8')));
  return remembers.get(file);
}

async function statusOf(id) {
  if (atLoad.has(id)) return inFreshWorld(id);
  const order = cover[id].filter((index) => sound.has(index)).sort((a, b) => lasts[a] - lasts[b]);
  if (order.length === 0) return 'uncovered';
  for (const index of order) {
    if (!(await fails(warm[index], index, id))) continue;
    if (!(await fails(warm[index], index, -1))) return 'killed';
    // The mutant left something behind: it is judged again where nothing is left, and so are those after it.
    warm = await freshTests(tests);
    return inFreshWorld(id);
  }
  return hasMemory(mutants[id].file) ? inFreshWorld(id) : 'survived';
}

process.on('message', async ({ id }) => {
  const status = await statusOf(id);
  process.send({ type: 'done', id, status, worlds });
});
