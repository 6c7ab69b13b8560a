import { scanBlock } from './block.js';
import { cannotStart, END, isBlankOrEnd } from './characters.js';
import { Cursor, type Mark } from './cursor.js';
import type { YamlFault } from './fault.js';
import { Indentation } from './indentation.js';
import { scanPlain } from './plain.js';
import { scanAnchor, scanDirective, scanTag } from './properties.js';
import { scanQuoted } from './quoted.js';
import { SimpleKeys } from './simple-keys.js';
import type { Token, TokenType } from './token.js';
import { TokenQueue } from './token-queue.js';

/** Nesting beyond which a document is refused; real manifests stay below 60. */
export const maxDepth = 200;

/**
 * Cuts one document into tokens as libyaml does, whose Go port Kubernetes reads with: block structure becomes tokens,
 * and keys are recognised afterwards, by the `:` behind them. The faults are libyaml's, in its words.
 */
export class Scanner {
  readonly cursor: Cursor;
  readonly #json: boolean;
  readonly #queue = new TokenQueue();
  #ready: Token | undefined;
  readonly #indentation = new Indentation();
  #keyAllowed = true;
  readonly #keys: SimpleKeys;
  #ended = false;

  constructor(text: string, start: number, end: number, json = false) {
    this.cursor = new Cursor(text, start, end);
    this.#json = json;
    this.#keys = new SimpleKeys(this.cursor, json ? end : 1024);
  }

  /** The next token, which stays. */
  peek(): Token {
    if (this.#ready !== undefined) return this.#ready;
    const queue = this.#queue;
    while (queue.empty || (!this.#ended && this.#keys.holds(queue.taken))) this.#fetch();
    this.#ready = queue.first() as Token;
    return this.#ready;
  }

  /** Takes the token that `peek` gives; the last one stays for ever. */
  take(): Token {
    const token = this.peek();
    if (token.type === 'stream-end') return token;
    this.#ready = undefined;
    this.#queue.drop();
    return token;
  }

  get #flow(): number {
    return this.#keys.depth;
  }

  #saveKey(): void {
    if (!this.#keyAllowed) return;
    const required = this.#flow === 0 && this.#indentation.column === this.cursor.column;
    this.#keys.save({ mark: this.cursor.mark(), token: this.#queue.next, required });
  }

  #token(type: TokenType, mark: Mark, value = '', suffix = '', plain = false, end = this.cursor.at): Token {
    return { type, start: mark.at, end, line: mark.line, value, suffix, plain };
  }

  /** Opens a block collection where the column is deeper than the one around it. */
  #roll(type: TokenType, mark: Mark, number = this.#queue.next): void {
    if (this.#flow > 0 || !this.#indentation.open(mark.column)) return;
    if (this.#indentation.depth > maxDepth) throw this.#tooDeep();
    this.#queue.insert(number, this.#token(type, mark, '', '', false, mark.at));
  }

  #unroll(column: number): void {
    if (this.#flow > 0) return;
    while (this.#indentation.close(column)) this.#queue.push(this.#token('block-end', this.cursor.mark()));
  }

  /** What has no place within block collections ends them all. */
  #leaveBlocks(): void {
    this.#unroll(-1);
    this.#keys.drop();
    this.#keyAllowed = false;
  }

  #tooDeep(): YamlFault {
    return this.cursor.fault(`exceeded max depth of ${maxDepth}`);
  }

  #fetch(): void {
    const { cursor } = this;
    this.#keyAllowed = cursor.skipToToken(this.#flow > 0, this.#keyAllowed);
    this.#unroll(cursor.column);
    const code = cursor.peek();
    if (code === END) this.#endStream();
    else if (cursor.column === 0 && code === 37) this.#directive();
    else if (cursor.atIndicator(45) || cursor.atIndicator(46)) {
      this.#leaveBlocks();
      this.#sign(code === 45 ? 'document-start' : 'document-end', 3);
    } else if (!this.#structure(code) && !this.#content(code)) this.#plainScalar(code);
  }

  /** A sign of structure, if there is one. */
  #structure(code: number): boolean {
    if (code === 91) this.#openFlow('[');
    else if (code === 123) this.#openFlow('{');
    else if (code === 93) this.#closeFlow(']');
    else if (code === 125) this.#closeFlow('}');
    else if (code === 44) this.#entry(',');
    else if (code === 45 && isBlankOrEnd(this.cursor.peek(1))) this.#entry('-');
    else if (code === 63 && this.#stands()) this.#explicitKey();
    else if (code === 58 && this.#stands()) this.#value();
    else return false;
    return true;
  }

  /** `?` and `:` are signs before a blank; in flow collections everywhere. */
  #stands(): boolean {
    return this.#flow > 0 || isBlankOrEnd(this.cursor.peek(1));
  }

  /** An alias, a property or a scalar that is not plain, if there is one. */
  #content(code: number): boolean {
    const { cursor } = this;
    if (code === 42) this.#node((mark) => this.#token('alias', mark, scanAnchor(cursor)));
    else if (code === 38) this.#node((mark) => this.#token('anchor', mark, scanAnchor(cursor)));
    else if (code === 33) this.#tag();
    else if ((code === 124 || code === 62) && this.#flow === 0) this.#blockScalar();
    else if (code === 39 || code === 34)
      this.#node((mark) => this.#token('scalar', mark, scanQuoted(cursor, this.#json)));
    else return false;
    return true;
  }

  #endStream(): void {
    const { cursor } = this;
    if (cursor.column !== 0) {
      cursor.lineStart = cursor.at;
      cursor.line++;
    }
    this.#leaveBlocks();
    this.#queue.push(this.#token('stream-end', cursor.mark()));
    this.#ended = true;
  }

