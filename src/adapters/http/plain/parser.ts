import type { Fields } from '../lane.js';
import { FieldReader, Framing, isValue } from './fields.js';
import { LastHead } from './last-head.js';

/** What the parser reads out of a connection's bytes. */
export interface ParserSink {
  answer(status: number, fields: Fields): void;
  data(buffer: Buffer, from: number, to: number): void;
  /** The answer is whole; `reusable` is false where the connection ends with it. */
  complete(reusable: boolean): void;
}

/** What the next bytes are. The first four are read by lines, the next three by counting. */
type Part = 'status' | 'field' | 'chunk-size' | 'trailer' | 'body' | 'chunk' | 'chunk-end' | 'until-close' | 'nothing';

/** Longest head, and longest line of a chunk's size, in bytes: Node's own limit for heads. */
const longestHead = 16_384;
const noFields: Fields = {};
const [cr, lf, space] = [13, 10, 32];

/**
 * HTTP/1.1's answers (RFC 9112), one at a time, strictly: bytes that fit no rule are a fault and never guessed at.
 * What is not asked for is not copied. No pipelining: bytes after an answer are a fault too.
 */
export class AnswerParser {
  /** Seconds that the server said it keeps the connection; -1 where it did not. */
  keepSeconds = -1;
  private readonly sink: ParserSink;
  private readonly reader: FieldReader;
  private readonly framing = new Framing();
  private part: Part = 'nothing';
  private status = 0;
  private headOnly = false;
  /** Bytes of the head so far, over all its interim answers. */
  private headBytes = 0;
  private left = 0;
  /** A line's beginning that came with earlier bytes. */
  private carried: Buffer | null = null;
  private broken = false;
  /** Where the head began in the bytes being fed; -1 where it is not all in them, or not one answer's. */
  private headFrom = -1;
  private readonly last = new LastHead();

  constructor(sink: ParserSink, wanted: ReadonlySet<string>) {
    this.sink = sink;
    this.reader = new FieldReader(wanted);
  }

  /** A request is sent: an answer is due. */
  expect(method: string): void {
    this.part = 'status';
    this.headOnly = method === 'HEAD';
    this.headBytes = 0;
  }

  /** False where the bytes are no answer. */
  feed(buffer: Buffer, length: number): boolean {
    let at = this.part === 'status' && this.headBytes === 0 ? this.headAgain(buffer, length) : 0;
    while (at < length && !this.broken) {
      switch (this.part) {
        case 'body':
        case 'chunk':
          at = this.count(buffer, at, Math.min(length, at + this.left));
          break;
        case 'until-close':
          this.sink.data(buffer, at, length);
          return true;
        case 'nothing':
          return false;
        default:
          at = this.takeLine(buffer, at, length);
      }
    }
    return !this.broken;
  }

  /** The server has ended the connection. False where an answer is missing or cut short. */
  end(): boolean {
    if (this.part === 'nothing') return true;
    if (this.part !== 'until-close') return false;
    this.finish(false);
    return true;
  }

  /** Takes a head that is the last answer's to the byte, and gives where it ends; 0 where it is another. */
  private headAgain(buffer: Buffer, length: number): number {
    const bytes = this.last.beginning(buffer, length);
    this.headFrom = bytes === 0 ? 0 : -1;
    if (bytes > 0) this.bodyComes();
    return bytes;
  }

  private count(buffer: Buffer, from: number, to: number): number {
    this.left -= to - from;
    this.sink.data(buffer, from, to);
    if (this.left === 0) {
      if (this.part === 'chunk') this.part = 'chunk-end';
      else this.finish(!this.framing.closes);
    }
    return to;
  }

