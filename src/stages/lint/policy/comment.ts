import { reasonOf, type Waiver } from './waiver.js';

const form = /(?:^|\s)#\s*scale-gate-ignore\s+([\w*-]+)\s*:?\s*(.*)$/;
const blank = /^\s*(?:#.*)?$/;
const separator = /^(?:---|\.\.\.)(?:\s|$)/;

/** Column of the first thing of a line; of what stands behind the dash for an item of a list that is one with it. */
function indent(line: string): number {
  return line.length - line.trimStart().length;
}

/** The last line of what begins on a line: everything below it that is indented more; a separator never is. */
function endOf(lines: readonly string[], first: number): number {
  const own = indent(lines[first] ?? '');
  let last = first;
  for (let index = first + 1; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (blank.test(line)) continue;
    // The items of a list may stand at the column of their key.
    const item = indent(line) === own && /^\s*- /.test(line) && !/^\s*- /.test(lines[first] ?? '');
    if (indent(line) <= own && !item) break;
    last = index;
  }
  return last;
}

/** What comments reach, in one pass over the lines however many comments there are. */
class Reach {
  readonly #lines: readonly string[];
  /** The first line of the document that a line is in, the next line that holds something, the last of the document. */
  readonly #first: number[] = [];
  readonly #next: number[] = [];
  readonly #last: number[] = [];
  /** The first line of a document that holds something. */
  readonly #head: number[] = [];
  readonly #ends = new Map<number, number>();

  constructor(lines: readonly string[]) {
    this.#lines = lines;
    let first = 0;
    for (let at = 0; at < lines.length; at++) {
      if (separator.test(lines[at - 1] ?? '')) first = at;
      this.#first[at] = first;
      if (!blank.test(lines[at] ?? '')) this.#head[first] ??= at;
    }
    let [next, last] = [lines.length, lines.length - 1];
    for (let at = lines.length - 1; at >= 0; at--) {
      if (separator.test(lines[at + 1] ?? '')) last = at;
      this.#last[at] = last;
      if (!blank.test(lines[at] ?? '')) next = at;
      this.#next[at] = next;
    }
  }

  #endOf(line: number): number {
    const known = this.#ends.get(line);
    if (known !== undefined) return known;
    const end = endOf(this.#lines, line);
    this.#ends.set(line, end);
    return end;
  }

  /** Beside a key, what the key holds; above one, the same; above the first key of a document, the document. */
  of(at: number): readonly [number, number] {
    if (!/^\s*#/.test(this.#lines[at] ?? '')) return [at, this.#endOf(at)];
    const [start, end] = [this.#first[at] ?? at, this.#last[at] ?? at];
    if ((this.#head[start] ?? at) >= at) return [start, end];
    const next = this.#next[at] ?? end + 1;
    return next > end ? [at, at] : [next, this.#endOf(next)];
  }
}

/** `# scale-gate-ignore RULE: reason until 2027-01-31`, on a line of its own or behind a key. */
export function commentWaivers(file: string, text: string): readonly Waiver[] {
  if (!text.includes('scale-gate-ignore')) return [];
  const lines = text.split(/\r?\n/);
  const reach = new Reach(lines);
  return lines.flatMap((line, index): Waiver[] => {
    const [, rule, rest = ''] = form.exec(line) ?? [];
    if (rule === undefined) return [];
    const column = line.indexOf('#') + 1;
    const start = { line: index + 1, column };
    const [first, last] = reach.of(index);
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
