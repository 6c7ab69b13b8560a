import type { Token } from './token.js';

/**
 * Why a document is no YAML. `line` is the number that kubectl and the API server print, counted from the first line of
 * the document; a parser error names the line before the token that it stumbled over, and some name none.
 */
export class YamlFault extends Error {
  override readonly name = 'YamlFault';
  readonly line: number | undefined;
  /** Offset of the token that is wrong. */
  readonly at: number;

  constructor(message: string, at: number, line: number | undefined) {
    super(message);
    this.at = at;
    this.line = line === 0 ? undefined : line;
  }
}

/** A fault of structure: it names the line before its token; its context's, where that is none. */
export function parserFault(problem: string, token: Token, context?: Token): YamlFault {
  return new YamlFault(problem, token.start, token.line > 0 ? token.line : (context?.line ?? 0));
}

/** What Go finds only after it has read a whole document: first what it cannot decode, then what JSON cannot hold. */
export class LateFaults {
  #decoding: YamlFault | undefined;
  #converting: YamlFault | undefined;

  decoding(problem: string, { start }: Token): void {
    this.#decoding ??= new YamlFault(problem, start, undefined);
  }

  converting(problem: string, { start }: Token): void {
    this.#converting ??= new YamlFault(problem, start, undefined);
  }

  /** A number that JSON cannot hold is no fault where it is a key. */
  forgive({ start }: Token): void {
    if (this.#converting?.at === start) this.#converting = undefined;
  }

  get first(): YamlFault | undefined {
    return this.#decoding ?? this.#converting;
  }
}
