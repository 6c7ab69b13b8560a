/** Line and column, both 1-based; a column counts UTF-16 units, as editors, SARIF and annotations do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch of a file; `end` is just behind the last character. */
export interface Location {
  /** Path as the user gave it, with forward slashes. */
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

/** `file:line:column`, as terminals and editors make it clickable. */
export function describeLocation({ file, start }: Location): string {
  return `${file}:${start.line}:${start.column}`;
}
