import { GateError } from '../../domain/error.js';
import type { Clock } from '../../ports/clock.js';
import type { LoadResult, LoadRun, LoadSnapshot, Profile } from '../../ports/load-generator.js';
import type { Answered } from './calibration.js';

/** A run of the generator, with what was answered over all of its phases. */
export interface Drive {
  readonly answered: Answered[];
  /** Arrivals a second that the current phase ends at. */
  rate(): number;
  phase(name: string, profile: Profile): Promise<void>;
  /** A generator that broke has `ended`, with its words. */
  look(): Promise<LoadSnapshot>;
  /** Null where the generator broke before it could give its result. */
  stop(): Promise<LoadResult | null>;
}

const nothing = {
  scheduled: 0,
  sent: 0,
  good: 0,
  bad: 0,
  shed: 0,
  late: 0,
  outcomes: {},
  byPod: {},
  retried: 0,
  bytes: 0,
};

/** A generator that fails leaves the run without a measurement, which is for the claims to say. */
async function unlessBroken<Value>(work: Promise<Value>, otherwise: (error: GateError) => Value): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof GateError && error.code === 'LOAD_FAILED') return otherwise(error);
    throw error;
  }
}

function lastRate(profile: Profile): number {
  switch (profile.shape) {
    case 'constant':
      return profile.rate;
    case 'ramp':
      return profile.to;
    case 'steps':
      return profile.rates.at(-1) ?? 0;
    case 'spike':
      return profile.base;
  }
}

export function drive(run: LoadRun, clock: Clock): Drive {
  const answered: Answered[] = [];
  let [before, rate] = [0, 0];
  const look = async (): Promise<LoadSnapshot> => {
    const snapshot = await unlessBroken(run.snapshot(), ({ message }) => ({
      phase: '',
      durationMs: 0,
      tally: nothing,
      ended: message,
    }));
    if (snapshot.ended !== null) return snapshot;
    answered.push({ at: clock.now(), count: before + snapshot.tally.good + snapshot.tally.bad });
    return snapshot;
  };
  return {
    answered,
    rate: () => rate,
    async phase(name, profile) {
      const { tally } = await look();
      before += tally.good + tally.bad;
      rate = lastRate(profile);
      await unlessBroken(run.phase(name, profile), () => undefined);
    },
    look,
    stop: () => unlessBroken<LoadResult | null>(run.stop(), () => null),
  };
}
