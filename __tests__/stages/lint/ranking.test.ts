import { describe, expect, test } from '@jest/globals';
import type { Diagnostic, Severity } from '../../../src/domain/diagnostic.js';
import { ranked } from '../../../src/stages/lint/ranking.js';

function diagnostic([severity, file, line, column, message]: readonly [Severity, string, number, number, string]) {
  const start = { line, column };
  return { severity, message, at: { file, start, end: start } } as Diagnostic;
}

const rows = [
  ['note', 'a.yaml', 1, 1, 'sixth'],
  ['error', 'b.yaml', 2, 1, 'third'],
  ['warning', 'a.yaml', 1, 1, 'fourth'],
  ['error', 'a.yaml', 4_000_000, 1, 'second'],
  ['error', 'a.yaml', 9, 200_000, 'first'],
  ['warning', 'a.yaml', 1, 1, 'fifth, behind its like'],
] as const;

describe('the order of findings', () => {
  test('is by severity, file, line and column, and else as it was', () => {
    const messages = ranked(rows.map(diagnostic)).map(({ message }) => message);
    expect(messages).toEqual(['first', 'second', 'third', 'fourth', 'fifth, behind its like', 'sixth']);
  });

  test('of lines is by number and of files by unit, whatever comes first', () => {
    const places = ranked(rows.toReversed().map(diagnostic)).map(({ at }) => `${at.file}:${at.start.line}`);
    expect(places.slice(0, 3)).toEqual(['a.yaml:9', 'a.yaml:4000000', 'b.yaml:2']);
  });

  test('leaves the given list alone', () => {
    const given = Object.freeze(rows.map(diagnostic));
    expect(() => ranked(given)).not.toThrow();
  });
});
