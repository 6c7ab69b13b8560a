import { expect, test } from '@jest/globals';
import { patternMatcher } from '../../../src/adapters/node/pattern.js';
import { readManifests } from '../../../src/manifests/read.js';
import { validateManifests } from '../../../src/manifests/validate.js';

const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: widgets.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {plural: widgets, kind: Widget}
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          required: [spec]
          properties:
            spec:
              type: object
              required: [size]
              properties:
                size: {type: integer, minimum: 1, maximum: 10, exclusiveMaximum: true}
                colour: {type: string, enum: [red, green], default: red}
                name: {type: string, pattern: "^[a-z]+$", maxLength: 5, nullable: true}
                port: {x-kubernetes-int-or-string: true}
                when: {type: string, format: date-time}
                extra: {type: object, x-kubernetes-preserve-unknown-fields: true, properties: {open: {type: boolean}}}
                labels: {type: object, additionalProperties: {type: string}, maxProperties: 1}
                embedded: {type: object, x-kubernetes-embedded-resource: true, properties: {spec: {type: object}}}
                choice: {type: object, properties: {a: {type: string}, b: {type: string}}, oneOf: [{required: [a]}, {required: [b]}]}
                parts:
                  type: array
                  maxItems: 2
                  x-kubernetes-list-type: map
                  x-kubernetes-list-map-keys: [id]
                  items: {type: object, required: [id], properties: {id: {type: string}, weight: {type: number, multipleOf: 0.5}}}
                tags: {type: array, x-kubernetes-list-type: set, items: {type: string}}
    - {name: v0, served: false, storage: false, schema: {openAPIV3Schema: {type: object}}}
`;

function judged(spec: string, version = 'v1'): string[] {
  const resource = `apiVersion: example.com/${version}\nkind: Widget\nmetadata: {name: w}\nspec: ${spec}\n`;
  const { manifests } = readManifests('w.yaml', `${definition}---\n${resource}`);
  return validateManifests(manifests, ['1.34'], { matches: patternMatcher() }).map(
    ({ rule, message }) => `${rule} ${/`([^`]*)`/.exec(message)?.[1] ?? ''}`,
  );
}

test.each([
  ['{size: 1}', []],
  ['{size: 9, colour: green, name: abc, port: http, extra: {any: [1]}, labels: {a: b}}', []],
  ['{size: 1, name: null}', []],
  ['{size: 1, port: 80}', []],
  ['{size: 1, colour: null}', []],
  ['{size: 1, embedded: {apiVersion: v1, kind: Pod, metadata: {name: x}, spec: {}}}', []],
  ['{size: 1, parts: [{id: a}, {id: b, weight: 1.5}], tags: [a, b], choice: {a: x}}', []],
  ['{size: 1, when: "2026-01-01T00:00:00Z"}', []],
])('%s keeps the schema', (spec, expected) => {
  expect(judged(spec)).toEqual(expected);
});

test.each([
  ['{}', ['schema-required spec.size']],
  ['{size: 0}', ['server-invalid spec.size']],
  ['{size: 10}', ['server-invalid spec.size']],
  ['{size: "1"}', ['schema-type spec.size']],
  ['{size: 1.5}', ['schema-type spec.size']],
  ['{size: null}', ['schema-type spec.size']],
  ['{size: 1, colour: blue}', ['schema-enum spec.colour']],
  ['{size: 1, name: ABC}', ['server-invalid spec.name']],
  ['{size: 1, name: abcdef}', ['server-too-long spec.name']],
  ['{size: 1, port: 1.5}', ['schema-type spec.port']],
  ['{size: 1, when: yesterday}', ['schema-type spec.when']],
  ['{size: 1, extra: {open: 1}}', ['schema-type spec.extra.open']],
  ['{size: 1, labels: {a: 1}}', ['schema-type spec.labels.a']],
  ['{size: 1, labels: {a: b, c: d}}', ['server-too-many spec.labels']],
  ['{size: 1, colur: red}', ['schema-unknown-field spec.colur']],
  ['{size: 1, parts: [{id: a, m: 1}]}', ['schema-unknown-field spec.parts[0].m']],
  ['{size: 1, embedded: {kind: Pod, spec: {}, data: 1}}', ['schema-unknown-field spec.embedded.data']],
  ['{size: 1, parts: [{id: a}, {id: a}]}', ['schema-list-key spec.parts[1]']],
  ['{size: 1, parts: [{weight: 1}]}', ['schema-required spec.parts[0].id']],
  ['{size: 1, parts: [{id: a, weight: 0.3}]}', ['server-invalid spec.parts[0].weight']],
  ['{size: 1, parts: [{id: a}, {id: b}, {id: c}]}', ['server-too-many spec.parts']],
  ['{size: 1, tags: [a, a]}', ['schema-list-key spec.tags[1]']],
  ['{size: 1, choice: {}}', ['server-invalid spec.choice']],
  ['{size: 1, choice: {a: x, b: z}}', ['server-invalid spec.choice']],
])('%s does not keep the schema', (spec, expected) => {
  expect(judged(spec)).toEqual(expected);
});

test('an unknown field names the one that was meant', () => {
  const { manifests } = readManifests(
    'w.yaml',
    `${definition}---\napiVersion: example.com/v1\nkind: Widget\nmetadata: {name: w}\nspec: {size: 1, colur: red}\n`,
  );
  const [finding] = validateManifests(manifests, ['1.34']);
  expect(finding?.message).toContain('did you mean `colour`');
  expect(finding?.at.start).toMatchObject({ line: definition.split('\n').length + 4 });
});

test('a version that is not served is unknown', () => {
  expect(judged('{size: 1}', 'v0')).toEqual(['api-unknown example.com/v0']);
});

test('definitions beside the input judge it', () => {
  const { manifests } = readManifests(
    'w.yaml',
    'apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: w}\nspec: {}\n',
  );
  const definitions = readManifests('crd.yaml', definition).manifests;
  expect(validateManifests(manifests, ['1.34'], { definitions }).map(({ rule }) => rule)).toEqual(['schema-required']);
});

test('a pattern that would run for ever is given up', () => {
  const matches = patternMatcher();
  expect(matches('^(a+)+$', `${'a'.repeat(40)}!`)).toBeUndefined();
  expect(matches('^(a+)+$', 'aaa')).toBe(true);
  expect(matches('(?i)^ABC$', 'abc')).toBe(true);
  expect(matches('(', 'abc')).toBeUndefined();
});
