export type TokenType =
  | 'version'
  | 'tag-directive'
  | 'document-start'
  | 'document-end'
  | 'stream-end'
  | 'block-sequence'
  | 'block-mapping'
  | 'block-end'
  | '['
  | ']'
  | '{'
  | '}'
  | ','
  | '-'
  | '?'
  | ':'
  | 'alias'
  | 'anchor'
  | 'tag'
  | 'scalar';

export interface Token {
  readonly type: TokenType;
  readonly start: number;
  readonly end: number;
  /** Line of its first character, counted from 0 at the start of the document. */
  readonly line: number;
  /** Text of a scalar, name of an anchor or alias, handle of a tag, `1.1` of a version. */
  readonly value: string;
  /** Suffix of a tag, or the prefix that a %TAG directive gives. */
  readonly suffix: string;
  /** Whether a scalar is plain: only such is looked at as a number, a boolean or null. */
  readonly plain: boolean;
}
