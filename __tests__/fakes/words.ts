import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@jest/globals';

/**
 * What is said, word by word and number by number, beside what was said when somebody last read it. A change of wording is
 * fine: `WRITE_FIXTURES=1 npm test -- NAME` writes it anew, and the review of the diff is the point.
 */
export function wordsOf(file: string): (name: string, said: unknown) => void {
  const fixture = path.resolve('__tests__/fixtures', file);
  const isWriting = process.env['WRITE_FIXTURES'] === '1';
  const known: Readonly<Record<string, unknown>> =
    !isWriting && existsSync(fixture) ? JSON.parse(readFileSync(fixture, 'utf8')) : {};
  const written: Record<string, unknown> = {};
  return (name, said) => {
    written[name] = said;
    if (isWriting) writeFileSync(fixture, `${JSON.stringify(written, null, 1)}\n`);
    // As JSON has it: what is undefined is not there.
    else expect(JSON.parse(JSON.stringify(said))).toEqual(known[name]);
  };
}
