import type { Location } from '../../domain/location.js';
import type { Manifest } from '../../manifests/manifest.js';
import type { Finding, Place } from './rule.js';

const header = /^(?:[&!]\S*[ \t]+)*([|>])[^\r\n]*(?:\r\n|\r|\n)/;
const breaks = /\r\n|\r|\n/;

/** A block scalar as it is written: for each line of its text the line of the file, from its first, and the column. */
type Block = readonly ({ readonly row: number; readonly column: number } | undefined)[];

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** Lines of the text, by the lines that they are written in. In a folded block neighbours are one line, apart from deeper ones. */
function blockOf(written: string, folded: boolean): Block {
  const rows = written.split(breaks).slice(1);
  const base = rows.reduce((least, row) => (row.trim() === '' ? least : Math.min(least, indentOf(row))), Infinity);
  const block: { row: number; column: number }[] = [];
  let [line, blanks, deepBefore] = [-1, 0, false];
  for (const [index, row] of rows.entries()) {
    if (row.trim() === '') {
      blanks++;
      continue;
    }
    const deep = indentOf(row) > base;
    if (line < 0) line = blanks;
    else line += folded && !deep && !deepBefore ? blanks : 1 + blanks;
    block[line] ??= { row: index, column: indentOf(row) + 1 };
    [blanks, deepBefore] = [0, deep];
  }
  return block;
}

interface Known {
  readonly value: Location;
  readonly block: Block | undefined;
}

/** Read once for each text: a long file may have as many findings as lines. */
const blocks = new WeakMap<Manifest, Map<string, Known>>();

function knownOf({ on, path }: Place): Known {
  const known = blocks.get(on) ?? new Map<string, Known>();
  blocks.set(on, known);
  const key = JSON.stringify(path);
  const before = known.get(key);
  if (before !== undefined) return before;
  const written = on.written?.(path, 'value') ?? '';
  const style = header.exec(written)?.[1];
  const made = { value: on.locate(path, 'value'), block: style && blockOf(written, style === '>') } as Known;
  known.set(key, made);
  return made;
}

/** A line of an embedded file. In a quoted text there is no line to point at, and the whole value is. */
export function lineWithin(place: Place, { line, width }: NonNullable<Finding['textLine']>): Location {
  const { value, block } = knownOf(place);
  const at = block?.[line];
  if (at === undefined) return value;
  const start = { line: value.start.line + 1 + at.row, column: at.column };
  return { file: value.file, start, end: { line: start.line, column: start.column + width } };
}
