/** A seeded source of choices (mulberry32): the same seed makes the same mutants. */
export class Random {
  #state;

  constructor(seed) {
    this.#state = 0;
    for (const character of seed) this.#state = (Math.imul(this.#state, 31) + character.codePointAt(0)) | 0;
  }

  next() {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  below(count) {
    return Math.floor(this.next() * count);
  }

  of(list) {
    return list[this.below(list.length)];
  }

  chance(part) {
    return this.next() < part;
  }
}
