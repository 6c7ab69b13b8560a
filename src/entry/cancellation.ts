import { GateError } from '../domain/error.js';

/** Signals that ask a run to end, and what a shell makes of a process that each of them ended. A closed terminal sends SIGHUP. */
const exitCodeOf: Readonly<Partial<Record<NodeJS.Signals, number>>> = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
const asking = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * A signal that is aborted by SIGINT, SIGTERM and SIGHUP. The second one ends the process at once: what is left then is in
 * the journal, for `scale-gate cleanup`.
 */
export function cancellation(onSecond: () => void): { readonly signal: AbortSignal; dispose(): void } {
  const controller = new AbortController();
  const stop = (name: NodeJS.Signals): void => {
    if (controller.signal.aborted) {
      onSecond();
      process.exit(exitCodeOf[name] ?? 143);
    }
    controller.abort(
      new GateError('CANCELLED', `cancelled by ${name}`, { hint: 'Run the gate again; nothing was concluded.' }),
    );
  };
  for (const name of asking) process.on(name, stop);
  return {
    signal: controller.signal,
    dispose: () => {
      for (const name of asking) process.off(name, stop);
    },
  };
}
