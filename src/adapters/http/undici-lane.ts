import { Client, type Dispatcher, H2CClient } from 'undici';
import type { LoadPlan } from '../../ports/load-generator.js';
import type { Lane, Receiver, Sending } from './lane.js';
import type { WireRequest } from './request.js';

function options(plan: LoadPlan): ConstructorParameters<typeof Client>[1] {
  return {
    allowH2: plan.protocol === 'h2',
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: {
      timeout: plan.timeoutMs,
      rejectUnauthorized: !plan.insecure,
      ...(plan.ca === null ? {} : { ca: plan.ca }),
      ...(plan.host === null ? {} : { servername: plan.host.replace(/:\d+$/, '') }),
    },
  };
}

function clientFor(plan: LoadPlan): Client | H2CClient {
  if (plan.protocol === 'h2' && plan.origin.startsWith('http:'))
    return new H2CClient(plan.origin, { headersTimeout: 0, bodyTimeout: 0 });
  return new Client(plan.origin, options(plan));
}

/** The package's words for what our own client calls by simpler ones. */
function faultOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { readonly code?: unknown; readonly name?: unknown };
  const word = [code, name].find((candidate) => typeof candidate === 'string') ?? 'error';
  if (word === 'UND_ERR_SOCKET') return 'closed';
  if (word === 'UND_ERR_CONNECT_TIMEOUT') return 'timeout';
  if (word === 'UND_ERR_INVALID_ARG') return 'invalid-request';
  return /^HPE_|^HTTPParserError$|^UND_ERR_(RES|HEADERS)/.test(word) ? 'protocol' : word;
}

/** One request in the form in which undici calls back. */
class Call implements Dispatcher.DispatchHandler, Sending {
  private readonly receiver: Receiver;
  private controller: Dispatcher.DispatchController | null = null;
  private cancelled = false;

  constructor(receiver: Receiver) {
    this.receiver = receiver;
  }

  cancel(): void {
    this.cancelled = true;
    this.controller?.abort(new Error('cancelled'));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.cancelled) controller.abort(new Error('cancelled'));
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: Readonly<Record<string, unknown>>): void {
    if (!this.cancelled) this.receiver.answer(status, headers);
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    if (!this.cancelled) this.receiver.data(chunk, 0, chunk.length);
  }

  onResponseEnd(): void {
    if (!this.cancelled) this.receiver.complete();
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    if (!this.cancelled) this.receiver.fail(faultOf(error));
  }
}

/** A client of undici, which mends its connection by itself: HTTPS, HTTP/2, and whatever our own client leaves to it. */
export class UndiciLane implements Lane {
  private readonly client: Client | H2CClient;

  constructor(plan: LoadPlan) {
    this.client = clientFor(plan);
  }

  spent(): boolean {
    return false;
  }

  send({ method, path, headers, body }: WireRequest, receiver: Receiver): Sending {
    const call = new Call(receiver);
    const request = { method: method as Dispatcher.HttpMethod, path, headers: headers as string[], body };
    try {
      this.client.dispatch(request, call);
    } catch (error) {
      queueMicrotask(() => receiver.fail(faultOf(error)));
    }
    return call;
  }

  /** A connection that fails meanwhile has told its requests already. */
  close(): void {
    this.client.close().catch(() => undefined);
  }
}
