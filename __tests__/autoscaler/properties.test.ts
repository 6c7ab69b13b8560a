import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { acceptanceBetween, acceptanceOf, loadsFor } from '../../src/autoscaler/acceptance.js';
import { type Behavior, defaultBehavior, type ScalingPolicy } from '../../src/autoscaler/behavior.js';
import type { CpuTarget } from '../../src/autoscaler/cpu-target.js';
import { proposedAt } from '../../src/autoscaler/cpu-target.js';
import { emptyMemory, type Memory } from '../../src/autoscaler/memory.js';
import { normalize } from '../../src/autoscaler/normalize.js';
import { utilizationReplicas } from '../../src/autoscaler/per-pod-replicas.js';
import type { Pod } from '../../src/autoscaler/pod.js';
import { scaleDownLimit, scaleUpLimit } from '../../src/autoscaler/policy.js';
import { milliOf } from '../../src/autoscaler/quantity.js';

const policy: fc.Arbitrary<ScalingPolicy> = fc.record({
  type: fc.constantFrom('Pods', 'Percent'),
  value: fc.integer({ min: 1, max: 200 }),
  periodSeconds: fc.integer({ min: 1, max: 600 }),
});
const rules = fc.record({
  stabilizationWindowSeconds: fc.integer({ min: 0, max: 600 }),
  selectPolicy: fc.constantFrom('Max' as const, 'Min' as const, 'Disabled' as const),
  policies: fc.array(policy, { minLength: 1, maxLength: 3 }),
});
const behavior: fc.Arbitrary<Behavior | null> = fc.oneof(
  fc.constant(null),
  fc.record({ scaleUp: rules, scaleDown: rules }).map((written) => defaultBehavior(written)),
);
const size = fc.integer({ min: 1, max: 60 });
const events = fc.array(fc.record({ at: fc.integer({ min: -900, max: 0 }), change: size }), { maxLength: 4 });
const memory: fc.Arbitrary<Memory> = fc.record({
  recommendations: fc.array(fc.record({ at: fc.integer({ min: -900, max: 0 }), replicas: size }), { maxLength: 8 }),
  scaleUpEvents: events,
  scaleDownEvents: events,
});
const bounds = fc.tuple(size, size).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }));
const limits = fc
  .tuple(bounds, behavior, fc.integer({ min: 0, max: 600 }))
  .map(([range, rule, seconds]) => ({ ...range, behavior: rule, downscaleStabilizationSeconds: seconds }));
const within = ({ min, max }: { min: number; max: number }, value: number): number =>
  Math.min(Math.max(value, min), max);

const cpu: fc.Arbitrary<CpuTarget> = fc.record({
  min: fc.integer({ min: 1, max: 4 }),
  max: fc.integer({ min: 5, max: 30 }),
  tolerances: fc.record({
    down: fc.double({ min: 0, max: 0.5, noNaN: true }),
    up: fc.double({ min: 0, max: 0.5, noNaN: true }),
  }),
  target: fc.oneof(
    fc.record({
      kind: fc.constant('utilization' as const),
      percent: fc.integer({ min: 10, max: 150 }),
      requestMilli: fc.integer({ min: 10, max: 2000 }),
    }),
    fc.record({ kind: fc.constant('average' as const), milli: fc.integer({ min: 10, max: 2000 }) }),
  ),
  limitMilli: fc.option(fc.integer({ min: 50, max: 4000 }), { nil: null }),
});

const pods = (count: number): Pod[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `p${index}`,
    phase: 'Running',
    deleting: false,
    startTime: -9000,
    ready: { status: 'True', lastTransition: -8000 },
    containers: [{ name: 'app', requests: { cpu: 200n } }],
    initContainers: [],
  }));

function proposal(count: number, used: number, percent: number, up = 0.1, down = 0.1): number {
  const samples = pods(count).map(({ name }) => ({ pod: name, milli: BigInt(used), timestamp: -5, windowSeconds: 15 }));
  const clock = { now: 0, cpuInitializationPeriodSeconds: 300, initialReadinessDelaySeconds: 30 };
  const input = {
    currentReplicas: count,
    tolerances: { up, down },
    clock,
    pods: pods(count),
    samples,
    resource: 'cpu',
  };
  const found = utilizationReplicas(input, percent);
  if ('error' in found) throw new Error(found.error);
  return found.replicas;
}

