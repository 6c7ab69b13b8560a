import type { Location, Position } from '../domain/location.js';

/** The text of one file, with lines found when somebody asks for a position. */
export class Source {
  readonly file: string;
  readonly text: string;
  #starts: number[] | undefined;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }

  #lineStarts(): readonly number[] {
    if (this.#starts !== undefined) return this.#starts;
    const starts = [0];
    if (this.text.includes('\r'))
      for (const found of this.text.matchAll(/\r\n|\r|\n/g)) starts.push(found.index + found[0].length);
    else for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#starts = starts;
    return starts;
  }

  position(at: number): Position {
    const starts = this.#lineStarts();
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
  }

  location(start: number, end: number): Location {
    return { file: this.file, start: this.position(start), end: this.position(Math.max(start, end)) };
  }

  textAt({ start, end }: Location): string {
    const starts = this.#lineStarts();
    const offset = ({ line, column }: Position): number => (starts[line - 1] ?? this.text.length) + column - 1;
    return this.text.slice(offset(start), offset(end));
  }

  /** Offset of the first character of a line that is no blank; lines count from 1. */
  lineAt(line: number): number {
    const starts = this.#lineStarts();
    const start = starts[Math.min(line, starts.length) - 1] ?? 0;
    return start + (/^[ \t]*/.exec(this.text.slice(start, start + 500))?.[0].length ?? 0);
  }
}
