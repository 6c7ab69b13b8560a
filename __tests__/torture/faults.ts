import { cancelled, type ErrorCode, GateError } from '../../src/domain/error.js';
import type { FakeClock } from '../fakes/clock.js';

/** How a call of a port goes wrong. */
export type FaultKind =
  | 'refuses once'
  | 'refuses from now on'
  | 'hangs until it is aborted'
  | 'is slow by a minute'
  | 'is slow by an hour'
  | 'after a jump of the wall clock'
  | 'is cancelled by the user'
  | 'meets a bug of ours';

export const faultKinds: readonly FaultKind[] = [
  'refuses once',
  'refuses from now on',
  'hangs until it is aborted',
  'is slow by a minute',
  'is slow by an hour',
  'after a jump of the wall clock',
  'is cancelled by the user',
  'meets a bug of ours',
];

export interface Fault {
  /** `port.method`. */
  readonly method: string;
  /** Which call of it, from 1. */
  readonly call: number;
  readonly kind: FaultKind;
  readonly code: ErrorCode;
}

export interface Injector {
  readonly clock: FakeClock;
  readonly cancel: AbortController;
  readonly fault: Fault | undefined;
  /** Calls by method. */
  readonly counts: Map<string, number>;
  /** Whether the fault really happened. */
  happened: boolean;
}

/** The same port, in which one call goes wrong. Signals are found among the arguments, as the ports promise to listen to them. */
export function faulty<Port extends object>(name: string, port: Port, injector: Injector): Port {
  return new Proxy(port, {
    get(target, key, receiver) {
      const method: unknown = Reflect.get(target, key, receiver);
      if (typeof method !== 'function') return method;
      return (...args: unknown[]) => {
        const id = `${name}.${String(key)}`;
        const call = (injector.counts.get(id) ?? 0) + 1;
        injector.counts.set(id, call);
        return wrong(id, call, args, injector, () => Reflect.apply(method, target, args) as unknown);
      };
    },
  });
}

async function wrong(
  id: string,
  call: number,
  args: unknown[],
  injector: Injector,
  right: () => unknown,
): Promise<unknown> {
  const { fault, clock, cancel } = injector;
  const lasting = fault?.kind === 'refuses from now on' || fault?.kind === 'hangs until it is aborted';
  if (fault === undefined || fault.method !== id || (lasting ? call < fault.call : call !== fault.call)) return right();
  injector.happened = true;
  switch (fault.kind) {
    case 'refuses once':
    case 'refuses from now on':
      throw new GateError(fault.code, `${id} refused`, { hint: 'this is a test' });
    case 'hangs until it is aborted':
      return hang(id, args, clock);
    case 'is slow by a minute':
      return late(60_000, id, args, clock, right);
    case 'is slow by an hour':
      return late(3_600_000, id, args, clock, right);
    case 'after a jump of the wall clock':
      clock.jump(-86_400_000);
      return right();
    case 'is cancelled by the user':
      cancel.abort();
      return right();
    case 'meets a bug of ours':
      throw new TypeError(`${id}: a bug`);
  }
}

/** A port that promises a time limit keeps it. */
async function late(
  ms: number,
  id: string,
  args: readonly unknown[],
  clock: FakeClock,
  right: () => unknown,
): Promise<unknown> {
  const limit = (args[0] as { readonly timeoutMs?: number } | undefined)?.timeoutMs ?? Number.POSITIVE_INFINITY;
  await clock.sleep(Math.min(ms, limit));
  if (ms > limit) throw new GateError('LOAD_FAILED', `${id}: no answer within ${limit} ms`, { hint: 'this is a test' });
  return right();
}

/** A call that is given no signal can not be aborted; it is short by contract, and refuses at last. */
async function hang(id: string, args: readonly unknown[], clock: FakeClock): Promise<never> {
  const signal = args.find((each) => each instanceof AbortSignal);
  if (signal !== undefined) {
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    throw cancelled(id);
  }
  await clock.sleep(60_000);
  throw new GateError('TIMED_OUT', `${id} did not answer`, { hint: 'this is a test' });
}
