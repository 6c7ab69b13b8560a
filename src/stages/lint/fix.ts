import type { Diagnostic } from '../../domain/diagnostic.js';
import type { Location, Position } from '../../domain/location.js';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface FixedText {
  readonly text: string;
  readonly applied: number;
  /** Fixes that would have changed what another one changed already; a second run applies them. */
  readonly left: number;
}

function offsetsOf(text: string): (position: Position) => number {
  const starts = [0];
  for (let index = text.indexOf('\n'); index >= 0; index = text.indexOf('\n', index + 1)) starts.push(index + 1);
  return ({ line, column }) => Math.min(text.length, (starts[line - 1] ?? text.length) + column - 1);
}

const editOf = (at: Location, text: string, offset: (position: Position) => number): Edit => {
  return { start: offset(at.start), end: offset(at.end), text };
};

/** The text of a file with the fixes of its findings in it. A fix is applied whole or not at all. */
export function fixed(file: string, text: string, diagnostics: readonly Diagnostic[]): FixedText {
  const offset = offsetsOf(text);
  const taken: Edit[] = [];
  let left = 0;
  let applied = 0;
  for (const { fix } of diagnostics) {
    const edits = fix?.edits.filter(({ at }) => at.file === file).map((one) => editOf(one.at, one.text, offset)) ?? [];
    if (edits.length === 0) continue;
    const free = edits.every((edit) => taken.every((other) => edit.end <= other.start || edit.start >= other.end));
    if (free) {
      taken.push(...edits);
      applied++;
    } else left++;
  }
  const result = taken
    .toSorted((a, b) => b.start - a.start)
    .reduce((whole, { start, end, text: to }) => whole.slice(0, start) + to + whole.slice(end), text);
  return { text: result, applied, left };
}
