import { describe, expect, test } from '@jest/globals';
import { GateError } from '../../../../src/domain/error.js';
import type { LoadGenerator, LoadPlan, LoadRun, PhaseResult, Profile } from '../../../../src/ports/load-generator.js';
import { judgeRecord } from '../../../../src/stages/load/comparison/comparison.js';
import { blockSecondsAt, duel } from '../../../../src/stages/load/comparison/duel.js';
import type { ComparisonRecord, ComparisonSpec, Copy, Variant } from '../../../../src/stages/load/comparison/spec.js';
import { loadStage } from '../../../../src/stages/load/load.js';
import type { LoadSpec } from '../../../../src/stages/load/spec.js';
import { FakeClock } from '../../../fakes/clock.js';
import { FakeDeployment } from '../../../fakes/deployment.js';
import { fakeHttpProbe } from '../../../fakes/http-probe.js';
import { FakeLog } from '../../../fakes/log.js';
import { ScalingWorld } from '../../../fakes/scaling-world.js';
import { spec as proof } from '../played.js';

const copy = (variant: Variant): Copy => ({
  objects: [{ kind: 'Deployment', metadata: { name: `web-${variant}` }, spec: { replicas: 1 } }],
  workload: { kind: 'Deployment', namespace: 'shop', name: `web-${variant}` },
  host: `${variant}.example`,
  images: [`web:${variant}`],
});

const comparison: ComparisonSpec = {
  copies: { baseline: copy('baseline'), candidate: copy('candidate') },
  replicas: 1,
  maxSlowdown: 0.1,
  probe: { path: '/', status: 200 },
};
const spec: LoadSpec = { ...proof, comparison };

interface World {
  /** Milliseconds of an answer, by variant and number of the block over the whole run. */
  readonly ms: (variant: Variant, block: number) => number;
  readonly bad?: Partial<Record<Variant, number>>;
  readonly lagMs?: number;
  readonly breaks?: Variant;
}

/** Two copies that answer as the test says, and what was asked of which of them, in order. */
class Copies implements LoadGenerator {
  readonly #clock: FakeClock;
  readonly #world: World;
  readonly asked: { readonly variant: Variant; readonly name: string; readonly rate: number }[] = [];
  #blocks = 0;

  constructor(clock: FakeClock, world: World) {
    this.#clock = clock;
    this.#world = world;
  }

