/**
 * A set of small numbers, 32 to a word. What thousands of selectors choose among thousands of pods is decided word by word,
 * not pair by pair.
 */
export class BitSet {
  readonly #words: Uint32Array;

  /** Of numbers from 0 to below `size`. */
  constructor(size: number) {
    this.#words = new Uint32Array((size + 31) >>> 5);
  }

  static of(size: number, numbers: Iterable<number>): BitSet {
    const set = new BitSet(size);
    for (const number of numbers) set.add(number);
    return set;
  }

  copy(): BitSet {
    return new BitSet(this.#words.length << 5).or(this);
  }

  add(number: number): void {
    this.#words[number >>> 5] = (this.#words[number >>> 5] ?? 0) | (1 << (number & 31));
  }

  delete(number: number): void {
    this.#words[number >>> 5] = (this.#words[number >>> 5] ?? 0) & ~(1 << (number & 31));
  }

  has(number: number): boolean {
    return (((this.#words[number >>> 5] ?? 0) >>> (number & 31)) & 1) === 1;
  }

  or(other: BitSet): this {
    const [own, more] = [this.#words, other.#words];
    for (let at = 0; at < own.length; at++) own[at] = (own[at] ?? 0) | (more[at] ?? 0);
    return this;
  }

  and(other: BitSet): this {
    const [own, more] = [this.#words, other.#words];
    for (let at = 0; at < own.length; at++) own[at] = (own[at] ?? 0) & (more[at] ?? 0);
    return this;
  }

  without(other: BitSet): this {
    const [own, less] = [this.#words, other.#words];
    for (let at = 0; at < own.length; at++) own[at] = (own[at] ?? 0) & ~(less[at] ?? 0);
    return this;
  }

  /** Whether the two have a number in common. */
  meets(other: BitSet): boolean {
    const [own, more] = [this.#words, other.#words];
    for (let at = 0; at < own.length; at++) if (((own[at] ?? 0) & (more[at] ?? 0)) !== 0) return true;
    return false;
  }

  get isEmpty(): boolean {
    return this.#words.every((word) => word === 0);
  }

  get size(): number {
    let count = 0;
    this.find(() => {
      count++;
      return false;
    });
    return count;
  }

  /** The least number that passes. */
  find(test: (number: number) => boolean): number | undefined {
    for (let at = 0; at < this.#words.length; at++) {
      for (let word = this.#words[at] ?? 0; word !== 0; word &= word - 1) {
        const number = (at << 5) + 31 - Math.clz32(word & -word);
        if (test(number)) return number;
      }
    }
    return undefined;
  }

  /** The numbers in order, `most` of them at most. */
  numbers(most = Number.POSITIVE_INFINITY): number[] {
    const numbers: number[] = [];
    if (most > 0) this.find((number) => numbers.push(number) >= most);
    return numbers;
  }
}
