import { describe, expect, test } from '@jest/globals';
import { hostileSets } from '../../../scripts/hostile-sets.js';
import { graphOf } from '../../../src/manifests/graph/graph.js';
import type { Json, JsonObject, Manifest } from '../../../src/manifests/manifest.js';
import { readManifests } from '../../../src/manifests/read.js';
import { validateManifests } from '../../../src/manifests/validate.js';
import { ruleCatalog } from '../../../src/stages/lint/catalog.js';
import { judge, mostPairs } from '../../../src/stages/lint/engine.js';

const settings = {
  whole: true,
  external: [],
  exposure: undefined,
  cluster: undefined,
  loadSeconds: 600,
  kubernetesVersions: ['1.34'],
};

/** Counts each look at a part of any manifest: the work of rules, whatever the machine does meanwhile. */
class Counter {
  looks = 0;
  readonly #seen = new WeakMap<object, Json>();

  over(value: Json): Json {
    if (typeof value !== 'object' || value === null) return value;
    const known = this.#seen.get(value);
    if (known !== undefined) return known;
    const watched = new Proxy(value as object, {
      get: (target, key, receiver) => {
        this.looks++;
        const part: unknown = Reflect.get(target, key, Array.isArray(target) ? target : receiver);
        return typeof part === 'function' ? part : this.over(part as Json);
      },
    }) as Json;
    this.#seen.set(value, watched);
    return watched;
  }

  manifest(manifest: Manifest): Manifest {
    const value = this.over(manifest.value) as JsonObject;
    return new Proxy(manifest, {
      get: (target, key) => {
        if (key === 'value') return value;
        const part: unknown = Reflect.get(target, key, target);
        return typeof part === 'function' ? part.bind(target) : part;
      },
    });
  }
}

/** Looks at manifests, and characters of what is said of them, for each line of the input and each finding. */
function effort(text: string): number {
  const counter = new Counter();
  const manifests = readManifests('set.yaml', text).manifests.map((one) => counter.manifest(one));
  validateManifests(manifests, ['1.34']);
  const findings = judge({ graph: graphOf(manifests, 'default'), settings }, ruleCatalog);
  const said = findings.reduce((sum, { message, related }) => sum + message.length / 20 + related.length, 0);
  return (counter.looks + said) / (text.split('\n').length + findings.length);
}

describe('a set of objects that all have to do with each other', () => {
  // Who looks at pairs looks twice as often for each of twice as many objects.
  test.each(Object.entries(hostileSets))('%s: of twice as many, each is as much work as before', (_, make) => {
    expect(effort(make(108)) / effort(make(54))).toBeLessThan(1.3);
  });
});

test('a rule that has too many findings about pairs says so, and as an error that nothing takes out', () => {
  const pods = (name: string) =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, labels: {app: web}}\nspec: {containers: [{name: a, image: "a:1"}]}\n`;
  const doors = (name: string) =>
    `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}}\nspec: {type: NodePort, selector: {app: web}, ports: [{port: 80}]}\n`;
  const text = Array.from({ length: 110 }, (_, index) => `${pods(`p${index}`)}---\n${doors(`d${index}`)}`).join(
    '---\n',
  );
  const { manifests } = readManifests('set.yaml', text);
  const exposure = { internal: [], external: [], otherwise: 'internal' as const, internalClasses: [] };
  const found = judge({ graph: graphOf(manifests, 'default'), settings: { ...settings, exposure } }, ruleCatalog);
  const own = found.filter(({ rule }) => rule === 'exposure-internal-reachable');
  expect(own).toHaveLength(mostPairs);
  expect(found.filter(({ rule }) => rule === 'lint-unfinished')).toMatchObject([
    { severity: 'error', message: expect.stringContaining('exposure-internal-reachable has more than 10000') },
  ]);
});
