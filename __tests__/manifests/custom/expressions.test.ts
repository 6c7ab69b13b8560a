import { describe, expect, test } from '@jest/globals';
import { celLanguage } from '../../../src/adapters/cel/language.js';
import { hasExpressions } from '../../../src/manifests/custom/expressions.js';
import { readManifests } from '../../../src/manifests/read.js';
import { validateManifests } from '../../../src/manifests/validate.js';

const definition = (properties: string, rules = '[]') => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: queues.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {plural: queues, kind: Queue}
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          x-kubernetes-validations: ${rules}
          properties:
            spec: {type: object, ${properties}}
`;

const { evaluate } = celLanguage();

function judged(definitionText: string, spec: string) {
  const resource = `apiVersion: example.com/v1\nkind: Queue\nmetadata: {name: jobs}\nspec: ${spec}\n`;
  const { manifests } = readManifests('q.yaml', resource);
  const definitions = readManifests('crd.yaml', definitionText).manifests;
  return validateManifests(manifests, ['1.34'], { definitions, evaluate });
}

const sizes = definition(
  'x-kubernetes-validations: [{rule: "self.min <= self.max", message: "min must not be above max"}], properties: {min: {type: integer}, max: {type: integer}}',
);

describe('expressions of the definition of a custom resource', () => {
  test('a rule that is kept says nothing', () => expect(judged(sizes, '{min: 1, max: 1}')).toEqual([]));

  test('a rule that is not kept is said in its own words, at the value that it is about', () => {
    const [found, ...more] = judged(sizes, '{min: 2, max: 1}');
    expect(more).toEqual([]);
    expect(found).toMatchObject({ rule: 'server-invalid', severity: 'error' });
    expect(found?.message).toMatch(/^`spec` is .*: min must not be above max$/);
    expect(found?.at.start).toEqual({ line: 4, column: 7 });
  });

  test.each<readonly [string, string, string, string, RegExp]>([
    [
      'without a message the rule is said',
      'x-kubernetes-validations: [{rule: "self.a > 1"}], properties: {a: {type: integer}}',
      '{a: 1}',
      'server-invalid',
      /failed rule: self\.a > 1/,
    ],
    [
      'a message can be an expression',
      `x-kubernetes-validations: [{rule: "self.a > 1", message: m, messageExpression: "'a is ' + string(self.a)"}], properties: {a: {type: integer}}`,
      '{a: 1}',
      'server-invalid',
      /: a is 1$/,
    ],
    [
      'a message that is no text gives way',
      'x-kubernetes-validations: [{rule: "self.a > 1", message: m, messageExpression: "self.a"}], properties: {a: {type: integer}}',
      '{a: 1}',
      'server-invalid',
      /: m$/,
    ],
    [
      'a reason and a path of its own',
      'x-kubernetes-validations: [{rule: "has(self.b)", message: m, reason: FieldValueRequired, fieldPath: .b}], properties: {a: {type: integer}, b: {type: string}}',
      '{a: 1}',
      'schema-required',
      /`spec\.b` is required: m/,
    ],
    [
      'a key that is not there',
      'x-kubernetes-validations: [{rule: "self.b == 1"}], properties: {a: {type: integer}, b: {type: integer}}',
      '{a: 1}',
      'server-invalid',
      /No such key: b, evaluating rule: self\.b == 1/,
    ],
    [
      'a number is a double',
      'x-kubernetes-validations: [{rule: "self.a / 2.0 > 1.0", message: m}], properties: {a: {type: number}}',
      '{a: 1}',
      'server-invalid',
      /: m$/,
    ],
    [
      'a name that is none in the language',
      'x-kubernetes-validations: [{rule: "self.max__dash__age > 1 && self.__namespace__ == \'x\'", message: m}], properties: {max-age: {type: integer}, namespace: {type: string}}',
      '{max-age: 1, namespace: x}',
      'server-invalid',
      /: m$/,
    ],
    [
      'items of lists',
      'properties: {a: {type: array, items: {type: string, x-kubernetes-validations: [{rule: "self.startsWith(\'x\')", message: m}]}}}',
      '{a: [x1, y1]}',
      'server-invalid',
      /`spec\.a\[1\]` is `y1`: m/,
    ],
    [
      'values of maps',
      'properties: {a: {type: object, additionalProperties: {type: integer, x-kubernetes-validations: [{rule: "self > 1", message: m}]}}}',
      '{a: {k: 1}}',
      'server-invalid',
      /`spec\.a\[k\]` is `1`: m/,
    ],
  ])('%s', (_, properties, spec, rule, message) => {
    const found = judged(definition(properties), spec);
    expect(found.map((one) => one.rule)).toEqual([rule]);
    expect(found[0]?.message).toMatch(message);
  });

  test('of the metadata the names alone are seen, and the root is judged', () => {
    const rules = `[{rule: "self.metadata.name.size() < 3 && !has(self.metadata.labels)", message: short}]`;
    expect(judged(definition('properties: {a: {type: integer}}', rules), '{a: 1}')[0]?.message).toMatch(/: short$/);
  });

  test.each([
    ['a function that only the server has', 'isURL(self.a)'],
    ['what is no expression', 'self.a ==='],
    ['what gives no truth', "self.a > duration('1s')"],
  ])('%s is a note, not a fault', (_, rule) => {
    const found = judged(
      definition(`x-kubernetes-validations: [{rule: "${rule}"}], properties: {a: {type: string}}`),
      '{a: x}',
    );
    expect(found.map(({ rule: id, severity }) => [id, severity])).toEqual([['schema-expression', 'note']]);
    expect(found[0]?.message).toContain(rule);
  });

  test('a rule about a change says nothing of a new object', () => {
    const changes = 'x-kubernetes-validations: [{rule: "self.a == oldSelf.a"}], properties: {a: {type: integer}}';
    expect(judged(definition(changes), '{a: 1}')).toEqual([]);
  });

  test('nothing is evaluated after a fault that stops the server', () => {
    expect(judged(sizes, '{min: x, max: 1}').map(({ rule }) => rule)).toEqual(['schema-type']);
  });
});

test('only definitions with expressions need the language', () => {
  const objectIn = (text: string) => readManifests('crd.yaml', text).manifests[0]?.value;
  expect(hasExpressions(objectIn(sizes))).toBe(true);
  expect(hasExpressions({ spec: { versions: [{ schema: { type: 'object' } }] } })).toBe(false);
});