  /** Takes the line that begins at `from`, or keeps what there is of it. Gives where the next one begins. */
  private takeLine(buffer: Buffer, from: number, length: number): number {
    let end = from;
    while (end < length && buffer[end] !== lf) end++;
    this.headBytes += end - from + 1;
    if (this.headBytes > longestHead) return this.fault(length);
    if (end === length) {
      this.headBytes--;
      this.headFrom = -1;
      this.carry(buffer, from, end);
      return length;
    }
    if (this.carried === null) this.line(buffer, from, end);
    else {
      this.carry(buffer, from, end);
      const whole = this.carried;
      this.carried = null;
      this.line(whole, 0, whole.length);
    }
    return end + 1;
  }

  private carry(buffer: Buffer, from: number, to: number): void {
    const part = Buffer.from(buffer.subarray(from, to));
    this.carried = this.carried === null ? part : Buffer.concat([this.carried, part]);
  }

  /** A line from `from` to its line feed at `end`. */
  private line(buffer: Buffer, from: number, end: number): void {
    const to = end - 1;
    if (to < from || buffer[to] !== cr) {
      this.fault(end);
      return;
    }
    if (!this.lineOf(buffer, from, to)) this.fault(end);
  }

  private lineOf(buffer: Buffer, from: number, to: number): boolean {
    switch (this.part) {
      case 'status':
        return this.statusLine(buffer, from, to);
      case 'field':
        return from === to ? this.headEnds(buffer, to + 2) : this.reader.read(buffer, from, to, this.framing);
      case 'chunk-size':
        return this.chunkSize(buffer.toString('latin1', from, to));
      case 'chunk-end':
        this.part = 'chunk-size';
        return from === to;
      case 'trailer':
        if (from < to) return this.reader.read(buffer, from, to, new Framing());
        this.finish(!this.framing.closes);
        return true;
      default:
        return false;
    }
  }

  /** `HTTP/1.1 200 OK`; the reason may be empty, and its space with it. */
  private statusLine(buffer: Buffer, from: number, to: number): boolean {
    const text = buffer.toString('latin1', from, Math.min(to, from + 12));
    const match = /^HTTP\/1\.([01]) ([1-9]\d\d)$/.exec(text);
    if (match === null || (to > from + 12 && buffer[from + 12] !== space)) return false;
    for (let at = from + 12; at < to; at++) if (isValue[buffer[at] ?? 0] !== 1) return false;
    this.status = Number(match[2]);
    this.framing.reset(match[1] === '0');
    this.part = 'field';
    return this.status !== 101;
  }

  private headEnds(buffer: Buffer, end: number): boolean {
    const { framing, status } = this;
    if (framing.chunked && framing.length >= 0) return false;
    if (status < 200) {
      this.part = 'status';
      this.headFrom = -1;
      return true;
    }
    this.last.keep(buffer, this.headFrom, end);
    this.bodyComes();
    return true;
  }

  private bodyComes(): void {
    const { framing, status, headOnly } = this;
    this.keepSeconds = framing.keepSeconds;
    this.sink.answer(status, framing.fields ?? noFields);
    this.left = framing.length;
    if (headOnly || status === 204 || status === 304 || framing.length === 0) this.finish(!framing.closes);
    else if (framing.chunked) this.chunksBegin();
    else this.part = framing.length > 0 ? 'body' : 'until-close';
  }

  private chunksBegin(): void {
    this.part = 'chunk-size';
    this.headBytes = 0;
  }

  /** Hexadecimal, then extensions that nobody asked for. */
  private chunkSize(text: string): boolean {
    const digits = /^([\da-fA-F]{1,12})[\t ]*(?:;[\t\x20-\x7e\x80-\xff]*)?$/.exec(text)?.[1];
    if (digits === undefined) return false;
    this.left = Number.parseInt(digits, 16);
    this.part = this.left === 0 ? 'trailer' : 'chunk';
    this.headBytes = 0;
    return true;
  }

  private finish(reusable: boolean): void {
    this.part = 'nothing';
    this.sink.complete(reusable);
  }

  private fault(at: number): number {
    this.broken = true;
    return at;
  }
}
