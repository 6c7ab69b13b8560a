import { END, isBlank, isBreak, isBreakOrEnd, isDigit, SPACE, TAB } from './characters.js';
import type { Cursor, Mark } from './cursor.js';

interface Header {
  readonly chomping: '' | '+' | '-';
  readonly increment: number;
}

function scanIncrement(cursor: Cursor, start: Mark): number {
  if (!isDigit(cursor.peek())) return 0;
  if (cursor.peek() === 48) throw cursor.fault('found an indentation indicator equal to 0', start);
  return cursor.text.charCodeAt(cursor.at++) - 48;
}

function scanChomping(cursor: Cursor): '' | '+' | '-' {
  const code = cursor.peek();
  if (code !== 43 && code !== 45) return '';
  cursor.at++;
  return code === 43 ? '+' : '-';
}

function scanHeader(cursor: Cursor, start: Mark): Header {
  let chomping = scanChomping(cursor);
  const increment = scanIncrement(cursor, start);
  if (chomping === '' && increment > 0) chomping = scanChomping(cursor);
  while (isBlank(cursor.peek())) cursor.at++;
  if (cursor.peek() === 35) cursor.skipToBreak();
  if (!isBreakOrEnd(cursor.peek())) throw cursor.fault('did not find expected comment or line break', start);
  if (isBreak(cursor.peek())) cursor.breakLine();
  return { chomping, increment };
}

/** Empty lines, and the indentation of the next line with text; `indent` 0 means that it is still to be found out. */
function scanBreaks(
  cursor: Cursor,
  indent: number,
  parent: number,
  start: Mark,
): { indent: number; breaks: string; end: number } {
  let [deepest, breaks, end] = [0, '', cursor.at];
  for (;;) {
    while ((indent === 0 || cursor.column < indent) && cursor.peek() === SPACE) cursor.at++;
    deepest = Math.max(deepest, cursor.column);
    if ((indent === 0 || cursor.column < indent) && cursor.peek() === TAB) {
      throw cursor.fault('found a tab character where an indentation space is expected', start);
    }
    if (!isBreak(cursor.peek())) break;
    breaks += cursor.breakLine();
    end = cursor.at;
  }
  return { indent: indent === 0 ? Math.max(deepest, parent + 1, 1) : indent, breaks, end };
}

/**
 * A literal or folded block scalar from its `|` or `>` on.
 * @param parent indentation of the collection that it stands in, -1 at the root
 * @returns its text and the offset just behind its last line
 */
export function scanBlock(cursor: Cursor, parent: number): { value: string; end: number } {
  const start = cursor.mark();
  const literal = cursor.peek() === 124;
  cursor.at++;
  const { chomping, increment } = scanHeader(cursor, start);
  let gap = scanBreaks(cursor, increment === 0 ? 0 : Math.max(parent, 0) + increment, parent, start);
  const { indent } = gap;
  const parts: string[] = [];
  let [lineBreak, blankBefore] = ['', false];
  while (cursor.column === indent && cursor.peek() !== END) {
    const blankNow = isBlank(cursor.peek());
    const folds = !literal && lineBreak === '\n' && !blankBefore && !blankNow;
    parts.push(folds ? (gap.breaks === '' ? ' ' : '') : lineBreak, gap.breaks);
    blankBefore = blankNow;
    const from = cursor.at;
    cursor.skipToBreak();
    parts.push(cursor.text.slice(from, cursor.at));
    lineBreak = cursor.peek() === END ? '' : cursor.breakLine();
    gap = scanBreaks(cursor, indent, parent, start);
  }
  if (chomping !== '-') parts.push(lineBreak);
  if (chomping === '+') parts.push(gap.breaks);
  return { value: parts.join(''), end: gap.end };
}