describe('normalisation', () => {
  test('never leaves min and max, once inside', () => {
    fc.assert(
      fc.property(limits, memory, size, fc.integer({ min: 0, max: 200 }), (rule, known, current, desired) => {
        const { replicas } = normalize(rule, known, within(rule, current), desired, 0);
        expect(replicas).toBe(within(rule, replicas));
      }),
    );
  });

  test('never goes against the proposal', () => {
    fc.assert(
      fc.property(limits, memory, size, fc.integer({ min: 0, max: 200 }), (rule, known, raw, desired) => {
        const current = within(rule, raw);
        const { replicas } = normalize(
          { ...rule, downscaleStabilizationSeconds: 0 },
          { ...known, recommendations: [] },
          current,
          desired,
          0,
        );
        if (desired >= current) expect(replicas).toBeGreaterThanOrEqual(current);
        if (desired <= current) expect(replicas).toBeLessThanOrEqual(current);
      }),
    );
  });

  test('keeps the rate policies in both directions', () => {
    fc.assert(
      fc.property(limits, memory, size, fc.integer({ min: 0, max: 200 }), (rule, known, raw, desired) => {
        const current = within(rule, raw);
        const { replicas } = normalize(rule, known, current, desired, 0);
        if (rule.behavior === null) {
          expect(replicas).toBeLessThanOrEqual(Math.max(4, 2 * current, rule.min));
          return;
        }
        if (replicas > current)
          expect(replicas).toBeLessThanOrEqual(scaleUpLimit(rule.behavior.scaleUp, current, known, 0));
        if (replicas < current)
          expect(replicas).toBeGreaterThanOrEqual(scaleDownLimit(rule.behavior.scaleDown, current, known, 0));
      }),
    );
  });

  test('asks for no less when the metrics ask for more', () => {
    fc.assert(
      fc.property(limits, memory, size, fc.nat(100), fc.nat(100), (rule, known, raw, a, b) => {
        const current = within(rule, raw);
        const at = (desired: number): number => normalize(rule, known, current, desired, 0).replicas;
        expect(at(Math.max(a, b))).toBeGreaterThanOrEqual(at(Math.min(a, b)));
      }),
    );
  });

  test('without a memory, a window or behavior only clamps', () => {
    fc.assert(
      fc.property(bounds, size, fc.nat(200), (range, raw, desired) => {
        const rule = { ...range, behavior: null, downscaleStabilizationSeconds: 0 };
        const current = within(range, raw);
        const { replicas } = normalize(rule, emptyMemory, current, desired, 0);
        const most = Math.min(range.max, Math.max(4, 2 * current));
        expect(replicas).toBe(desired < range.min ? range.min : Math.min(desired, most));
      }),
    );
  });
});

describe('calculation', () => {
  test('does not move inside the tolerance, and moves outside of it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 40 }),
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: 20, max: 120 }),
        (count, used, percent) => {
          const ratio = Math.trunc((100 * used) / 200) / percent;
          const next = proposal(count, used, percent);
          if (0.9 <= ratio && ratio <= 1.1) expect(next).toBe(count);
          else expect(next).toBe(Math.ceil(ratio * count) + 0);
        },
      ),
    );
  });

  test('asks for no fewer pods when they use more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(900), fc.nat(900), (count, a, b) => {
        expect(proposal(count, Math.max(a, b), 50)).toBeGreaterThanOrEqual(proposal(count, Math.min(a, b), 50));
      }),
    );
  });

  test('agrees with the short form that acceptance sets are made of', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.nat(900),
        fc.integer({ min: 20, max: 120 }),
        (count, used, percent) => {
          const short = {
            min: 0,
            max: 1000,
            tolerances: { down: 0.1, up: 0.1 },
            target: { kind: 'utilization', percent, requestMilli: 200 },
            limitMilli: null,
          } as const;
          expect(proposedAt(short, used, count)).toBe(proposal(count, used, percent));
        },
      ),
    );
  });
});

describe('acceptance sets', () => {
  const load = (loadMilli: number) => ({ loadMilli, idleMilliPerPod: 3 });

  test('hold exactly the sizes from which nothing moves, within min and max', () => {
    fc.assert(
      fc.property(cpu, fc.nat(20000), (target, milli) => {
        const { members, flaps } = acceptanceOf(target, load(milli));
        expect(members.every((each) => each >= target.min && each <= target.max)).toBe(true);
        expect(flaps).toBe(members.length === 0);
      }),
    );
  });

  test('of an interval hold those of every demand in it', () => {
    fc.assert(
      fc.property(
        cpu,
        fc.nat(20000),
        fc.nat(5000),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (target, low, wide, at) => {
          const all = acceptanceBetween(target, load(low), load(low + wide)).members;
          for (const member of acceptanceOf(target, load(low + at * wide)).members) expect(all).toContain(member);
        },
      ),
    );
  });

  test('and the loads of a size say the same', () => {
    fc.assert(
      fc.property(cpu, fc.integer({ min: 1, max: 20000 }), (target, milli) => {
        const { members } = acceptanceOf(target, load(milli));
        for (let replicas = target.min; replicas <= target.max; replicas += 1) {
          const range = loadsFor(target, replicas, 3);
          const holds =
            range !== undefined && (milli > range.lowMilli || range.lowMilli === 0) && milli <= range.highMilli;
          expect(holds).toBe(members.includes(replicas));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('quantities', () => {
  test('round away from zero and keep their order', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (nano) => {
        const milli = milliOf(`${nano}n`) ?? 0n;
        expect(milli * 1_000_000n - nano).toBe(
          ((nano < 0n ? -1n : 1n) * (((-(nano < 0n ? -nano : nano) % 1_000_000n) + 1_000_000n) % 1_000_000n)) as bigint,
        );
      }),
    );
  });

  test.each([
    ['1', 1000n],
    ['100m', 100n],
    ['1500u', 2n],
    ['1n', 1n],
    ['-1n', -1n],
    ['0.1n', 1n],
    ['1Ki', 1024000n],
    ['1e3', 1000000n],
    ['1E', 10n ** 21n],
    ['.5', 500n],
    ['5.', 5000n],
    ['0', 0n],
  ])('reads %s', (text, milli) => expect(milliOf(text)).toBe(milli));

  test.each(['', '.', 'm', '1x', '1 m', '--1', '1Kib', '1e', 'NaN'])('refuses "%s"', (text) =>
    expect(milliOf(text)).toBeUndefined(),
  );
});
