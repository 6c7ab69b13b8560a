import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import type { Fields, Lane, Receiver, Sending } from '../lane.js';
import type { WireRequest } from '../request.js';
import { AnswerParser, type ParserSink } from './parser.js';

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** All connections of a thread read into the same bytes: each read is taken apart before the next one. */
const received = Buffer.allocUnsafeSlow(65_536);

/** Milliseconds before the server's own time-out at which an idle connection is given up, so that no request meets it. */
const spareMs = 1000;

/** One connection of HTTP/1.1 without TLS, over a socket: one request at a time, and nothing between them. */
export class PlainLane implements Lane, Sending, ParserSink {
  private readonly socket: Socket;
  private readonly parser: AnswerParser;
  private receiver: Receiver | null = null;
  private gone = false;
  private closing = false;
  private finished = false;
  private reusable = true;
  private idleUntil = Number.POSITIVE_INFINITY;

  constructor({ host, port }: Address, wanted: ReadonlySet<string>) {
    this.parser = new AnswerParser(this, wanted);
    const onread = { buffer: received, callback: (length: number): boolean => this.read(length) };
    this.socket = connect({ host, port, noDelay: true, onread });
    this.socket.on('error', (error: NodeJS.ErrnoException) => this.fail(error.code ?? error.name));
    this.socket.on('end', () => this.ended());
    this.socket.on('close', () => this.fail('closed'));
  }

  spent(now: number): boolean {
    return this.gone || now > this.idleUntil;
  }

  send(request: WireRequest, receiver: Receiver): Sending {
    const bytes = request.bytes();
    if (bytes === null) {
      queueMicrotask(() => receiver.fail('invalid-request'));
      return this;
    }
    this.receiver = receiver;
    this.idleUntil = Number.POSITIVE_INFINITY;
    this.parser.expect(request.method);
    this.socket.write(bytes);
    return this;
  }

  cancel(): void {
    this.receiver = null;
    this.drop();
  }

  close(): void {
    this.closing = true;
    if (this.receiver === null) this.drop();
  }

  answer(status: number, fields: Fields): void {
    this.receiver?.answer(status, fields);
  }

  data(buffer: Buffer, from: number, to: number): void {
    this.receiver?.data(buffer, from, to);
  }

  complete(reusable: boolean): void {
    this.finished = true;
    this.reusable = reusable;
  }

  private read(length: number): boolean {
    if (this.gone) return false;
    const sound = this.parser.feed(received, length);
    if (this.finished) this.finish(sound);
    else if (!sound) this.fail('protocol');
    return !this.gone;
  }

  /** Only when all that was read is taken apart: what follows an answer belongs to no later request. */
  private finish(sound: boolean): void {
    const { receiver, socket } = this;
    this.receiver = null;
    this.finished = false;
    if (!sound || !this.reusable || this.closing || socket.writableLength > 0) this.drop();
    const { keepSeconds } = this.parser;
    if (keepSeconds >= 0) this.idleUntil = performance.now() + keepSeconds * 1000 - spareMs;
    receiver?.complete();
  }

  private ended(): void {
    if (!this.gone && this.parser.end() && this.finished) this.finish(false);
    else this.fail('closed');
  }

  private fail(fault: string): void {
    const { receiver } = this;
    this.receiver = null;
    this.drop();
    receiver?.fail(fault);
  }

  private drop(): void {
    if (this.gone) return;
    this.gone = true;
    this.socket.destroy();
  }
}
