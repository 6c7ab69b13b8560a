import type { Dispatcher } from 'undici';
import type { Connection } from './connections.js';
import type { PhaseRecord } from './phase.js';
import type { Session, Step } from './session.js';

/** Whom an exchange tells what became of it. It ends exactly once. */
export interface ExchangeOwner {
  ended(exchange: Exchange, outcome: number | string): void;
  /** The server had closed the idle connection: to be sent once more. */
  again(exchange: Exchange): void;
}

/** Codes with which a server's closing of an idle connection shows itself on the next request. */
const closedWhileIdle: ReadonlySet<string> = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

/** `ECONNREFUSED`, `UND_ERR_SOCKET` …, or the error's class. */
function nameOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { readonly code?: unknown; readonly name?: unknown };
  return [code, name].find((word) => typeof word === 'string') ?? 'error';
}

const noHeaders: Readonly<Record<string, unknown>> = {};

/** One request and its answer, in the form in which undici calls back. */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly phase: PhaseRecord;
  /** Monotonic milliseconds at which the schedule wanted it. */
  readonly intended: number;
  readonly step: Step;
  readonly session: Session | null;
  connection: Connection | null = null;
  /** Monotonic milliseconds of the first sending; 0 before. */
  sent = 0;
  path = '/';
  bytes = 0;
  headers: Readonly<Record<string, unknown>> = noHeaders;
  private status = 0;
  private retried = false;
  private over = false;
  private chunks: Buffer[] | null = null;
  private controller: Dispatcher.DispatchController | null = null;
  private readonly keepsBody: boolean;
  private readonly owner: ExchangeOwner;

  constructor(owner: ExchangeOwner, phase: PhaseRecord, intended: number, step: Step, session: Session | null) {
    this.owner = owner;
    this.phase = phase;
    this.intended = intended;
    this.step = step;
    this.session = session;
    this.keepsBody = step.keepsBody;
  }

  get body(): string {
    return this.chunks === null ? '' : Buffer.concat(this.chunks).toString('utf8');
  }

  /** Takes a connection, and gives what is to be sent on it. */
  begin(connection: Connection): Dispatcher.DispatchOptions {
    this.connection = connection;
    this.controller = null;
    const { step, session } = this;
    if (session === null && step.fixed !== null) return step.fixed;
    const values = session?.values ?? new Map<string, string>();
    this.path = step.path(values);
    return step.render(values, session?.jar?.header(this.path) ?? null);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.over) controller.abort(new Error('timeout'));
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: Readonly<Record<string, unknown>>): void {
    this.status = status;
    this.headers = headers;
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.bytes += chunk.length;
    if (!this.keepsBody) return;
    this.chunks ??= [];
    this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.end(this.status);
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.fail(error);
  }

  fail(error: unknown): void {
    const fault = nameOf(error);
    if (this.over || !this.mayRetry(fault)) {
      this.end(fault);
      return;
    }
    this.retried = true;
    this.owner.again(this);
  }

  /** Gives up waiting. The connection is broken off, as a client does. */
  timeOut(): void {
    const { controller } = this;
    this.end('timeout');
    controller?.abort(new Error('timeout'));
  }

  /** Nothing of an answer came on a kept connection: clients send such a request again (RFC 9110, 9.2.2). */
  private mayRetry(fault: string): boolean {
    const { method } = this.step.request;
    const kept = (this.connection?.used ?? 0) > 1;
    return (
      !this.retried &&
      this.status === 0 &&
      kept &&
      (method === 'GET' || method === 'HEAD') &&
      closedWhileIdle.has(fault)
    );
  }

  private end(outcome: number | string): void {
    if (this.over) return;
    this.over = true;
    this.owner.ended(this, outcome);
  }
}
