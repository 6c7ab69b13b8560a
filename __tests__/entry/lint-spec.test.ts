import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseOptions } from '../../src/entry/inputs/parse.js';
import { loadSeconds } from '../../src/entry/lint-policy.js';
import { lintSpec } from '../../src/entry/specs.js';

const fingerprint = '0123456789abcdef';

function specOf(config: string, files: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'sg-spec-'));
  for (const [name, text] of Object.entries({ 'web.yaml': 'kind: Pod\n', ...files }))
    writeFileSync(path.join(folder, name), text);
  const spec = parseOptions({ config: { file: 'scale-gate.yml', text: config }, given: {} });
  return { spec, lint: () => lintSpec(spec, folder, 'shop') };
}

describe('findings that are known', () => {
  test.each([
    ['our own report', JSON.stringify({ stages: [{ data: { diagnostics: [{ fingerprint }] } }] })],
    ['SARIF', JSON.stringify({ runs: [{ results: [{ partialFingerprints: { 'scale-gate/v1': fingerprint } }] }] })],
  ])('are read from %s, below the folder', (_, report) => {
    expect(specOf('lint: { known: base.json }', { 'base.json': report }).lint().known).toEqual([fingerprint]);
  });

  test('are none without the option', () => {
    expect(specOf('').lint()).not.toHaveProperty('known');
  });

  test.each([
    ['is not there', {}, /base\.json is no report: ENOENT/],
    ['is no JSON', { 'base.json': 'apiVersion: v1\n' }, /base\.json is no report: it is no JSON$/],
  ])('in a file that %s are bad input', (_, files, message) => {
    expect(() => specOf('lint: { known: base.json }', files).lint()).toThrow(
      expect.objectContaining({ code: 'INPUT_INVALID', message: expect.stringMatching(message) }),
    );
  });
});

test.each([
  ['', 'error'],
  ['lint: { fail-on: warning }', 'warning'],
  ['lint: { fail-on: error }', 'error'],
])('with %p a finding is a reject from severity %s on', (config, severity) => {
  expect(specOf(config).lint().failOn).toBe(severity);
});

test('no severity but the two can be named', () => {
  expect(() => specOf('lint: { fail-on: note }')).toThrow(/lint\.fail-on is "note"/);
});

test.each([
  ['', 600],
  ['load: { timeout: 90s }', 90],
  ['load: { scale-down: false }', undefined],
  ['load: { profile: off }', undefined],
] as const)('with %p the way up and down has %p seconds', (config, seconds) => {
  expect(loadSeconds(specOf(config).spec)).toBe(seconds);
});
