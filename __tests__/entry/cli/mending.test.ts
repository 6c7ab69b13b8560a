import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { mend } from '../../../src/entry/cli/mending.js';

const finding = (file: string) => {
  const at = { file, start: { line: 2, column: 1 }, end: { line: 3, column: 1 } };
  return { fix: { description: 'take the line out', edits: [{ at, text: '' }] } } as never;
};

test('fixes are written into their files, and what is no file is left alone', () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'sg-mend-')), 'web.yaml');
  writeFileSync(file, 'a: 1\nb: 2\nc: 3\n');
  expect(mend([finding(file), finding('-'), finding(`${file}/gone.yaml#1`)])).toEqual({
    applied: 1,
    lines: [`mended ${file}: 1 findings`],
  });
  expect(readFileSync(file, 'utf8')).toBe('a: 1\nc: 3\n');
});
