import type { Connection } from './connections.js';
import type { Fields, Receiver, Sending } from './lane.js';
import type { PhaseRecord } from './phase.js';
import type { WireRequest } from './request.js';
import type { Session, Step } from './session.js';

/** Whom an exchange tells what became of it. It ends exactly once. */
export interface ExchangeOwner {
  ended(exchange: Exchange, outcome: number | string): void;
  /** The server had closed the idle connection: to be sent once more. */
  again(exchange: Exchange): void;
}

/** Codes with which a server's closing of an idle connection shows itself on the next request. */
const closedWhileIdle: ReadonlySet<string> = new Set(['closed', 'ECONNRESET', 'EPIPE']);

const noFields: Fields = {};
const noValues: ReadonlyMap<string, string> = new Map();

/** One request of the schedule and its answer. */
export class Exchange implements Receiver {
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
  fields: Fields = noFields;
  private status = 0;
  private retried = false;
  private over = false;
  private chunks: Buffer[] | null = null;
  private sending: Sending | null = null;
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

  /** Goes out on a connection. */
  begin(connection: Connection): void {
    this.connection = connection;
    this.sending = connection.lane.send(this.request(), this);
  }

  answer(status: number, fields: Fields): void {
    this.status = status;
    this.fields = fields;
  }

  data(buffer: Uint8Array, from: number, to: number): void {
    this.bytes += to - from;
    if (!this.keepsBody) return;
    this.chunks ??= [];
    this.chunks.push(Buffer.from(buffer.subarray(from, to)));
  }

  complete(): void {
    this.end(this.status);
  }

  fail(fault: string): void {
    if (this.over || !this.mayRetry(fault)) {
      this.end(fault);
      return;
    }
    this.retried = true;
    this.sending = null;
    this.owner.again(this);
  }

  /** Gives up waiting. The connection is broken off, as a client does. */
  timeOut(): void {
    this.sending?.cancel();
    this.end('timeout');
  }

  private request(): WireRequest {
    const { step, session } = this;
    if (session === null && step.fixed !== null) return step.fixed;
    const values = session?.values ?? noValues;
    this.path = step.path(values);
    return step.render(values, session?.jar?.header(this.path) ?? null);
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
