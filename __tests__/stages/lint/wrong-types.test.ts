import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { graphOf } from '../../../src/manifests/graph/graph.js';
import type { Json, JsonObject } from '../../../src/manifests/manifest.js';
import { readManifests } from '../../../src/manifests/read.js';
import { validateManifests } from '../../../src/manifests/validate.js';
import { ruleCatalog } from '../../../src/stages/lint/catalog.js';
import { judge } from '../../../src/stages/lint/engine.js';

const folder = 'docs/lint/rules';
/** What no field expects: collections whose text would be `[object Object]`, or no text at all. */
const wrong: readonly Json[] = [{ a: { toString: 'x' } }, [{ b: 1 }], [[{ valueOf: 1 }]]];

function* pathsOf(value: Json, above: readonly string[] = []): Generator<readonly string[]> {
  if (above.length > 0) yield above;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, one] of Object.entries(value)) yield* pathsOf(one ?? null, [...above, key]);
}

function replaced(value: Json, [step, ...rest]: readonly string[], by: Json): Json {
  if (step === undefined) return by;
  if (Array.isArray(value)) return value.map((one, index) => (String(index) === step ? replaced(one, rest, by) : one));
  const object = value as JsonObject;
  return { ...object, [step]: replaced(object[step] ?? null, rest, by) };
}

function lint(text: string): number {
  const { manifests } = readManifests('f.yaml', text);
  const settings = {
    whole: true,
    external: [],
    exposure: undefined,
    cluster: undefined,
    loadSeconds: 300,
    kubernetesVersions: ['1.34'],
  };
  const found = judge({ graph: graphOf(manifests, 'default'), settings }, ruleCatalog);
  return [...validateManifests(manifests, ['1.34']), ...found].map(({ fingerprint }) => fingerprint).length;
}

/** One in forty-one of all replacements: each example gets some, and no two neighbours get the same ones. */
function inputsOf(text: string, skip: number): readonly string[] {
  const documents = readManifests('f', text).manifests.map(({ value }) => value);
  const all = documents.flatMap((document, index) =>
    [...pathsOf(document)].flatMap((place) =>
      wrong.map((by) => documents.map((one, other) => (other === index ? replaced(one, place, by) : one))),
    ),
  );
  return all
    .filter((_, index) => index % 41 === skip % 41)
    .map((set) => set.map((one) => JSON.stringify(one)).join('\n---\n'));
}

describe('a collection in place of any value is judged, whatever a rule makes of the value', () => {
  const pages = readdirSync(folder).filter((name) => name.endsWith('.md'));

  test.each(pages.map((page, number) => [page, number] as const))('%s', (page, number) => {
    const examples = [...readFileSync(path.join(folder, page), 'utf8').matchAll(/^```yaml\n([\s\S]*?)\n```/gm)];
    for (const text of examples.flatMap(([, example = '']) => inputsOf(example, number)))
      expect(() => lint(text)).not.toThrow();
  });
});
