import { performance } from 'node:perf_hooks';
import type { Pulse } from '../../ports/pulse.js';

const BEAT_MS = 50;
/** Later than this, it had to wait for a processor; less is what any timer and a busy turn of our own do. */
const LATE_MS = 20;
const KEPT = 20_000;

interface Late {
  /** Monotonic. */
  readonly end: number;
  readonly ms: number;
}

/** Listens to this process' own timer from now on. Keeps no process alive. */
export function processPulse(who: string, now: () => number = () => performance.now()): Pulse {
  const late: Late[] = [];
  let last = now();
  const beat = (): void => {
    const end = now();
    const ms = end - last - BEAT_MS;
    last = end;
    if (ms < LATE_MS) return;
    late.push({ end, ms });
    if (late.length > KEPT) late.shift();
  };
  setInterval(beat, BEAT_MS).unref();
  return {
    who,
    async stoodStill(lastMs) {
      // After a standstill, what asks may run before the timer does.
      beat();
      const own = late.filter(({ end }) => end >= now() - lastMs).map(({ ms }) => ms);
      return {
        totalMs: Math.round(own.reduce((sum, ms) => sum + ms, 0)),
        longestMs: Math.round(Math.max(0, ...own)),
      };
    },
  };
}
