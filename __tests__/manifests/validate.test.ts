import { expect, test } from '@jest/globals';
import { readManifests } from '../../src/manifests/read.js';
import { validateManifests } from '../../src/manifests/validate.js';

const thing = 'apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: a}\n';
const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: things.example.com}
spec:
  group: example.com
  names: {kind: Thing, plural: things}
  scope: Namespaced
  versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}]
`;

function rules(text: string, versions: readonly string[] = ['1.34']): readonly string[] {
  return validateManifests(readManifests('a.yaml', text).manifests, versions).map(({ rule }) => rule);
}

test('a custom resource is known where its definition is among the objects', () => {
  expect(rules(thing)).toEqual(['api-unknown']);
  expect(rules(`${definition}---\n${thing}`)).toEqual([]);
  expect(rules(`${definition}---\n${thing.replace('/v1', '/v2')}`)).toEqual(['api-unknown']);
});

test.each([
  [['1.21'], ['api-deprecated']],
  [['v1.25.3'], ['api-removed']],
  [['1.21', '1.25'], ['api-removed']],
  [['latest'], ['api-removed']],
])('for %j, a budget of policy/v1beta1 is %j', (versions, expected) => {
  const budget = 'apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: {name: a}\nspec: {}\n';
  expect(rules(budget, versions)).toEqual(expected);
});
