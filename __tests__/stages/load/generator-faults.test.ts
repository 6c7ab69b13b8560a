import { describe, expect, test } from '@jest/globals';
import type { LoadResult, PhaseResult } from '../../../src/ports/load-generator.js';
import { generatorFaults } from '../../../src/stages/load/generator-faults.js';

const sound = { sendLagP99Ms: 1, eventLoopDelayP99Ms: 1, cpu: 0.1, hostSteal: 0, hostCpu: 0.5 };

/** One request: milliseconds since the run began. */
interface Flight {
  readonly sent: number;
  readonly answered: number;
}

interface Stretch {
  readonly name: string;
  /** Requests a second at its beginning and at its end, evenly changing. */
  readonly rates: readonly [from: number, to: number];
  readonly seconds: number;
}

/** A service that takes each request `tookMs`, and begins with one every `everyMs` at most: what comes faster queues. */
function flightsOf(stretches: readonly Stretch[], tookMs: number, everyMs: number): Flight[][] {
  let [from, begun] = [0, Number.NEGATIVE_INFINITY];
  return stretches.map(({ rates: [first, last], seconds }) => {
    const flights: Flight[] = [];
    for (let at = 0; at < seconds; at += 1 / (first + ((last - first) * at) / seconds)) {
      const sent = from + at * 1000;
      begun = Math.max(sent, begun + everyMs);
      flights.push({ sent, answered: begun + tookMs });
    }
    from += seconds * 1000;
    return flights;
  });
}

interface Told {
  /** Service times are told so many times as long as they were. */
  readonly service?: number;
  /** So many times as many are told to have been in flight. */
  readonly inFlight?: number;
}

function phasesOf(stretches: readonly Stretch[], flights: readonly Flight[][], told: Told): PhaseResult[] {
  let to = 0;
  return stretches.map(({ name, seconds }, index) => {
    const [from, own] = [to, flights[index] ?? []];
    to += seconds * 1000;
    const all = flights.slice(0, index + 1).flat();
    const within = all.reduce((sum, { sent, answered }) => sum + overlap(sent, answered, from, to), 0);
    const unanswered = (at: number): number => all.filter(({ sent, answered }) => sent < at && answered > at).length;
    const service = distribution(own.map(({ sent, answered }) => (answered - sent) * (told.service ?? 1)));
    return {
      name,
      profile: { shape: 'constant', rate: 1, seconds },
      startedAt: from,
      durationMs: to - from,
      tally: { ...nothing, scheduled: own.length, sent: own.length, good: own.length },
      latency: service,
      service,
      meanInFlight: (within / (to - from)) * (told.inFlight ?? 1),
      unanswered: { atStart: unanswered(from), atEnd: unanswered(to) },
    };
  });
}

function overlap(sent: number, answered: number, from: number, to: number): number {
  return Math.max(0, Math.min(answered, to) - Math.max(sent, from));
}

function distribution(values: readonly number[]): PhaseResult['service'] {
  const sorted = values.toSorted((a, b) => a - b);
  const mean = sorted.reduce((a, b) => a + b, 0) / sorted.length;
  const buckets = sorted.map((value) => [value, 1] as const);
  return { count: sorted.length, min: sorted[0] ?? 0, max: sorted.at(-1) ?? 0, mean, precision: 0.001, buckets };
}

const nothing = { bad: 0, shed: 0, late: 0, outcomes: {}, byPod: {}, retried: 0, bytes: 0 };

const steady: Stretch = { name: 'steady', rates: [100, 100], seconds: 20 };
const rising: Stretch = { name: 'scaling', rates: [20, 200], seconds: 10 };

function faults(stretches: readonly Stretch[], everyMs: number, told: Told = {}): readonly string[] {
  const load: LoadResult = {
    phases: phasesOf(stretches, flightsOf(stretches, 100, everyMs), told),
    seconds: [],
    health: sound,
    ended: 'stopped',
  };
  return generatorFaults(load, []);
}

describe("Little's law, asked of the generator's own counts", () => {
  test.each<readonly [name: string, stretches: readonly Stretch[], everyMs: number]>([
    ['a steady rate', [steady], 0],
    ['a rising rate', [rising], 0],
    ['a rising rate that queues: a quarter has no answer at its end', [rising], 10],
    ['a steady rate after it, which begins with that queue', [rising, steady], 8],
    ['a second that is hardly longer than an answer', [{ ...steady, rates: [1000, 1000], seconds: 0.3 }], 0],
  ])('holds of %s', (_, stretches, everyMs) => {
    expect(faults(stretches, everyMs)).toEqual([]);
  });

  test.each<readonly [name: string, stretches: readonly Stretch[], everyMs: number, told: Told, fault: RegExp]>([
    ['of a steady rate too short', [steady], 0, { service: 0.88 }, /^steady: .* 12 % off throughput × service time$/],
    ['of a steady rate too long', [steady], 0, { service: 1.12 }, /^steady: .* off throughput × service time$/],
    ['of a rising rate too short', [rising], 0, { service: 0.88 }, /^scaling: .* 1\d % off/],
    ['of a rising rate too long', [rising], 0, { service: 1.2 }, /^scaling: .* off/],
    ['of a rate that queues far too short', [rising], 10, { service: 0.5 }, /^scaling: .* off/],
  ])('is broken where service times are told %s', (_, stretches, everyMs, told, fault) => {
    expect(faults(stretches, everyMs, told)).toEqual([expect.stringMatching(fault)]);
  });

  test.each([
    ['of a steady rate', steady, 1.12],
    ['of a steady rate', steady, 0.88],
    ['of a rising rate', rising, 1.2],
    ['of a rising rate', rising, 0.8],
  ])('is broken where those in flight %s are miscounted', (_, stretch, inFlight) => {
    expect(faults([stretch], 0, { inFlight })).toHaveLength(1);
  });

  test('says nothing of fewer than two hundred requests', () => {
    expect(faults([{ ...steady, seconds: 1.5 }], 0, { inFlight: 2 })).toEqual([]);
  });
});
