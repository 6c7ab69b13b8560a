import type { WireRequest } from './request.js';

/** Header fields of an answer by lower-case name: those that were asked for. */
export type Fields = Readonly<Record<string, unknown>>;

/** Who sent a request and hears what becomes of it: any number of `answer` and `data`, then one `complete` or `fail`. */
export interface Receiver {
  answer(status: number, fields: Fields): void;
  /** Bytes `from` to `to` of the body's next part; the buffer is used again after the call. */
  data(buffer: Uint8Array, from: number, to: number): void;
  complete(): void;
  /** `closed`, `protocol`, `invalid-request`, a system's code such as `ECONNREFUSED`, or the error's own. */
  fail(fault: string): void;
}

export interface Sending {
  /** Breaks the request off, and its connection where it has one of its own. The receiver hears nothing more. */
  cancel(): void;
}

/** One connection, opened at once or with the first request. */
export interface Lane {
  /** At that time it can take no further request: closed by the server, or about to be, broken, or told to be closed. */
  spent(now: number): boolean;
  send(request: WireRequest, receiver: Receiver): Sending;
  /** Closes when what is in flight has ended. */
  close(): void;
}
