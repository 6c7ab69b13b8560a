import { BLANK, LINE_FEED, notSwift, SwiftFlow } from './swift-flow.js';

const HASH = 35;

/** Goes from line to line; see `SwiftFlow`. */
export class SwiftLines extends SwiftFlow {
  /** Column of `pos` while it is at the first word of a line; -1 at the end. */
  protected column = 0;

  /** Goes to the first word of the next line that has one, from the start of a line. */
  protected toLine(): void {
    for (;;) {
      const lineStart = this.pos;
      while (this.code(this.pos) === BLANK) this.pos++;
      if (this.pos >= this.end) {
        this.column = -1;
        return;
      }
      const code = this.text.charCodeAt(this.pos);
      if (code === LINE_FEED) this.pos++;
      else if (code === HASH) this.#skipLine();
      else {
        this.column = this.pos - lineStart;
        this.#check(code);
        return;
      }
    }
  }

  /** Tabs, byte order marks, directives and document indicators are left to the exact reader. */
  #check(code: number): void {
    if (code === 9 || code === 0xfeff) throw notSwift;
    if (this.column > 0) return;
    if (code === 37 || this.text.startsWith('---', this.pos) || this.text.startsWith('...', this.pos)) throw notSwift;
  }

  #skipLine(): void {
    const next = this.text.indexOf('\n', this.pos);
    this.pos = next < 0 || next >= this.end ? this.end : next + 1;
  }

  /** Behind a value: nothing but a comment may follow on its line. */
  protected restOfLine(): void {
    const from = this.pos;
    while (this.code(this.pos) === BLANK) this.pos++;
    const code = this.code(this.pos);
    if (code === HASH && this.pos > from) this.#skipLine();
    else if (code === LINE_FEED) this.pos++;
    else throw notSwift;
    this.toLine();
  }
}

/** Breaks other than a line feed, which the swift reader does not know. */
const otherBreaks = /[\r\x85\u2028\u2029]/;

/** Whether a text has only line feeds as breaks, so that the swift reader can be tried on it. */
export function isEveryday(text: string): boolean {
  return !otherBreaks.test(text);
}