  async start({ host }: LoadPlan) {
    const variant: Variant = host === 'baseline.example' ? 'baseline' : 'candidate';
    const { ms, bad = {}, lagMs = 1, breaks } = this.#world;
    const phases: PhaseResult[] = [];
    const result = () => ({
      phases,
      seconds: [],
      health: { sendLagP99Ms: lagMs, eventLoopDelayP99Ms: 1, cpu: 0.1, hostSteal: 0, hostCpu: 0.5 },
      ended: 'stopped',
    });
    return {
      phase: async (name: string, profile: Profile) => {
        const { rate, seconds } = profile as { readonly rate: number; readonly seconds: number };
        this.asked.push({ variant, name, rate });
        const took = ms(variant, name.startsWith('block') ? this.#blocks++ : -1);
        const count = Math.round(rate * seconds);
        const failed = Math.round(count * (bad[variant] ?? 0));
        const latency = {
          count,
          min: took,
          max: took,
          mean: took,
          precision: 0.001,
          buckets: [[took, count] as const],
        };
        phases.push({
          name,
          profile,
          startedAt: this.#clock.now(),
          durationMs: seconds * 1000,
          tally: {
            scheduled: count,
            sent: count,
            good: count - failed,
            bad: failed,
            shed: 0,
            late: 0,
            outcomes: {},
            byPod: {},
            retried: 0,
            bytes: 0,
          },
          latency,
          service: latency,
          meanInFlight: (count * took) / (seconds * 1000),
          unanswered: { atStart: 0, atEnd: 0 },
        });
      },
      snapshot: async () => {
        const last = phases.at(-1);
        const ended = breaks === variant && this.#blocks > 3 ? 'the thread ended' : null;
        return { phase: last?.name ?? '', durationMs: 0, tally: last?.tally ?? ({} as never), ended };
      },
      stop: async () => result(),
    };
  }
}

async function played(world: World): Promise<{ readonly copies: Copies; readonly record: ComparisonRecord }> {
  const clock = new FakeClock();
  const copies = new Copies(clock, world);
  const context = { signal: new AbortController().signal, own: async () => {} };
  const record = await duel(comparison, spec, 50, { generator: copies, clock, log: new FakeLog() }, context);
  return { copies, record };
}

const verdicts = (record: ComparisonRecord): readonly string[] =>
  judgeRecord(record, comparison).evidence.map(({ verdict }) => verdict);

describe('a service beside its baseline', () => {
  test('is measured in turn, A B B A, at the same rate', async () => {
    const { copies } = await played({ ms: () => 20 });
    const blocks = copies.asked.filter(({ name }) => name.startsWith('block-'));
    expect(blocks.slice(0, 8).map(({ variant }) => variant[0])).toEqual([...'bccbbccb']);
    expect(new Set(blocks.map(({ rate }) => rate))).toEqual(new Set([50]));
  });

  test.each<readonly [string, World, readonly string[]]>([
    ['as quick passes', { ms: () => 20 }, ['pass', 'pass', 'pass']],
    ['a half slower fails', { ms: (variant) => (variant === 'candidate' ? 30 : 20) }, ['fail', 'fail', 'pass']],
    ['quicker passes', { ms: (variant) => (variant === 'candidate' ? 15 : 20) }, ['pass', 'pass', 'pass']],
    [
      'as quick, on a machine that gets slower all the time, passes',
      { ms: (_, block) => 20 * 1.03 ** block },
      ['pass', 'pass', 'pass'],
    ],
    ['that fails more often fails', { ms: () => 20, bad: { candidate: 0.1 } }, ['pass', 'pass', 'fail']],
    [
      'a half slower, by a generator that was late itself, is inconclusive',
      { ms: (variant) => (variant === 'candidate' ? 300 : 200), lagMs: 400 },
      ['inconclusive', 'inconclusive', 'pass'],
    ],
    [
      'that is quick and slow by turns is inconclusive',
      { ms: (variant, block) => (variant === 'candidate' && block % 3 === 0 ? 80 : 20) },
      ['inconclusive', 'inconclusive', 'pass'],
    ],
    ['whose generator breaks is inconclusive', { ms: () => 20, breaks: 'candidate' }, ['inconclusive']],
  ])('%s', async (_, world, expected) => {
    const { record } = await played(world);
    expect(verdicts(record)).toEqual(expected);
  });

  test('is measured no longer than until it is clear, and no more than three times as long', async () => {
    expect((await played({ ms: () => 20 })).record).toMatchObject({ looks: 1 });
    const unclear = await played({ ms: (variant, block) => (variant === 'candidate' && block % 3 === 0 ? 80 : 20) });
    expect(unclear.record).toMatchObject({ looks: 3 });
    expect(unclear.record.blocks).toHaveLength(48);
  });

  test('has its numbers in the evidence', async () => {
    const { record } = await played({ ms: (variant) => (variant === 'candidate' ? 30 : 20) });
    const [median] = judgeRecord(record, comparison).evidence;
    expect(median?.observed).toBe(
      '30.00 ms, baseline 20.00 ms: 50.0 % slower, between 50.0 % and 50.0 % (8 pairs; up to 10.0 % is tolerated)',
    );
  });

  test.each([
    [100, 4],
    [10, 8],
    [1, 20],
  ])('at %i requests a second is measured in blocks of %i s', (rate, seconds) => {
    expect(blockSecondsAt(rate)).toBe(seconds);
  });
});

describe('after the proof', () => {
  /** The proof in the model of a cluster, then the copies; a plan without a copy's host is the proof's. */
  async function run(deployment: FakeDeployment, settings = {}, status = 200, breaksIn = '') {
    const clock = new FakeClock();
    const world = new ScalingWorld(clock, settings);
    const copies = new Copies(clock, { ms: () => 20 });
    const generator: LoadGenerator = {
      start: async (plan, _signal) =>
        plan.host === null ? breaking(await world.start(plan), world, breaksIn) : copies.start(plan),
    };
    const ports = { generator, observer: world, clock, log: new FakeLog() };
    const http = fakeHttpProbe(() => status);
    const stage = loadStage({ ...ports, copies: { deployment, http } });
    const context = { signal: new AbortController().signal, own: async () => {} };
    const { evidence, output } = await stage.run(spec, context);
    return { copies, output, about: evidence.filter(({ claim }) => claim.includes('baseline')) };
  }

  test('both copies stand, get what a pod was proven to bear, and are put to rest', async () => {
    const deployment = new FakeDeployment();
    const { copies, about, output } = await run(deployment);
    expect(about.map(({ verdict }) => verdict)).toEqual(['pass', 'pass', 'pass']);
    const steady = output.load?.phases.findLast(({ name }) => name === 'steady');
    const perPod = ((steady?.tally.good ?? 0) * 1000) / (steady?.durationMs ?? 1) / 4;
    expect(copies.asked[0]?.rate).toBeCloseTo(0.8 * perPod, 0);
    expect(deployment.applied.slice(-2).map((one) => (one['spec'] as { replicas: number }).replicas)).toEqual([0, 0]);
  });

  test.each<readonly [string, ConstructorParameters<typeof FakeDeployment>[0], number, string]>([
    [
      'that does not start',
      { rollouts: { 'Deployment/web-baseline': [{ done: false, ready: 0, desired: 1, trouble: trouble() }] } },
      200,
      'the copy of the baseline: Deployment/web-baseline: 0 of 1 replicas Ready: ImagePullBackOff: no such image',
    ],
    ['that is refused', { refusals: { 'Deployment/web-candidate': 'quota' } }, 200, 'quota'],
    ['that does not answer', {}, 404, 'status 404'],
  ])('a copy %s leaves the comparison inconclusive, and says why', async (_, script, status, why) => {
    const { about } = await run(new FakeDeployment(script), {}, status);
    expect(about).toMatchObject([{ verdict: 'inconclusive' }]);
    expect(about[0]?.observed).toContain(why);
  });

  test('a proof that did not come to rest leaves it inconclusive', async () => {
    const { about } = await run(new FakeDeployment(), { metrics: null, events: [{ at: 1, what: blind }] });
    expect(about).toMatchObject([{ verdict: 'inconclusive' }]);
  });

  test('a load that was broken off while it rested says nothing of what a pod bears, and no copy is made', async () => {
    const deployment = new FakeDeployment();
    const { about, copies, output } = await run(deployment, {}, 200, 'steady');
    const steady = output.load?.phases.findLast(({ name }) => name === 'steady');
    // A rate could be made of it: what forbids it is the end.
    expect(steady?.tally.good).toBeGreaterThan(0);
    expect(about).toMatchObject([{ verdict: 'inconclusive', observed: expect.stringContaining('out of arrivals') }]);
    expect([copies.asked, deployment.applied, output.comparison]).toEqual([[], [], null]);
  });

  test('a cluster that fails to stop a copy spoils nothing, and a bug is no evidence', async () => {
    const failing = new FakeDeployment();
    const apply = failing.apply.bind(failing);
    let calls = 0;
    failing.apply = async (objects) => {
      if (++calls > 2) throw new GateError('API_UNREACHABLE', 'gone', { hint: 'wait' });
      return apply(objects);
    };
    expect((await run(failing)).about.map(({ verdict }) => verdict)).toEqual(['pass', 'pass', 'pass']);
  });
});

/** A load that comes to its end at the fifth look at one of its phases. */
function breaking(run: LoadRun, world: ScalingWorld, breaksIn: string): LoadRun {
  let looks = 0;
  return {
    ...run,
    snapshot: async () => {
      const seen = await run.snapshot();
      if (seen.phase === breaksIn && ++looks === 5) world.ended = 'out of arrivals';
      return seen;
    },
  };
}

function trouble() {
  return { reason: 'ImagePullBackOff', message: 'no such image', hopeless: true };
}

function blind(world: ScalingWorld): void {
  world.metrics = false;
}
