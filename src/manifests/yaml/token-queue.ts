import type { Token } from './token.js';

/** Tokens that were found and not yet taken, numbered from the start of the document. */
export class TokenQueue {
  readonly #tokens: Token[] = [];
  #head = 0;
  /** Number of the first token that is waiting. */
  taken = 0;

  get empty(): boolean {
    return this.#head === this.#tokens.length;
  }

  /** Number that the next pushed token will have. */
  get next(): number {
    return this.taken + this.#tokens.length - this.#head;
  }

  first(): Token | undefined {
    return this.#tokens[this.#head];
  }

  push(token: Token): void {
    this.#tokens.push(token);
  }

  /** Puts a token before the one of this number. */
  insert(number: number, token: Token): void {
    this.#tokens.splice(number - this.taken + this.#head, 0, token);
  }

  drop(): void {
    this.taken++;
    this.#head++;
    if (this.#head < this.#tokens.length) return;
    this.#tokens.length = 0;
    this.#head = 0;
  }
}
