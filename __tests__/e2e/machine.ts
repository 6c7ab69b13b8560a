import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Jiffies of all processors since the machine started, and those that its hypervisor gave to others. See proc_stat(5). */
interface Jiffies {
  readonly total: number;
  readonly stolen: number;
}

/** Stolen share above which nobody can prove a latency on this machine; the gate has to say `inconclusive` then. */
const tooMuch = 0.2;

export function jiffies(): Jiffies {
  const line = readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '';
  const each = line.trim().split(/\s+/).slice(1, 9).map(Number);
  return { total: each.reduce((sum, one) => sum + one, 0), stolen: each[7] ?? 0 };
}

/** Share of the processors, 0 to 1, that was stolen since then. */
export function stolenSince(then: Jiffies): number {
  const now = jiffies();
  return now.total > then.total ? (now.stolen - then.stolen) / (now.total - then.total) : 0;
}

/** Waits until the hypervisor gives this machine its processors again, two minutes at most: it is asked under a full load. */
export async function untilMachineIsFree(): Promise<void> {
  const deadline = performance.now() + 120_000;
  while (performance.now() < deadline) {
    const then = jiffies();
    const busyUntil = performance.now() + 2000;
    while (performance.now() < busyUntil);
    const stolen = stolenSince(then);
    console.log(`machine: ${(100 * stolen).toFixed(0)} % of its processors stolen`);
    if (stolen < tooMuch / 2) return;
    await pause(10_000);
  }
}

/** Whether a run whose machine was taken away from it may say that it could not find out, and why it has to say so. */
export function machineWasTaken({ stolen }: { readonly stolen: number }): boolean {
  return stolen > tooMuch;
}
