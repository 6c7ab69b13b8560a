import { reasonOf, type Waiver } from './waiver.js';

const form = /(?:^|\s)#\s*scale-gate-ignore\s+([\w*-]+)\s*:?\s*(.*)$/;
const blank = /^\s*(?:#.*)?$/;
const separator = /^(?:---|\.\.\.)(?:\s|$)/;

/** Column of the first thing of a line; of what stands behind the dash for an item of a list that is one with it. */
function indent(line: string): number {
  return line.length - line.trimStart().length;
}

/** The last line of what begins on a line: everything below it that is indented more. */
function endOf(lines: readonly string[], first: number): number {
  const own = indent(lines[first] ?? '');
  let last = first;
  for (let index = first + 1; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (separator.test(line)) break;
    if (blank.test(line)) continue;
    // The items of a list may stand at the column of their key.
    const item = indent(line) === own && /^\s*- /.test(line) && !/^\s*- /.test(lines[first] ?? '');
    if (indent(line) <= own && !item) break;
    last = index;
  }
  return last;
}

/** The lines of the document around a line, without its separators. */
function documentAround(lines: readonly string[], at: number): readonly [number, number] {
  let first = at;
  while (first > 0 && !separator.test(lines[first - 1] ?? '')) first--;
  let last = at;
  while (last + 1 < lines.length && !separator.test(lines[last + 1] ?? '')) last++;
  return [first, last];
}

/**
 * What a comment on a line reaches: beside a key, what the key holds; above one, the same; above the first key of a
 * document, the document.
 */
function reach(lines: readonly string[], at: number): readonly [number, number] {
  if (!/^\s*#/.test(lines[at] ?? '')) return [at, endOf(lines, at)];
  const [start, end] = documentAround(lines, at);
  const isHead = lines.slice(start, at).every((line) => blank.test(line));
  if (isHead) return [start, end];
  let next = at + 1;
  while (next <= end && blank.test(lines[next] ?? '')) next++;
  return next > end ? [at, at] : [next, endOf(lines, next)];
}

/** `# scale-gate-ignore RULE: reason until 2027-01-31`, on a line of its own or behind a key. */
export function commentWaivers(file: string, text: string): readonly Waiver[] {
  if (!text.includes('scale-gate-ignore')) return [];
  const lines = text.split(/\r?\n/);
  return lines.flatMap((line, index): Waiver[] => {
    const [, rule, rest = ''] = form.exec(line) ?? [];
    if (rule === undefined) return [];
    const column = line.indexOf('#') + 1;
    const start = { line: index + 1, column };
    const [first, last] = reach(lines, index);
    return [
      {
        rule,
        ...reasonOf(rest),
        from: 'comment',
        at: { file, start, end: { line: index + 1, column: line.length + 1 } },
        scope: { lines: { file, first: first + 1, last: last + 1 } },
      },
    ];
  });
}
