import type { Json } from '../manifest.js';
import { Cursor } from './cursor.js';
import { emptyMapping } from './mapping.js';
import type { OpenParts } from './open-parts.js';
import type { Place } from './places.js';
import { scanQuoted } from './quoted.js';
import { resolvePlain } from './resolution.js';

/** Thrown where the swift reader meets what it leaves to the exact one. Not an error: made once, without a stack. */
export const notSwift = Symbol('not swift');

export const LINE_FEED = 10;
export const BLANK = 32;
const HASH = 35;
export const QUOTE = 39;
export const DOUBLE_QUOTE = 34;
const longestKey = 1000;
const deepest = 60;

/** Signs that start no plain scalar, or one that has to be looked at closely: `- ? : , [ ] { } # & * ! | > ' " % @ \`` and tab. */
const special = new Uint8Array(128);
for (const char of '?:,[]{}#&*!|>\'"%@`\t') special[char.charCodeAt(0)] = 1;

/**
 * Reads flow collections and scalars of the everyday sort, in one pass and with no tokens. Whatever is unusual or wrong
 * makes it give up with `notSwift`; what it accepts is what the exact reader (`Composer`) makes of it, places included.
 */
export class SwiftFlow {
  protected readonly parts: OpenParts;
  protected readonly text: string;
  protected readonly end: number;
  readonly #json: boolean;
  protected pos: number;
  /** Place of the value that was read last. */
  protected place: Place = 0;
  protected depth = 0;

  constructor(text: string, start: number, end: number, json: boolean, parts: OpenParts) {
    this.parts = parts;
    this.text = text;
    this.pos = start;
    this.end = end;
    this.#json = json;
  }

  protected code(at: number): number {
    return at < this.end ? this.text.charCodeAt(at) : LINE_FEED;
  }

  protected enter(): void {
    if (++this.depth > deepest) throw notSwift;
  }

  /** A quoted scalar; `key` where it may not go on in another line. */
  protected quoted(key: boolean): string {
    const { text, pos } = this;
    const quote = text.charCodeAt(pos);
    for (let at = pos + 1; at < this.end; at++) {
      const code = text.charCodeAt(at);
      if (code === quote) {
        if (quote === QUOTE && this.code(at + 1) === QUOTE) break;
        this.pos = at + 1;
        return text.slice(pos + 1, at);
      }
      if (code === 92 || code === LINE_FEED) break;
    }
    return this.#quotedExactly(key);
  }

  #quotedExactly(key: boolean): string {
    const cursor = new Cursor(this.text, this.pos, this.end);
    // The cursor's own column is of no use here: an indicator at the start of the scalar is none.
    cursor.lineStart = -1;
    let value: string;
    try {
      value = scanQuoted(cursor, this.#json);
    } catch {
      throw notSwift;
    }
    if (key && cursor.line > 0) throw notSwift;
    this.pos = cursor.at;
    return value;
  }

  /** Blanks, breaks and comments within a flow collection. */
  #skip(): void {
    for (;;) {
      const code = this.code(this.pos);
      if (this.pos >= this.end) throw notSwift;
      if (code === BLANK) this.pos++;
      else if (code === LINE_FEED) {
        this.pos++;
        const first = this.code(this.pos);
        if (first === 45 || first === 46 || first === 0xfeff) throw notSwift;
      } else if (code === HASH) {
        const before = this.code(this.pos - 1);
        if (before !== BLANK && before !== LINE_FEED) throw notSwift;
        const next = this.text.indexOf('\n', this.pos);
        this.pos = next < 0 ? this.end : next;
      } else return;
    }
  }

  #plain(): string {
    const { pos } = this;
    const first = this.code(pos);
    if (first < 128 && special[first] === 1) throw notSwift;
    if (first === 45 && isGap(this.code(pos + 1))) throw notSwift;
    let end = pos;
    for (let at = pos; ; at++) {
      const code = this.code(at);
      if (code === LINE_FEED || code === 44 || code === 93 || code === 125) break;
      if (code === 58 && isGap(this.code(at + 1))) break;
      if (code === 63 || code === 91 || code === 123 || code === 9) throw notSwift;
      if (code !== BLANK) end = at + 1;
      else if (this.code(at + 1) === HASH) break;
    }
    this.pos = end;
    return this.text.slice(pos, end);
  }

  /** `[…]` or `{…}`, from its opening sign on. */
  protected flow(): Json {
    this.enter();
    const value = this.code(this.pos) === 91 ? this.#sequence() : this.#mapping();
    this.depth--;
    return value;
  }

  #value(): Json {
    const code = this.code(this.pos);
    if (code === 91 || code === 123) return this.flow();
    this.place = this.pos;
    if (code === QUOTE || code === DOUBLE_QUOTE) return this.quoted(false);
    return resolved(this.#plain());
  }

  /** Behind a value: true behind the closing sign too, false before the next entry. */
  #closes(sign: number): boolean {
    this.#skip();
    const code = this.code(this.pos);
    if (code !== 44 && code !== sign) throw notSwift;
    this.pos++;
    if (code === sign) return true;
    this.#skip();
    if (this.code(this.pos) !== sign) return false;
    this.pos++;
    return true;
  }

  #sequence(): Json {
    const [start, first] = [this.pos, this.parts.count];
    const items: Json[] = [];
    this.pos++;
    this.#skip();
    let done = this.code(this.pos) === 93;
    if (done) this.pos++;
    while (!done) {
      const at = this.pos;
      items.push(this.#value());
      this.parts.add('', at, this.place);
      done = this.#closes(93);
    }
    this.place = this.parts.sequence(first, start, true);
    return items;
  }

  #mapping(): Json {
    const [start, first] = [this.pos, this.parts.count];
    const target = emptyMapping();
    this.pos++;
    this.#skip();
    let done = this.code(this.pos) === 125;
    if (done) this.pos++;
    while (!done) {
      const at = this.pos;
      const key = this.#key();
      this.#skip();
      if (target[key] !== undefined) throw notSwift;
      target[key] = this.#value();
      this.parts.add(key, at, this.place);
      done = this.#closes(125);
    }
    this.place = this.parts.mapping(first, start, true);
    return target;
  }

  /** A key and its colon, on one line. */
  #key(): string {
    const { pos } = this;
    const code = this.code(pos);
    const isQuoted = code === QUOTE || code === DOUBLE_QUOTE;
    const key = isQuoted ? this.quoted(true) : plainKey(this.#plain());
    while (this.code(this.pos) === BLANK) this.pos++;
    if (this.code(this.pos) !== 58 || this.pos - pos > longestKey) throw notSwift;
    if (!isQuoted && !isGap(this.code(this.pos + 1))) throw notSwift;
    this.pos++;
    return key;
  }
}

export function isGap(code: number): boolean {
  return code === BLANK || code === LINE_FEED || code === 9;
}

/** Whether a code starts what is no everyday plain scalar. */
export function isSpecial(code: number): boolean {
  return code < 128 && special[code] === 1;
}

/** A plain scalar as a key: numbers, words for booleans and merges go to the exact reader. */
export function plainKey(text: string): string {
  if (text === '<<' || typeof resolvePlain(text) !== 'string') throw notSwift;
  return text;
}

/** A plain scalar as a value; numbers that JSON has not go to the exact reader. */
export function resolved(text: string): Json {
  const value = resolvePlain(text);
  if (typeof value === 'number' && !Number.isFinite(value)) throw notSwift;
  return value;
}
