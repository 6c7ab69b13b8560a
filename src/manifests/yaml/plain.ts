import { isBlank, isBlankOrEnd, isBreak, TAB } from './characters.js';
import type { Cursor } from './cursor.js';

/** Joins the lines of a plain or quoted scalar: one break becomes a space, further ones stay. */
export function fold(first: string, further: string): string {
  if (first !== '\n') return first + further;
  return further === '' ? ' ' : further;
}

export interface PlainScalar {
  readonly value: string;
  /** Offset just behind the last character that belongs to it. */
  readonly end: number;
  /** Whether it ended at a line break, so that a new key may follow. */
  readonly brokenOff: boolean;
}

function endsPlain(code: number, next: number, inFlow: boolean): boolean {
  if (code === 58 /* : */) return isBlankOrEnd(next);
  if (!inFlow) return false;
  return code === 44 || code === 63 || code === 91 || code === 93 || code === 123 || code === 125; // , ? [ ] { }
}

/** A plain scalar from the cursor on; lines that are indented by less than `indent` do not belong to it. */
export function scanPlain(cursor: Cursor, indent: number, inFlow: boolean): PlainScalar {
  const start = cursor.mark();
  let [value, spaces, first, further] = ['', '', '', ''];
  let end = cursor.at;
  for (;;) {
    if (cursor.atIndicator(45) || cursor.atIndicator(46) || cursor.peek() === 35) break;
    const wordStart = cursor.at;
    while (!isBlankOrEnd(cursor.peek()) && !endsPlain(cursor.peek(), cursor.peek(1), inFlow)) cursor.at++;
    if (cursor.at > wordStart) {
      value += (first === '' ? spaces : fold(first, further)) + cursor.text.slice(wordStart, cursor.at);
      [spaces, first, further] = ['', '', ''];
      end = cursor.at;
    }
    if (!isBlank(cursor.peek()) && !isBreak(cursor.peek())) break;
    for (;;) {
      const code = cursor.peek();
      if (isBlank(code)) {
        if (first !== '' && cursor.column < indent && code === TAB) {
          throw cursor.fault('found a tab character that violates indentation', start);
        }
        if (first === '') spaces += String.fromCharCode(code);
        cursor.at++;
      } else if (!isBreak(code)) break;
      else if (first === '') first = cursor.breakLine();
      else further += cursor.breakLine();
    }
    if (!inFlow && cursor.column < indent) break;
  }
  return { value, end, brokenOff: first !== '' };
}