  #directive(): void {
    this.#leaveBlocks();
    const mark = this.cursor.mark();
    const directive = scanDirective(this.cursor);
    this.#queue.push(
      'version' in directive
        ? this.#token('version', mark, directive.version)
        : this.#token('tag-directive', mark, directive.handle, directive.suffix),
    );
  }

  #sign(type: TokenType, length = 1): void {
    const mark = this.cursor.mark();
    this.cursor.at += length;
    this.#queue.push(this.#token(type, mark));
  }

  #openFlow(type: '[' | '{'): void {
    if (!this.#json) this.#saveKey();
    this.#keys.open();
    if (this.#flow > maxDepth) throw this.#tooDeep();
    this.#keyAllowed = true;
    this.#sign(type);
  }

  #closeFlow(type: ']' | '}'): void {
    this.#keys.drop();
    this.#keys.close();
    this.#keyAllowed = false;
    this.#sign(type);
  }

  /** `-` or `,`: behind it a key may start. */
  #entry(type: '-' | ','): void {
    if (type === '-' && this.#flow === 0) {
      if (!this.#keyAllowed) throw this.cursor.fault('block sequence entries are not allowed in this context');
      this.#roll('block-sequence', this.cursor.mark());
    }
    this.#keys.drop();
    this.#keyAllowed = true;
    this.#sign(type);
  }

  #explicitKey(): void {
    if (this.#flow === 0) {
      if (!this.#keyAllowed) throw this.cursor.fault('mapping keys are not allowed in this context');
      this.#roll('block-mapping', this.cursor.mark());
    }
    this.#keys.drop();
    this.#keyAllowed = this.#flow === 0;
    this.#sign('?');
  }

  #value(): void {
    const key = this.#keys.current();
    if (key !== undefined) {
      this.#queue.insert(key.token, this.#token('?', key.mark, '', '', false, key.mark.at));
      this.#roll('block-mapping', key.mark, key.token);
      this.#keys.forget();
      this.#keyAllowed = false;
    } else {
      if (this.#flow === 0) {
        if (!this.#keyAllowed) throw this.cursor.fault('mapping values are not allowed in this context');
        this.#roll('block-mapping', this.cursor.mark());
      }
      this.#keyAllowed = this.#flow === 0;
    }
    this.#sign(':');
  }

  #node(scan: (mark: Mark) => Token): void {
    this.#saveKey();
    this.#keyAllowed = false;
    this.#queue.push(scan(this.cursor.mark()));
  }

  #tag(): void {
    this.#node((mark) => {
      const { handle, suffix } = scanTag(this.cursor);
      return this.#token('tag', mark, handle, suffix);
    });
  }

  #blockScalar(): void {
    this.#keys.drop();
    this.#keyAllowed = true;
    const mark = this.cursor.mark();
    const { value, end } = scanBlock(this.cursor, this.#indentation.column);
    this.#queue.push(this.#token('scalar', mark, value, '', false, end));
  }

  #plainScalar(code: number): void {
    if (cannotStart.has(code) || isBlankOrEnd(code)) {
      const allowed = code === 45 || (this.#flow === 0 && (code === 63 || code === 58));
      if (!allowed) throw this.cursor.fault('found character that cannot start any token');
    }
    this.#saveKey();
    this.#keyAllowed = false;
    const mark = this.cursor.mark();
    const { value, end, brokenOff } = scanPlain(this.cursor, this.#indentation.column + 1, this.#flow > 0);
    this.#queue.push(this.#token('scalar', mark, value, '', true, end));
    if (brokenOff) this.#keyAllowed = true;
  }
}
