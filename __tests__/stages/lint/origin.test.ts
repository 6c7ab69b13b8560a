import { expect, test } from '@jest/globals';
import type { Diagnostic } from '../../../src/domain/diagnostic.js';
import { toOrigins } from '../../../src/stages/lint/origin.js';

const at = { file: 'chart/Chart.yaml', start: { line: 1, column: 1 }, end: { line: 1, column: 3 } };
const found: Diagnostic = {
  rule: 'schema-type',
  severity: 'error',
  requirement: 'containers',
  message: 'm',
  remediation: 'r',
  at,
  object: 'Pod/a',
  related: [],
  fingerprint: 'f',
  fix: { description: 'd', edits: [{ at, text: '' }] },
};

test.each([
  ['a rendered text, which is called after the chart, is not mended: the chart holds something else', true, false],
  ['a file that was read as it is stays to be mended', undefined, true],
] as const)('%s', (_, rendered, mends) => {
  const text = { file: at.file, name: at.file, text: 'a: b\n', ...(rendered ? { rendered } : {}) };
  expect(toOrigins([found], [text]).map(({ fix }) => fix !== undefined)).toEqual([mends]);
});
