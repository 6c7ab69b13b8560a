import { GateError } from '../domain/error.js';

/**
 * A signal that is aborted by SIGINT and SIGTERM. The second one ends the process at once: what is left then is in the
 * journal, for `scale-gate cleanup`.
 */
export function cancellation(onSecond: () => void): { readonly signal: AbortSignal; dispose(): void } {
  const controller = new AbortController();
  const stop = (name: NodeJS.Signals): void => {
    if (controller.signal.aborted) {
      onSecond();
      process.exit(name === 'SIGINT' ? 130 : 143);
    }
    controller.abort(
      new GateError('CANCELLED', `cancelled by ${name}`, { hint: 'Run the gate again; nothing was concluded.' }),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return {
    signal: controller.signal,
    dispose: () => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}
