/**
 * Makes broken manifests out of good ones, for an oracle to judge (scripts/oracle):
 * `npm run mutants -- FOLDER-OR-FILE… [--count 40] [--seed S] [--only KIND] > mutants.jsonl`, COUNT for each document.
 * A line is `{id, base, op, path, text}`; what the API server says to it is added by the oracle as `expected`.
 * Fields, their types and what may be put where come from the schema table of lint.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { kindId, kindType, objectType } from '../src/manifests/schema/type.ts';
import { operators } from './mutants/operators.mjs';
import { Random } from './mutants/random.mjs';

function* files(place) {
  if (statSync(place).isFile()) yield place;
  else
    for (const entry of readdirSync(place).sort()) {
      const inner = path.join(place, entry);
      if (statSync(inner).isDirectory()) yield* files(inner);
      else if (/\.ya?ml$/.test(entry)) yield inner;
    }
}

/** Places of a document with the type that the schema gives them. */
function* places(node, type, step) {
  yield { ...step, node, type, fields: /^\d+$/.test(type ?? '') ? objectType(Number(type)).fields : undefined };
  const depth = (step.depth ?? 0) + 1;
  if (isMap(node))
    for (const pair of node.items) {
      const name = String(isScalar(pair.key) ? pair.key.value : '');
      const inner = type?.startsWith('{')
        ? type.slice(1)
        : /^\d+$/.test(type ?? '')
          ? objectType(Number(type)).fields.get(name)?.type
          : undefined;
      if (pair.value !== null && !isAlias(pair.value))
        yield* places(pair.value, inner, { pair, name, depth, flow: node.flow, path: [...step.path, name] });
    }
  else if (isSeq(node))
    for (const [index, item] of node.items.entries())
      if (item !== null && !isAlias(item))
        yield* places(item, type?.startsWith('[') ? type.slice(1) : undefined, {
          name: step.name ?? '',
          depth,
          flow: node.flow,
          path: [...step.path, index],
        });
}

const wheel = Object.entries(operators).flatMap(([name, { weight }]) => Array.from({ length: weight }, () => name));

function mutate(text, random) {
  const document = parseDocument(text, { version: '1.1', logLevel: 'silent', uniqueKeys: false });
  const plain = document.toJS();
  const kind = kindType(kindId(String(plain?.apiVersion), String(plain?.kind)));
  if (kind === undefined || !isMap(document.contents)) return undefined;
  const all = [...places(document.contents, String(kind.type), { path: [], name: '' })];
  const others = all
    .filter(({ node }) => isScalar(node) && node.range !== undefined)
    .map(({ node }) => text.slice(node.range[0], node.range[1]));
  for (let tries = 0; tries < 20; tries++) {
    const op = random.of(wheel);
    const fitting = all.filter((place) => operators[op].fits(place));
    if (fitting.length === 0) continue;
    const place = { ...random.of(fitting), others };
    const changed = operators[op].apply(text, place, random);
    if (changed !== undefined && changed !== text) return { op, path: place.path.join('.'), text: changed };
  }
  return undefined;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
});
for (const place of positionals)
  for (const file of files(place)) {
    const documents = readFileSync(file, 'utf8')
      .split(/^---\s*$/m)
      .map((text) => text.replace(/^\n/, ''));
    for (const [index, text] of documents.entries()) {
      if (values.only !== undefined && !new RegExp(`^kind: (${values.only})$`, 'm').test(text)) continue;
      const base = `${path.basename(file).replace(/\.ya?ml$/, '')}-${index}`;
      console.log(JSON.stringify({ id: `${base}/000`, base, op: 'none', path: '', text }));
      const random = new Random(`${values.seed}:${base}`);
      for (let count = 1; count <= Number(values.count); count++) {
        const first = mutate(text, random);
        const mutant = first !== undefined && random.chance(0.25) ? (mutate(first.text, random) ?? first) : first;
        if (mutant !== undefined)
          console.log(JSON.stringify({ id: `${base}/${String(count).padStart(3, '0')}`, base, ...mutant }));
      }
    }
  }
