import { describe, expect, test } from '@jest/globals';
import type { Diagnostic } from '../../src/domain/diagnostic.js';
import { readManifests } from '../../src/manifests/read.js';
import { validateManifests } from '../../src/manifests/validate.js';
import { fixed } from '../../src/stages/lint/fix.js';

function judged(text: string): readonly Diagnostic[] {
  const { manifests, diagnostics } = readManifests('a.yaml', text);
  return [...diagnostics, ...validateManifests(manifests, ['1.34'])];
}

/** As `--fix` does: again, until there is nothing left to mend. */
function mended(text: string): string {
  let [now, before] = [text, ''];
  for (let pass = 0; now !== before && pass < 20; pass++) {
    before = now;
    now = fixed('a.yaml', now, judged(now)).text;
  }
  return now;
}

const pod = (lines: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n    - name: a # the one\n      image: a:1\n${lines}`;
const ingress = (path: string) =>
  `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a}\nspec:\n  rules:\n    - http:\n        paths:\n${path}`;
const backend = 'backend: {service: {name: a, port: {number: 80}}}';
const pdb = (version: string, selector: string) =>
  `apiVersion: policy/${version} # as it was\nkind: PodDisruptionBudget\nmetadata: {name: a}\nspec: {minAvailable: 1, selector: ${selector}}\n`;

describe('what is mechanical is mended, and comments and form stay', () => {
  test.each<readonly [string, string, string, string]>([
    [
      'a misspelt field',
      'schema-unknown-field',
      pod('      imagePullPolcy: Always # why\n'),
      pod('      imagePullPolicy: Always # why\n'),
    ],
    [
      'a misspelt field in quotes',
      'schema-unknown-field',
      pod('      "imagePullPolcy": Always\n'),
      pod('      "imagePullPolicy": Always\n'),
    ],
    [
      'a number in an environment',
      'schema-type',
      pod('      env:\n        - {name: PORT, value: 8080}\n'),
      pod('      env:\n        - {name: PORT, value: "8080"}\n'),
    ],
    [
      'several of them',
      'schema-type',
      pod('      env:\n        - name: A\n          value: yes # on\n        - name: B\n          value: 0x10\n'),
      pod('      env:\n        - name: A\n          value: "yes" # on\n        - name: B\n          value: "0x10"\n'),
    ],
    [
      'a boolean among annotations',
      'schema-type',
      pod('').replace('name: a\nspec', 'name: a\n  annotations:\n    on: true\nspec'),
      pod('').replace('name: a\nspec', 'name: a\n  annotations:\n    on: "true"\nspec'),
    ],
    [
      'a port in quotes',
      'schema-type',
      pod('      ports:\n        - containerPort: "80"\n'),
      pod('      ports:\n        - containerPort: 80\n'),
    ],
    ['a boolean in quotes', 'schema-type', pod("      stdin: 'true'\n"), pod('      stdin: true\n')],
    ['the same key twice', 'yaml-duplicate-key', pod('      image: a:1\n'), pod('')],
    [
      'the same block twice',
      'yaml-duplicate-key',
      `${pod('      env:\n        - {name: A, value: b}\n      env:\n        - {name: A, value: b}\n')}`,
      pod('      env:\n        - {name: A, value: b}\n'),
    ],
    [
      'a path without its type',
      'schema-required',
      ingress(`          - path: /\n            ${backend}\n`),
      ingress(`          - path: /\n            pathType: ImplementationSpecific\n            ${backend}\n`),
    ],
    [
      'a path that begins with its backend',
      'schema-required',
      ingress(`          - ${backend}\n            path: /\n`),
      ingress(`          - pathType: ImplementationSpecific\n            ${backend}\n            path: /\n`),
    ],
    [
      'a path in braces',
      'schema-required',
      ingress(`          - {path: /, ${backend}}\n`),
      ingress(`          - {path: /, pathType: ImplementationSpecific, ${backend}}\n`),
    ],
    [
      'a version that is gone',
      'api-removed',
      pdb('v1beta1', '{matchLabels: {a: b}}'),
      pdb('v1', '{matchLabels: {a: b}}'),
    ],
  ])('%s', (_, rule, before, after) => {
    expect(judged(before).map((one) => one.rule)).toContain(rule);
    expect(mended(before)).toBe(after);
    expect(judged(after).map((one) => one.rule)).not.toContain(rule);
    const windows = (text: string) => text.replaceAll('\n', '\r\n');
    expect(mended(windows(before))).toBe(windows(after));
  });
});

describe('what somebody has to decide is left alone', () => {
  test.each([
    [
      'a misspelt field whose right name is there, too',
      pod('      imagePullPolcy: Always\n      imagePullPolicy: Never\n'),
    ],
    ['a field that nothing is near to', pod('      wibbleWobble: 1\n')],
    ['the same key with two values', pod('      image: a:2\n')],
    ['the same key twice on one line', pod('').replace('name: a\nspec', 'name: a\n  labels: {a: b, a: b}\nspec')],
    ['a version that gives an empty selector another meaning', pdb('v1beta1', '{}')],
    ['a version with other fields', ingress('').replace('networking.k8s.io/v1', 'networking.k8s.io/v1beta1')],
    [
      'a number behind an alias',
      pod('      tty: &n 5\n      env: [{name: A, value: *n}]\n').replace('tty', 'terminationMessagePath'),
    ],
    ['a text that is no number', pod('      ports: [{containerPort: "http"}]\n')],
  ])('%s', (_, text) => {
    const once = mended(text);
    expect(mended(once)).toBe(once);
    if (!text.includes('*n')) expect(once).toBe(text);
    else expect(once).toContain('value: *n');
  });
});
