import { invalidInput } from '../../domain/error.js';
import type { ScriptResult } from '../../ports/scripted-load.js';
import type { Scene } from './scene.js';

/** Runs the user's script to its end, and watches the autoscaler meanwhile. */
export async function runScript({ spec, ports, watch, meter }: Scene, signal: AbortSignal): Promise<ScriptResult> {
  const { script } = spec;
  if (script == null || ports.scripted === undefined) {
    throw invalidInput(['the load has an engine of its own, and no script for it'], 'Give load.k6-script a path.');
  }
  const deadlineMs = watch.remainingMs();
  let over = false;
  const running = ports.scripted.run({ ...script, deadlineMs }, signal).finally(() => {
    over = true;
  });
  // It is awaited below; until then a failure only ends the watch.
  running.catch(() => undefined);
  await watch.until({
    phase: 'scaling',
    what: `${script.script} is done`,
    seconds: deadlineMs / 1000,
    async see(row) {
      await meter.see(row);
      return over ? { done: true, state: true } : { done: false, seen: `${row.scale?.specReplicas ?? 0} replicas` };
    },
  });
  return running;
}
