import { describe, expect, test } from '@jest/globals';
import { LateDiagnostic } from '../../src/manifests/late-diagnostic.js';

const start = { line: 1, column: 1 };
const parts = {
  rule: 'r',
  severity: 'error' as const,
  requirement: 'containers' as const,
  message: 'm',
  remediation: 'd',
  at: { file: 'f', start, end: start },
  object: 'o',
  related: [],
};

describe('a diagnostic with a late fingerprint', () => {
  test('does not make it before it is asked for', () => {
    const never = () => {
      throw new Error('asked');
    };
    const diagnostic = new LateDiagnostic(parts, never);
    expect(diagnostic.message).toBe('m');
    expect(() => diagnostic.fingerprint).toThrow('asked');
  });

  test('gives each its own, also to copies and to JSON, in the usual order', () => {
    const fix = { description: 'x', edits: [] };
    const [one, two] = [new LateDiagnostic(parts, () => '1'), new LateDiagnostic({ ...parts, fix }, () => '2')];
    expect([one, two].map((each) => ({ ...each }).fingerprint)).toEqual(['1', '2']);
    expect(Object.keys(JSON.parse(JSON.stringify(two)))).toEqual([...Object.keys(parts), 'fingerprint', 'fix']);
    expect('fix' in one).toBe(false);
  });
});
