import { GateError } from '../../domain/error.js';
import type { StageContext } from '../../domain/stage.js';
import type { ObservedRow } from '../../ports/autoscaler-observer.js';
import { type Sighting, waitFor } from '../wait.js';
import type { HostMoment, Miss } from './recording.js';
import type { LoadPorts, LoadSpec, Mark } from './spec.js';
import { timelineRows } from './timeline.js';

/** Looks at the autoscaler once a second, and keeps all that was seen. */
export interface Watch {
  readonly rows: ObservedRow[];
  readonly misses: Miss[];
  readonly marks: Mark[];
  readonly host: HostMoment[];
  /** Milliseconds that are left of the stage's time. */
  remainingMs(): number;
  /** Watches until the condition holds or the deadline is over, and notes the stretch under the phase's name. */
  until(wait: {
    readonly phase: Mark['phase'];
    readonly what: string;
    readonly seconds: number;
    see(row: ObservedRow, elapsedMs: number): Sighting<true> | Promise<Sighting<true>>;
  }): Promise<Mark>;
}

/** Time between the end of one look and the start of the next. */
const intervalMs = 900;

type Ports = Pick<LoadPorts, 'clock' | 'observer' | 'timeline' | 'host'>;

/** One look, kept; one that failed is kept as a miss. */
function looker({ target }: LoadSpec, { clock, observer, timeline, host: machine }: Ports, signal: AbortSignal) {
  const rows: ObservedRow[] = [];
  const host: HostMoment[] = [];
  const misses: Miss[] = [];
  const rowOf = timelineRows(target.name);
  const seen = async (looking: AbortSignal): Promise<ObservedRow> => {
    const at = clock.now();
    try {
      return await observer.observe(target, looking);
    } catch (error) {
      if (error instanceof GateError && !signal.aborted) misses.push({ at, error: error.message });
      throw error;
    }
  };
  const look = async (looking: AbortSignal): Promise<ObservedRow> => {
    if (machine !== undefined) host.push({ at: clock.now(), ...(await machine.look()) });
    const row = await seen(looking);
    rows.push(row);
    timeline?.keep(rowOf(row));
    return row;
  };
  return { rows, misses, host, look };
}

export function watch(spec: LoadSpec, ports: LoadPorts, { signal }: StageContext): Watch {
  const { clock, log } = ports;
  const { rows, misses, host, look } = looker(spec, ports, signal);
  const deadline = clock.monotonic() + spec.timeoutSeconds * 1000;
  const marks: Mark[] = [];
  const timeOver = `; the ${spec.timeoutSeconds} s of the stage were over`;
  const remainingMs = (): number => Math.max(0, deadline - clock.monotonic());
  return {
    rows,
    misses,
    marks,
    host,
    remainingMs,
    async until({ phase, what, seconds, see }) {
      const [from, start, left] = [clock.now(), clock.monotonic(), remainingMs()];
      const waited = await waitFor(
        {
          what,
          deadlineMs: Math.min(seconds * 1000, left),
          intervalMs,
          observe: async (looking) => see(await look(looking), clock.monotonic() - start),
        },
        { clock, log, signal },
      );
      const cut = !waited.met && !waited.hopeless && left < seconds * 1000;
      const lastSeen = waited.met ? '' : `${waited.lastSeen}${cut ? timeOver : ''}`;
      const mark: Mark = { phase, from, to: clock.now(), met: waited.met, lastSeen, ...(cut ? { cut } : {}) };
      marks.push(mark);
      return mark;
    },
  };
}
