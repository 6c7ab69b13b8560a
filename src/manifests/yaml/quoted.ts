import { END, isBlank, isBlankOrEnd, isBreak, isHex } from './characters.js';
import type { Cursor, Mark } from './cursor.js';
import { fold } from './plain.js';

const BACKSLASH = 92;
const DOUBLE = 34;
const SINGLE = 39;

const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  "'": "'",
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};
const codeLengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

function escaped(cursor: Cursor, start: Mark, json: boolean): string {
  const letter = cursor.text.charAt(cursor.at + 1);
  const plain = json && letter === '/' ? '/' : escapes[letter];
  if (plain !== undefined) {
    cursor.at += 2;
    return plain;
  }
  const length = codeLengths[letter];
  if (length === undefined) throw cursor.fault('found unknown escape character', start);
  cursor.at += 2;
  const digits = cursor.text.slice(cursor.at, Math.min(cursor.at + length, cursor.end));
  if (digits.length < length || !isHex(digits)) throw cursor.fault('did not find expected hexdecimal number', start);
  const code = Number.parseInt(digits, 16);
  if ((!json && code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) {
    throw cursor.fault('found invalid Unicode character escape code', start);
  }
  cursor.at += length;
  return String.fromCodePoint(code);
}

/** The words of one line up to a blank, a break or the closing quote; true where a `\` ended the line. */
function scanRun(cursor: Cursor, quote: number, start: Mark, json: boolean, parts: string[]): boolean {
  let from = cursor.at;
  const flush = (): void => {
    if (cursor.at > from) parts.push(cursor.text.slice(from, cursor.at));
  };
  for (let code = cursor.peek(); !isBlankOrEnd(code); code = cursor.peek()) {
    if (code === quote) {
      if (quote === DOUBLE || cursor.peek(1) !== SINGLE) break;
      cursor.at++;
      flush();
      from = ++cursor.at;
    } else if (code === BACKSLASH && quote === DOUBLE) {
      flush();
      if (isBreak(cursor.peek(1))) {
        cursor.at++;
        cursor.breakLine();
        return true;
      }
      parts.push(escaped(cursor, start, json));
      from = cursor.at;
    } else cursor.at++;
  }
  flush();
  return false;
}

/** Blanks and breaks between two runs, as the text that they stand for. */
function scanGap(cursor: Cursor, broken: boolean): string {
  const from = cursor.at;
  while (isBlank(cursor.peek())) cursor.at++;
  if (!isBreak(cursor.peek())) return broken ? '' : cursor.text.slice(from, cursor.at);
  let first = broken ? '' : cursor.breakLine();
  let further = '';
  for (;;) {
    const code = cursor.peek();
    if (isBlank(code)) cursor.at++;
    else if (isBreak(code)) further += cursor.breakLine();
    else break;
  }
  if (broken) {
    first = '';
    return further;
  }
  return fold(first, further);
}

/**
 * A single- or double-quoted scalar, from its opening quote to just behind the closing one.
 * @param json allows what JSON has and YAML 1.1 has not: `\/` and surrogate pairs as two escapes.
 */
export function scanQuoted(cursor: Cursor, json: boolean): string {
  const start = cursor.mark();
  const quote = cursor.peek();
  const parts: string[] = [];
  cursor.at++;
  for (;;) {
    if (cursor.atIndicator(45) || cursor.atIndicator(46))
      throw cursor.fault('found unexpected document indicator', start);
    if (cursor.peek() === END) throw endOfStream(cursor, start);
    const broken = scanRun(cursor, quote, start, json, parts);
    if (cursor.peek() === quote) break;
    parts.push(scanGap(cursor, broken));
  }
  cursor.at++;
  return parts.length === 1 ? (parts[0] ?? '') : parts.join('');
}

function endOfStream(cursor: Cursor, start: Mark): Error {
  return cursor.fault('found unexpected end of stream', start);
}
