import type { Json } from '../manifest.js';
import { scanBlock } from './block.js';
import type { Composed } from './composed.js';
import { Cursor } from './cursor.js';
import { emptyMapping } from './mapping.js';
import { OpenParts } from './open-parts.js';
import { BLANK, DOUBLE_QUOTE, isGap, isSpecial, LINE_FEED, notSwift, plainKey, QUOTE, resolved } from './swift-flow.js';
import { SwiftLines } from './swift-lines.js';

const HASH = 35;
const DASH = 45;
const COLON = 58;

/** Block collections of the everyday sort; see `SwiftFlow`. */
class Swift extends SwiftLines {
  /** Column of the innermost open block collection. */
  #indent = -1;

  compose(): Composed {
    if (this.text.startsWith('---', this.pos)) {
      this.pos += 3;
      this.restOfLine();
    } else this.toLine();
    const start = this.pos;
    this.place = start;
    const value = this.column < 0 ? null : this.#node();
    if (this.column >= 0) throw notSwift;
    return { value, place: this.place, doubled: [] };
  }

  /** The node that starts at the first word of a line. */
  #node(): Json {
    const column = this.column;
    if (this.#atDash()) return this.#sequence(column, false);
    const at = this.pos;
    const key = this.#key();
    if (key !== undefined) return this.#mapping(column, key, at);
    return this.#inline();
  }

  #atDash(): boolean {
    return this.code(this.pos) === DASH && isGap(this.code(this.pos + 1));
  }

  /** A key and its colon, if that is what starts here; else nothing is taken. */
  #key(): string | undefined {
    const from = this.pos;
    const first = this.code(from);
    const isQuoted = first === QUOTE || first === DOUBLE_QUOTE;
    if (!isQuoted && isSpecial(first)) return undefined;
    const key = isQuoted ? this.#quotedKey() : this.#plainKey();
    if (key === undefined) {
      this.pos = from;
      return undefined;
    }
    if (this.pos - from > 1000) throw notSwift;
    this.pos++;
    return key;
  }

  #quotedKey(): string | undefined {
    const from = this.pos;
    const end = this.text.indexOf('\n', from);
    const key = this.quoted(false);
    while (this.code(this.pos) === BLANK) this.pos++;
    if (this.code(this.pos) !== COLON || !isGap(this.code(this.pos + 1))) return undefined;
    if (end >= 0 && this.pos > end) throw notSwift;
    return key;
  }

  #plainKey(): string | undefined {
    const from = this.pos;
    let end = from;
    for (let at = from; ; at++) {
      const code = this.code(at);
      if (code === LINE_FEED) return undefined;
      if (code === COLON && isGap(this.code(at + 1))) {
        this.pos = at;
        return plainKey(this.text.slice(from, end));
      }
      if (code === 9) throw notSwift;
      if (code !== BLANK) end = at + 1;
      else if (this.code(at + 1) === HASH) return undefined;
    }
  }

  /** A value on the line of its key or dash, or a scalar on a line of its own. */
  #inline(): Json {
    const code = this.code(this.pos);
    let value: Json;
    this.place = this.pos;
    if (code === 124 || code === 62) return this.#block();
    if (code === 91 || code === 123) value = this.flow();
    else if (code === QUOTE || code === DOUBLE_QUOTE) value = this.quoted(false);
    else value = this.#plain(code);
    this.restOfLine();
    if (this.column > this.#indent) throw notSwift;
    return value;
  }

  #plain(first: number): Json {
    if (isSpecial(first) || (first === DASH && isGap(this.code(this.pos + 1)))) throw notSwift;
    const from = this.pos;
    let end = from;
    for (let at = from; ; at++) {
      const code = this.code(at);
      if (code === LINE_FEED) break;
      if (code === 9 || (code === COLON && isGap(this.code(at + 1)))) throw notSwift;
      if (code !== BLANK) end = at + 1;
      else if (this.code(at + 1) === HASH) break;
    }
    this.pos = end;
    return resolved(this.text.slice(from, end));
  }

  #block(): Json {
    const cursor = new Cursor(this.text, this.pos, this.end);
    let value: string;
    try {
      ({ value } = scanBlock(cursor, this.#indent));
    } catch {
      throw notSwift;
    }
    this.pos = cursor.lineStart;
    if (cursor.at >= this.end) this.pos = this.end;
    this.toLine();
    if (this.column > this.#indent) throw notSwift;
    return value;
  }

  #sequence(column: number, indentless: boolean): Json {
    const outer = this.#indent;
    this.#indent = column;
    this.enter();
    const [start, first] = [this.pos, this.parts.count];
    const items: Json[] = [];
    while (this.column === column && this.#atDash()) {
      const at = this.pos;
      items.push(this.#item(column));
      this.parts.add('', at, this.place);
    }
    if (this.column > column || (this.column === column && !indentless)) throw notSwift;
    this.#indent = outer;
    this.depth--;
    this.place = this.parts.sequence(first, start, false);
    return items;
  }

  #item(column: number): Json {
    const dash = this.pos;
    this.pos++;
    while (this.code(this.pos) === BLANK) this.pos++;
    const code = this.code(this.pos);
    if (code !== LINE_FEED && code !== HASH) {
      if (code === 9) throw notSwift;
      this.column = column + this.pos - dash;
      return this.#node();
    }
    this.pos = dash + 1;
    this.restOfLine();
    if (this.column > column) return this.#node();
    this.place = dash + 1;
    return null;
  }

  #mapping(column: number, first: string, start: number): Json {
    const outer = this.#indent;
    this.#indent = column;
    this.enter();
    const firstPart = this.parts.count;
    const target = emptyMapping();
    let key: string | undefined = first;
    let at = start;
    while (key !== undefined) {
      // Doubled keys are the exact reader's.
      if (target[key] !== undefined) throw notSwift;
      target[key] = this.#value(column);
      this.parts.add(key, at, this.place);
      if (this.column !== column) break;
      at = this.pos;
      if (this.#atDash()) throw notSwift;
      key = this.#key();
      if (key === undefined) throw notSwift;
    }
    if (this.column > column) throw notSwift;
    this.#indent = outer;
    this.depth--;
    this.place = this.parts.mapping(firstPart, start, false);
    return target;
  }

  /** The value of a block mapping's key, from behind the colon. */
  #value(column: number): Json {
    const colon = this.pos;
    while (this.code(this.pos) === BLANK) this.pos++;
    const code = this.code(this.pos);
    if (code !== LINE_FEED && (code !== HASH || this.pos === colon)) return this.#inline();
    this.pos = colon;
    this.restOfLine();
    if (this.column > column) return this.#node();
    if (this.column === column && this.#atDash()) return this.#sequence(column, true);
    this.place = colon;
    return null;
  }
}

/**
 * Reads a document if it is of the everyday sort; else undefined, and the exact reader has to do it.
 * @param parts may be used again for the next document
 */
export function composeSwiftly(
  text: string,
  start: number,
  end: number,
  json: boolean,
  parts = new OpenParts(),
): Composed | undefined {
  try {
    return new Swift(text, start, end, json, parts).compose();
  } catch (reason) {
    parts.clear();
    if (reason === notSwift) return undefined;
    throw reason;
  }
}
