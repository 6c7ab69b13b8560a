import { describe, expect, test } from '@jest/globals';
import type { Bands } from '../../../src/autoscaler/bands.js';
import { productionClocks } from '../../../src/autoscaler/clocks.js';
import type { TimelineRow } from '../../../src/autoscaler/timeline.js';
import { verdictOf } from '../../../src/domain/stage.js';
import type { ScriptedLoad, ScriptResult } from '../../../src/ports/scripted-load.js';
import { loadStage } from '../../../src/stages/load/load.js';
import type { LoadSpec } from '../../../src/stages/load/spec.js';
import { FakeClock } from '../../fakes/clock.js';
import { FakeLog } from '../../fakes/log.js';
import { ScalingWorld, type WorldSettings } from '../../fakes/scaling-world.js';
import { at, play, spec, told } from './played.js';

describe('the load stage on a sound service', () => {
  test('proves 1 → 4 → 1 with every claim passed, in less than 130 s of quick clocks', async () => {
    const played = await play();
    expect(told(played)).toEqual([]);
    expect(verdictOf(played.result.evidence)).toBe('pass');
    expect(played.result.output.reached).toBe(4);
    expect(played.seconds).toBeLessThan(130);
  });
});

type Wrong = readonly [
  name: string,
  settings: Partial<WorldSettings>,
  changes: Partial<LoadSpec>,
  verdict: 'fail' | 'inconclusive',
  claim: string,
];

const noQuota = { pods: null, cpuRequestMilli: null, memoryRequestMilli: null };
const node = { name: 'node', freeCpuMilli: 150, freeMemoryMilli: 1e12, freePods: 90 };

const wrongs: readonly Wrong[] = [
  [
    'nothing is sent',
    at(0, (w) => Object.assign(w, { ended: 'no arrivals' })),
    {},
    'inconclusive',
    'the load was sent',
  ],
  ['nobody listens', at(0, (w) => Object.assign(w, { status: 'ECONNREFUSED' })), {}, 'fail', 'the load was sent'],
  ['every answer is 500', at(0, (w) => Object.assign(w, { status: 500 })), {}, 'fail', 'the load was sent'],
  ['answers turn to 500 under load', at(70, (w) => Object.assign(w, { status: 500 })), {}, 'fail', 'error_rate<0.01'],
  [
    'errors break the load off',
    at(60, (w) => Object.assign(w, { status: 500, ended: 'abort: 90 % of 500 requests failed within 10 s' })),
    {},
    'fail',
    'the load was sent',
  ],
  [
    'the load stops early',
    at(60, (w) => Object.assign(w, { ended: 'out of arrivals' })),
    {},
    'inconclusive',
    'the load was sent',
  ],
  ['the generator breaks', at(60, (w) => Object.assign(w, { broken: true })), {}, 'inconclusive', 'the load was sent'],
  [
    'the generator runs at the end of its core',
    at(0, (w) => Object.assign(w.health, { cpu: 0.98 })),
    {},
    'inconclusive',
    'the generator sent',
  ],
  [
    'requests leave late',
    at(0, (w) => Object.assign(w.health, { sendLagP99Ms: 180 })),
    {},
    'inconclusive',
    'the generator sent',
  ],
  [
    'more requests are told to be in flight than its answers allow',
    { ...at(0, (w) => Object.assign(w, { inFlightTimes: 1.2 })), latencyMs: 40 },
    {},
    'inconclusive',
    'the generator sent',
  ],
  [
    'there is no metrics-server',
    at(0, (w) => Object.assign(w, { metrics: false })),
    {},
    'inconclusive',
    'reads metrics',
  ],
  ['metrics stop on the way', at(50, (w) => Object.assign(w, { metrics: false })), {}, 'fail', 'goes from 1 to 4'],
  [
    'the autoscaler is deleted midway',
    at(60, (w) => Object.assign(w, { hpa: false })),
    {},
    'inconclusive',
    'stayed what it was',
  ],
  ['there is no autoscaler', at(0, (w) => Object.assign(w, { hpa: false })), {}, 'inconclusive', 'reads metrics'],
  [
    'somebody scales by hand',
    at(41, (w) => Object.assign(w, { replicas: 3, manager: 'kubectl' })),
    {},
    'inconclusive',
    'made by the autoscaler',
  ],
  [
    'a rollout comes in between',
    at(60, (w) => Object.assign(w, { template: 'template-2' })),
    {},
    'inconclusive',
    'no rollout',
  ],
  ['a container is killed under load', at(80, (w) => w.restart()), {}, 'fail', 'no container restarted'],
  [
    'the service works without load',
    at(15, (w) => Object.assign(w, { extraCpuMilli: 90 })),
    {},
    'fail',
    'does not scale',
  ],
  ['it never rests again', at(85, (w) => Object.assign(w, { extraCpuMilli: 90 })), {}, 'fail', 'goes back to 1'],
  [
    'new pods get nothing',
    at(0, (w) => Object.assign(w, { starved: (index: number) => index > 0 })),
    {},
    'fail',
    'takes its part',
  ],
  ['answers are slow', { latencyMs: 900 }, {}, 'fail', 'p(95)<500'],
  [
    'nobody can look',
    at(60, (w) => Object.assign(w, { unreachable: true })),
    {},
    'inconclusive',
    'watched the whole time',
  ],
  ['the limit is below the target', { limitMilli: 50 }, {}, 'fail', 'can be reached'],
  ['minReplicas is maxReplicas', { min: 4, max: 4 }, {}, 'fail', 'can be reached'],
  ['more is wanted than maxReplicas', {}, { to: 9 }, 'fail', 'can be reached'],
  ['the nodes are full', { room: { nodes: [node], quota: noQuota } }, {}, 'inconclusive', 'can be reached'],
  [
    'the quota is used up',
    { room: { nodes: [{ ...node, freeCpuMilli: 9000 }], quota: { ...noQuota, pods: 2 } } },
    {},
    'inconclusive',
    'can be reached',
  ],
  ['the rate would be too high', {}, { maxRate: 30 }, 'inconclusive', 'can be reached'],
  ['the given rate is too low', {}, { rate: 10 }, 'fail', 'goes from 1 to 4'],
  [
    'there is too little evidence',
    {},
    { rate: 110, thresholds: ['error_rate<0.0001'] },
    'inconclusive',
    'error_rate<0.0001',
  ],
];

