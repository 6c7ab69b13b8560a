import { BOM, CR, END, isBreak, isBreakOrEnd, LF, SPACE, TAB } from './characters.js';
import { YamlFault } from './fault.js';

/** A place in the text of one document. Lines count from 0, as they do in libyaml's marks. */
export interface Mark {
  readonly at: number;
  readonly line: number;
  readonly column: number;
}

/** Reads one document from `at` to `end`, keeping the line and the start of the line. */
export class Cursor {
  readonly text: string;
  readonly end: number;
  at: number;
  line = 0;
  lineStart: number;

  constructor(text: string, start: number, end: number) {
    this.text = text;
    this.at = start;
    this.end = end;
    this.lineStart = start;
  }

  peek(ahead = 0): number {
    const at = this.at + ahead;
    return at < this.end ? this.text.charCodeAt(at) : END;
  }

  get column(): number {
    return this.at - this.lineStart;
  }

  mark(): Mark {
    return { at: this.at, line: this.line, column: this.column };
  }

  /** Steps over one line break (CR LF is one) and gives it as YAML reads it: CR, LF and NEL are a line feed. */
  breakLine(): string {
    const code = this.peek();
    this.at += code === CR && this.peek(1) === LF ? 2 : 1;
    this.line++;
    this.lineStart = this.at;
    return code === 0x2028 || code === 0x2029 ? String.fromCharCode(code) : '\n';
  }

  skipToBreak(): void {
    while (!isBreakOrEnd(this.peek())) this.at++;
  }

  /**
   * Steps over blanks, comments and breaks. Tabs are blanks only where no key can start.
   * @returns whether a key may start here; a new line allows it, outside of flow collections
   */
  skipToToken(inFlow: boolean, keyAllowed: boolean): boolean {
    let allowed = keyAllowed;
    for (;;) {
      if (this.column === 0 && this.peek() === BOM) this.at++;
      const tabs = inFlow || !allowed;
      for (let code = this.peek(); code === SPACE || (tabs && code === TAB); code = this.peek()) this.at++;
      if (this.peek() === 35) this.skipToBreak();
      if (!isBreak(this.peek())) return allowed;
      this.breakLine();
      if (!inFlow) allowed = true;
    }
  }

  /** Whether `---` or `...` stands alone at the start of a line. */
  atIndicator(sign: number): boolean {
    if (this.at !== this.lineStart) return false;
    if (this.peek() !== sign || this.peek(1) !== sign || this.peek(2) !== sign) return false;
    const after = this.peek(3);
    return after === 32 || after === 9 || after === END || isBreak(after);
  }

  /** A scanner error: it names the line that it is in, unless that is the first one, which go-yaml takes for "none". */
  fault(problem: string, context?: Mark): YamlFault {
    return new YamlFault(problem, this.at, this.line > 0 ? this.line + 1 : (context?.line ?? 0));
  }
}
