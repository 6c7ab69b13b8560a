import type { Profile } from '../../ports/load-generator.js';
import { grainMs, grouped } from './grain.js';
import type { Random } from './random.js';

/** A stretch in which the rate changes evenly from `from` to `to` requests per second. */
interface Segment {
  readonly from: number;
  readonly to: number;
  readonly seconds: number;
}

function segmentsOf(profile: Profile): readonly Segment[] {
  switch (profile.shape) {
    case 'constant':
      return [{ from: profile.rate, to: profile.rate, seconds: profile.seconds ?? Number.POSITIVE_INFINITY }];
    case 'ramp':
      return profile.hold
        ? [profile, { from: profile.to, to: profile.to, seconds: Number.POSITIVE_INFINITY }]
        : [profile];
    case 'steps':
      return profile.rates.map((rate) => ({ from: rate, to: rate, seconds: profile.secondsEach }));
    case 'spike': {
      const { base, peak, peakFrom, peakSeconds, seconds } = profile;
      const after = Math.max(0, seconds - peakFrom - peakSeconds);
      return [
        { from: base, to: base, seconds: peakFrom },
        { from: peak, to: peak, seconds: peakSeconds },
        { from: base, to: base, seconds: after },
      ];
    }
  }
}

function arrivalsIn({ from, to, seconds }: Segment): number {
  if (seconds !== Number.POSITIVE_INFINITY) return ((from + to) / 2) * seconds;
  return from > 0 ? Number.POSITIVE_INFINITY : 0;
}

/** Seconds into a segment at which `count` arrivals are due: the root of `from·t + (to−from)/(2·seconds)·t² = count`. */
function secondsUntil({ from, to, seconds }: Segment, count: number): number {
  if (count <= 0) return 0;
  const slope = seconds === Number.POSITIVE_INFINITY ? 0 : (to - from) / seconds;
  return (2 * count) / (from + Math.sqrt(Math.max(0, from * from + 2 * slope * count)));
}

/** Seconds since the profile began at which the rate has integrated to `count`; Infinity when it never does. */
function arrivalTime(segments: readonly Segment[], count: number): number {
  let [rest, elapsed] = [count, 0];
  for (const segment of segments) {
    const within = arrivalsIn(segment);
    if (within > 0 && rest < within - 1e-9) return elapsed + secondsUntil(segment, rest);
    rest = Math.max(0, rest - within);
    elapsed += segment.seconds;
  }
  return Number.POSITIVE_INFINITY;
}

/** Requests a second at a time into the profile. */
function rateAt(segments: readonly Segment[], time: number): number {
  let since = time;
  for (const { from, to, seconds } of segments) {
    if (since < seconds) return seconds === Number.POSITIVE_INFINITY ? from : from + ((to - from) * since) / seconds;
    since -= seconds;
  }
  return 0;
}

export interface Schedule {
  /** Seconds since the phase began of the next arrival, ascending; Infinity when there is none any more. */
  next(): number;
  /** Requests a second at that time. */
  rate(seconds: number): number;
}

/**
 * When requests are to be sent, fixed beforehand: answers have no say in it.
 * Even arrivals integrate the rate to 0, 1, 2 …; Poisson arrivals to the sums of exponential gaps with mean 1. What is
 * dense comes in groups: see `grainMs`.
 */
export function schedule(profile: Profile, arrivals: 'even' | 'poisson', random: Random): Schedule {
  const segments = segmentsOf(profile).filter(({ seconds }) => seconds > 0);
  const rate = (seconds: number): number => rateAt(segments, seconds);
  let [due, last] = [arrivals === 'even' ? -1 : 0, 0];
  return {
    next() {
      due += arrivals === 'even' ? 1 : -Math.log(1 - random());
      const at = arrivalTime(segments, due);
      last = Math.max(last, grouped(at, grainMs(rate(at)) / 1000));
      return last;
    },
    rate,
  };
}