describe('the load stage never passes when', () => {
  test.each(wrongs)('%s', async (_, settings, changes, verdict, claim) => {
    const played = await play(settings, changes);
    expect(verdictOf(played.result.evidence)).not.toBe('pass');
    const about = played.result.evidence.filter((evidence) => evidence.claim.includes(claim));
    expect(about.map((evidence) => evidence.verdict)).toContain(verdict);
    expect(about.find((evidence) => evidence.verdict === verdict)?.remedy).toBeTruthy();
  });

  test('it is cancelled: that is thrown, and nothing is concluded', async () => {
    const clock = new FakeClock();
    const abort = new AbortController();
    const world = new ScalingWorld(
      clock,
      at(40, () => abort.abort()),
    );
    const context = { signal: abort.signal, own: async () => {} };
    const run = loadStage({ generator: world, observer: world, clock, log: new FakeLog() }).run(spec, context);
    await expect(run).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});

const scripted = (result: Partial<ScriptResult>): ScriptedLoad => ({
  name: 'k6',
  run: async () => ({
    outcome: 'passed',
    exitCode: 0,
    reason: '',
    requests: 100,
    failedShare: 0,
    metrics: {},
    thresholds: [],
    ...result,
  }),
});

describe("the load stage with a user's script", () => {
  test.each([
    ['that passed', {}, 'pass'],
    ['that missed a threshold', { outcome: 'thresholds-missed', exitCode: 99 }, 'fail'],
    ['that is broken', { outcome: 'script-broken', exitCode: 107, requests: null }, 'inconclusive'],
    ['that was stopped', { outcome: 'aborted', exitCode: 105 }, 'inconclusive'],
    ['that sent nothing', { requests: 0 }, 'inconclusive'],
    ['whose summary is lost', { requests: null }, 'inconclusive'],
  ] as const)('%s', async (_, result, verdict) => {
    const played = await play({}, { mode: 'script', script: { script: 'load.js', env: {} } }, scripted(result));
    expect(played.verdictOn("the user's script")).toBe(verdict);
    expect(played.result.output.script?.exitCode).toBe('exitCode' in result ? result.exitCode : 0);
  });

  test('that does not make it scale to the wanted size fails', async () => {
    const asked = { mode: 'script', to: 4, script: { script: 'load.js', env: {} } } as const;
    const played = await play({}, asked, scripted({}));
    expect(played.verdictOn('goes from 1 to 4')).toBe('fail');
  });
});

describe('the load stage', () => {
  test('without kubelet counters it calibrates from the metrics API', async () => {
    const played = await play({ counters: false });
    expect(told(played)).toEqual([]);
    expect(played.result.output.aim?.calibration?.costMilli).toBeCloseTo(2, 0);
  });

  test('finds the cost of a request within 5 % of the truth', async () => {
    const cost = (await play()).result.output.aim?.calibration?.costMilli ?? 0;
    expect(Math.abs(cost / 2 - 1)).toBeLessThan(0.05);
  });

  test('a fixed rate is judged by its thresholds alone', async () => {
    const played = await play({}, { mode: 'fixed', rate: 20, durationSeconds: 20 });
    expect(told(played)).toEqual([]);
    expect(played.result.evidence.some(({ claim }) => claim.includes('goes from'))).toBe(false);
  });

  test('says which clocks were shortened', async () => {
    const notes = (await play()).result.notes ?? [];
    expect(notes).toContainEqual({ kind: 'modified-for-ci', text: 'HPA sync period 5 s, not 15 s' });
  });

  test('refuses a threshold that it cannot read before it does anything', async () => {
    await expect(play({}, { thresholds: ['p95<5'] })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });
});

describe('what the load stage foretells', () => {
  test('is told for production clocks too, and that the run had others', async () => {
    const { result } = await play({ downWindowSeconds: 15 }, { writtenDownWindowSeconds: 300 });
    const { projection, predicted } = result.output;
    const back = (bands: Bands | null | undefined) => bands?.backToMin.quantiles[0]?.seconds ?? Number.NaN;
    expect(back(predicted)).toBeLessThan(60);
    expect(back(projection?.production)).toBeGreaterThan(300);
    const said = result.notes?.filter(({ kind }) => kind === 'modified-for-ci').map(({ text }) => text);
    expect(said).toContainEqual(
      expect.stringMatching(/shortened clocks \(sync period 5 s.*on production clocks.*after \d+ s/),
    );
  });

  test('is told once where production clocks ran', async () => {
    const changes = { clocks: productionClocks, modified: [], timeoutSeconds: 2000 };
    const { result } = await play({ syncSeconds: 15, metricsSeconds: 15, downWindowSeconds: 300 }, changes);
    expect(result.output.projection?.production).toBeNull();
    expect(result.notes?.filter(({ kind }) => kind === 'modified-for-ci')).toEqual([]);
  });

  test('names the size at twice the rate, which the cost of a request gives', async () => {
    const { result } = await play({ max: 12 }, { to: 4 });
    const forecast = result.output.projection?.forecast;
    if (forecast === undefined || forecast.refused) throw new Error(forecast?.text ?? 'there is none');
    const rate = result.output.load?.phases.findLast(({ name }) => name === 'steady')?.profile;
    expect(forecast.rps / (rate !== undefined && 'rate' in rate ? rate.rate : 0)).toBeCloseTo(2, 1);
    expect(forecast.loadMilli.likely / (forecast.rps * 2)).toBeCloseTo(1, 1);
    expect(result.notes).toContainEqual({ kind: 'measured', text: expect.stringMatching(/^forecast, not tried: at /) });
  });

  test('is nothing at twice the rate where no cost was measured', async () => {
    const { result } = await play({}, { rate: 110 });
    expect(result.output.projection?.forecast.refused).toBe(true);
    expect(result.notes).toContainEqual({ kind: 'cannot-prove', text: expect.stringContaining('no forecast: ') });
  });
});

describe('the timeline', () => {
  test('is kept row by row while the load stage runs, and whole with what was sent at its end', async () => {
    const kept: TimelineRow[] = [];
    const whole: TimelineRow[] = [];
    const clock = new FakeClock();
    const world = new ScalingWorld(clock);
    const timeline = {
      keep: (row: TimelineRow) => void kept.push(row),
      complete: (rows: readonly TimelineRow[]) => void whole.push(...rows),
    };
    const stage = loadStage({ generator: world, observer: world, clock, log: new FakeLog(), timeline });
    const { output } = await stage.run(spec, { signal: new AbortController().signal, own: async () => {} });
    expect(kept.length).toBe(output.timeline.length);
    expect(kept.map(({ load: _, ...row }) => row)).toEqual(whole.map(({ load: _, ...row }) => row));
    expect(kept.length).toBeGreaterThan(clock.monotonic() / 1000 / 1.2);
  });

  test('has what was seen until then when the run is cancelled', async () => {
    const kept: TimelineRow[] = [];
    const clock = new FakeClock();
    const abort = new AbortController();
    const world = new ScalingWorld(
      clock,
      at(40, () => abort.abort()),
    );
    const timeline = { keep: (row: TimelineRow) => void kept.push(row), complete: () => undefined };
    const stage = loadStage({ generator: world, observer: world, clock, log: new FakeLog(), timeline });
    await expect(stage.run(spec, { signal: abort.signal, own: async () => {} })).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    expect(kept.length).toBeGreaterThan(30);
  });
});

describe('the load', () => {
  test('asks of the pods that are ready no more than four fifths of their limit, until more of them are', async () => {
    const played = await play({ limitMilli: 100, podSeconds: 8 });
    expect(told(played)).toEqual([]);
    const { load, aim, timeline } = played.result.output;
    const phases = (load?.phases ?? []).filter(({ name }) => name === 'scaling');
    const ready = (at: number): number =>
      timeline.findLast((row) => row.at * 1000 <= at)?.pods.filter((pod) => pod.ready?.status === 'True').length ?? 0;
    const asked = phases.map(({ profile, startedAt }) => ({
      each: (('to' in profile ? profile.to : 0) * 2) / ready(startedAt),
    }));
    expect(phases.length).toBeGreaterThan(1);
    for (const { each } of asked) expect(each).toBeLessThanOrEqual(82);
    expect(aim?.rate ?? 0).toBeGreaterThan(45);
  });
});
