import { describe, expect, test } from '@jest/globals';
import type { Band, Bands } from '../../../src/autoscaler/bands.js';
import type { ShadowDecision, ShadowReport } from '../../../src/autoscaler/shadow.js';
import type { ScriptResult } from '../../../src/ports/scripted-load.js';
import { newPodsWork } from '../../../src/stages/load/claims/balance.js';
import { downWithinBand, upWithinBand } from '../../../src/stages/load/claims/bands.js';
import { causedByAutoscaler, noRestarts, noRollout } from '../../../src/stages/load/claims/cause.js';
import { type Claim, seconds } from '../../../src/stages/load/claims/claim.js';
import { reachable, settledWhereExpected } from '../../../src/stages/load/claims/expectation.js';
import { generatorSound, isAnswered, loadArrived } from '../../../src/stages/load/claims/generator.js';
import { metricsAvailable, sameAutoscaler, watched } from '../../../src/stages/load/claims/observation.js';
import { idleHolds, noFlapping, reachedSize, scaledDown, scaledUp } from '../../../src/stages/load/claims/scaling.js';
import { scriptHeld } from '../../../src/stages/load/claims/script.js';
import { decisionsReproduced } from '../../../src/stages/load/claims/shadow.js';
import { slosHeld } from '../../../src/stages/load/claims/slos.js';
import type { Derived } from '../../../src/stages/load/derived.js';
import type { Recording } from '../../../src/stages/load/recording.js';
import type { LoadSpec } from '../../../src/stages/load/spec.js';
import {
  container,
  derived,
  load,
  mark,
  phase,
  pod,
  type RowChange,
  recording,
  row,
  rows,
  tally,
} from '../../fakes/recorded-load.js';
import { wordsOf } from '../../fakes/words.js';
import { spec } from './played.js';

const words = wordsOf('load/claims.json');

type Case = readonly [
  name: string,
  claim: Claim,
  changed: Partial<Recording>,
  spec?: Partial<LoadSpec>,
  derived?: Partial<Derived>,
];

const without = (...phases: string[]): Partial<Recording> => ({
  marks: recording.marks.filter((one) => !phases.includes(one.phase)),
});
const withMark = (...marks: ReturnType<typeof mark>[]): Partial<Recording> => ({
  marks: [...recording.marks.filter(({ phase: own }) => !marks.some((one) => one.phase === own)), ...marks],
});
const nowhere: Partial<Recording> = { marks: [] };
const fixed = { mode: 'fixed' } as const;
/** Rows of the run with some of them seen otherwise. */
const seen = (from: number, to: number, change: RowChange): Partial<Recording> => ({
  rows: rows.map((one) => {
    const second = one.at / 1000;
    const size = one.scale?.specReplicas ?? 0;
    const own = { size, autoscaler: { lastScaleTime: one.autoscaler?.lastScaleTime ?? null } };
    return second < from || second > to
      ? one
      : row(second, {
          ...own,
          ...change,
          ...(change.autoscaler === undefined || change.autoscaler === null
            ? {}
            : { autoscaler: { ...own.autoscaler, ...change.autoscaler } }),
        });
  }),
});
const halted = (why: string, kind: 'silent' | 'ended-early' | 'uncalibrated' = 'ended-early'): Partial<Recording> => ({
  halt: { kind, why },
});
const four = ['web-1', 'web-2', 'web-3', 'web-4'];
const byPod = (...counts: number[]): Partial<Recording> => ({
  load: load({
    phases: [
      phase('steady', 40, 60, {
        tally: tally({ byPod: Object.fromEntries(counts.map((count, index) => [`web-${index + 1}`, count])) }),
      }),
    ],
  }),
});
/** CPU counters of the steady phase at two instants, in millicores of each pod between them. */
const counters = (first: number, last: number, ...milli: number[]): Partial<Recording> => ({
  counters: [first, last].map((second) =>
    four.map((name, index) => ({
      pod: name,
      cpuSeconds: 7 + ((second - first) * (milli[index] ?? 0)) / 1000,
      timestamp: second * 1000,
    })),
  ),
});

const balance: readonly Case[] = [
  ['nothing steady', newPodsWork, without('steady')],
  ['no proof', newPodsWork, {}, fixed],
  ['never looked', newPodsWork, { rows: [] }],
  ['by header', newPodsWork, byPod(25, 25, 25, 25)],
  ['by header, one with a quarter of the mean', newPodsWork, byPod(4, 4, 4, 0.8)],
  ['by header, one with a little less', newPodsWork, byPod(4, 4, 4, 0.79)],
  ['by header, one not named', newPodsWork, byPod(25, 25, 25)],
  ['by header, all nothing', newPodsWork, byPod(0, 0, 0, 0)],
  ['by counter', newPodsWork, counters(45, 55, 53, 53, 53, 53)],
  ['by counter, one at rest', newPodsWork, counters(45, 55, 53, 53, 53, 3)],
  ['by counter, one below rest', newPodsWork, counters(45, 55, 53, 53, 53, 1)],
  ['by counter, at the ends of the phase', newPodsWork, counters(40, 60, 53, 53, 53, 53)],
  ['by counter, too early', newPodsWork, counters(39, 60, 53, 53, 53, 53)],
  ['by counter, too near', newPodsWork, counters(45, 46.899, 53, 53, 53, 3)],
  ['by counter, just apart', newPodsWork, counters(45, 46.9, 53, 53, 53, 3)],
  ['by window', newPodsWork, seen(40, 60, { used: [53, 53, 53, 53] })],
  ['by window, one at rest', newPodsWork, seen(40, 60, { used: [53, 53, 53, 3] })],
  ['by window, one without', newPodsWork, seen(0, 80, { used: [53, 53, 53, null] })],
  [
    'by window, of pods that came late',
    newPodsWork,
    seen(40, 60, { pods: four.map((name) => pod(name, { ready: { status: 'True', lastTransition: 50_001 } })) }),
  ],
  [
    'by window, of pods that came just in time',
    newPodsWork,
    seen(40, 60, { pods: four.map((name) => pod(name, { ready: { status: 'True', lastTransition: 50_000 } })) }),
  ],
  ['without a calibration', newPodsWork, { ...seen(40, 60, { used: [53, 53, 53, 3] }), aim: null }],
];

const band = (typical: number | null, last: number | null): Band => ({
  quantiles: [
    { q: 0.5, seconds: typical },
    { q: 0.95, seconds: typical },
    { q: 1, seconds: last },
  ],
  happened: 60,
});
const predicted = (more: Partial<Bands> = {}): Partial<Derived> => ({
  predicted: {
    runs: 60,
    seed: 1,
    firstMove: band(5, 8),
    settled: band(15, 18),
    firstMoveDown: band(5, 8),
    backToMin: band(8, 10),
    sizes: [],
    peaks: [],
    ...more,
  } as Bands,
});
// One turn of sync and metrics on top of a band: 15 s on the clocks of this spec.
const limits = (first: number, settled: number, back: number): Partial<Derived> =>
  predicted({ firstMove: band(0, first), settled: band(0, settled), backToMin: band(0, back) });
const slack = spec.clocks.syncPeriodSeconds + spec.clocks.metricResolutionSeconds;

const bands: readonly Case[] = [
  ['up: as foretold', upWithinBand, {}, {}, predicted()],
  ['up: at the end of its bands', upWithinBand, {}, {}, limits(8 - slack, 18 - slack, 10 - slack)],
  ['up: the first move too late', upWithinBand, {}, {}, limits(7.9 - slack, 18 - slack, 0)],
  ['up: the last move too late', upWithinBand, {}, {}, limits(8 - slack, 17.9 - slack, 0)],
  ['up: bands without an end', upWithinBand, {}, {}, predicted({ firstMove: band(5, null), settled: band(9, null) })],
  ['up: a band that is hardly reached', upWithinBand, {}, {}, predicted({ firstMove: band(null, null) })],
  ['up: nothing foretold', upWithinBand, {}],
  ['up: no proof', upWithinBand, {}, fixed, predicted()],
  ['up: no aim', upWithinBand, { aim: null }, {}, predicted()],
  ['up: no load', upWithinBand, without('scaling'), {}, predicted()],
  ['up: not reached', upWithinBand, seen(30, 69, { size: 3 }), {}, predicted()],
  ['down: as foretold', downWithinBand, {}, {}, predicted()],
  ['down: at the end of its band', downWithinBand, {}, {}, limits(0, 0, 10 - slack)],
  ['down: too late', downWithinBand, {}, {}, limits(0, 0, 9.9 - slack)],
  ['down: hardly reached', downWithinBand, {}, {}, predicted({ backToMin: band(null, 9) })],
  ['down: nothing foretold', downWithinBand, {}],
  ['down: no proof', downWithinBand, {}, fixed, predicted()],
  ['down: not asked for', downWithinBand, {}, { scaleDown: false }, predicted()],
  ['down: no cool-down', downWithinBand, without('cool-down'), {}, predicted()],
  ['down: not met', downWithinBand, withMark(mark('cool-down', 60, 80, { met: false })), {}, predicted()],
  ['down: never', downWithinBand, seen(70, 80, { size: 4 }), {}, predicted()],
];

const wrote = (from: number, to: number, autoscaler: NonNullable<RowChange['autoscaler']>): Partial<Recording> =>
  seen(from, to, { autoscaler });
const restarts = (second: number, count: number): Partial<Recording> =>
  seen(second, 80, {
    pods: [pod('web-1', { containers: [container({ restarts: count }), container({ name: 'b' })] })],
  });

const cause: readonly Case[] = [
  ['by itself', causedByAutoscaler, {}],
  ['no idle', causedByAutoscaler, without('idle')],
  ['nothing changed', causedByAutoscaler, seen(0, 80, { size: 1 })],
  ['nothing changed, at a fixed rate', causedByAutoscaler, seen(0, 80, { size: 1 }), fixed],
  ['changed before', causedByAutoscaler, seen(0, 1, { size: 3 })],
  ['by another', causedByAutoscaler, wrote(30, 69, { desiredReplicas: 2 })],
  [
    'by a named writer',
    causedByAutoscaler,
    seen(30, 69, { autoscaler: { desiredReplicas: 2 }, scale: { replicasManager: 'kubectl' } }),
  ],
  [
    'by nobody',
    causedByAutoscaler,
    seen(30, 69, { autoscaler: { desiredReplicas: 2 }, scale: { replicasManager: null } }),
  ],
  ['a while before', causedByAutoscaler, wrote(30, 69, { lastScaleTime: 26_000 })],
  ['too long before', causedByAutoscaler, wrote(30, 69, { lastScaleTime: 25_999 })],
  ['told late', causedByAutoscaler, wrote(30, 41, { desiredReplicas: 2 })],
  ['told too late', causedByAutoscaler, wrote(30, 42, { desiredReplicas: 2 })],
  ['never told', causedByAutoscaler, wrote(20, 69, { lastScaleTime: null })],
  ['not seen', causedByAutoscaler, seen(20, 69, { autoscaler: null })],
  ['one template', noRollout, {}],
  ['two templates', noRollout, seen(20, 80, { scale: { templateHash: 'two' } })],
  ['another before', noRollout, seen(0, 1, { scale: { templateHash: 'two' } })],
  ['no scale', noRollout, seen(0, 80, { scale: null })],
  ['no scale at first', noRollout, seen(0, 5, { scale: null })],
  ['no look before a rollout', noRollout, without('idle')],
  ['no restart', noRestarts, {}],
  ['one restarts', noRestarts, restarts(50, 1)],
  ['one restarted before', noRestarts, restarts(0, 1)],
  ['one restarts before the load', noRestarts, restarts(9, 1)],
  ['no look under load', noRestarts, without('warm-up')],
  ['never looked at restarts', noRestarts, { rows: [] }],
];

const sizes = (members: number[], flaps = false): Partial<Derived> => ({
  measured: { lowMilli: 190, highMilli: 210, rate: 10, sizes: { members, flaps, clamp: null } },
});
const expectation: readonly Case[] = [
  ['reachable', reachable, {}],
  ['reachable at a given rate', reachable, { aim: { from: 1, to: 4, rate: 10, calibration: null } }],
  ['reachable by no aim', reachable, { aim: null }],
  ['not reachable, by the workload', reachable, { halt: { kind: 'unreachable', why: 'too small', fault: 'workload' } }],
  [
    'not reachable, by the cluster',
    reachable,
    { aim: null, halt: { kind: 'unreachable', why: 'full', fault: 'cluster' } },
  ],
  ['not calibrated', reachable, { aim: null, ...halted('no cost', 'uncalibrated') }],
  ['silent', reachable, halted('nobody answers', 'silent')],
  ['no room known', reachable, { room: null }],
  ['reachable at a fixed rate', reachable, {}, fixed],
  ['settled', settledWhereExpected, {}, {}, sizes([3, 4])],
  ['settled elsewhere', settledWhereExpected, {}, {}, sizes([2, 3])],
  ['settled nowhere', settledWhereExpected, {}, {}, sizes([], true)],
  ['settled, nobody knows', settledWhereExpected, {}],
  ['settled, by no CPU', settledWhereExpected, seen(40, 60, { autoscaler: { metrics: [] } })],
  ['settled, nobody looked', settledWhereExpected, { rows: [] }],
  ['settled, at a fixed rate', settledWhereExpected, {}, fixed, sizes([4])],
  ['not settled', settledWhereExpected, without('steady'), {}, sizes([4])],
];

const ended = (more: Parameters<typeof load>[0]): Partial<Recording> => ({ load: load(more) });
const answers = (more: Parameters<typeof tally>[0]) => [phase('steady', 40, 60, { tally: tally(more) })];
const doubts: Partial<Derived> = { doubts: ['it was late'], faults: ['requests left late', 'its loop was late'] };
const none = { good: 0, outcomes: {} };
const generator: readonly Case[] = [
  ['sound', generatorSound, {}],
  ['not sound', generatorSound, {}, {}, doubts],
  [
    'beside others',
    generatorSound,
    {},
    {},
    { contentions: { idle: null, load: { stolen: 0.1, used: 0.9, waited: 0.2 } } },
  ],
  [
    'not sound, beside others',
    generatorSound,
    {},
    {},
    { ...doubts, contentions: { idle: { stolen: 0.1, used: 0.2, waited: 0.3 }, load: null } },
  ],
  ['no result of it', generatorSound, { load: null }, {}, doubts],
  ['never started', generatorSound, nowhere],
  ['arrived', loadArrived, {}],
  [
    'arrived, in several kinds',
    loadArrived,
    ended({
      phases: [phase('scaling', 12, 40), phase('steady', 40, 60, { tally: tally({ outcomes: { 200: 99, 503: 1 } }) })],
    }),
  ],
  ['never sent', loadArrived, nowhere],
  ['no result', loadArrived, { load: null }],
  ['broken off by answers', loadArrived, ended({ ended: 'abort: 90 % errors' })],
  ['broken off by answers, in doubt', loadArrived, ended({ ended: 'abort: 90 % errors' }), {}, doubts],
  [
    'broken off by statuses, in doubt',
    loadArrived,
    ended({ ended: 'abort: 90 % errors', phases: answers({ good: 10, bad: 90, outcomes: { 200: 10, 500: 90 } }) }),
    {},
    doubts,
  ],
  ['nothing good', loadArrived, ended({ phases: answers({ ...none, bad: 1 }) })],
  ['nothing good, in doubt', loadArrived, ended({ phases: answers({ ...none, bad: 1 }) }), {}, doubts],
  ['all shed', loadArrived, ended({ phases: answers({ ...none, shed: 1 }) })],
  ['nothing at all', loadArrived, ended({ phases: answers(none) })],
  ['ended by itself', loadArrived, ended({ ended: 'out of arrivals' })],
  ['halted', loadArrived, halted('out of time')],
];

const notReady = { halt: { kind: 'not-ready', why: 'no' } } as const;
const inactive = {
  conditions: [{ type: 'ScalingActive', status: 'False', reason: 'x', message: '', lastTransition: null }],
};
const observation: readonly Case[] = [
  ['watched', watched, {}],
  [
    'watched, with a miss',
    watched,
    {
      misses: [
        { at: 1, error: 'first' },
        { at: 2, error: 'last' },
      ],
    },
  ],
  ['watched, with many misses', watched, { misses: Array.from({ length: 5 }, () => ({ at: 1, error: 'again' })) }],
  ['watched, with a gap', watched, { rows: rows.filter(({ at }) => at <= 30_000 || at > 41_000) }],
  ['never watched', watched, { rows: [], marks: [] }],
  ['metrics', metricsAvailable, {}],
  ['no metrics yet', metricsAvailable, without('ready')],
  [
    'not ready',
    metricsAvailable,
    { ...notReady, ...withMark(mark('ready', 0, 2, { met: false, lastSeen: 'no sample' })) },
  ],
  [
    'not ready, and nothing said of it',
    metricsAvailable,
    { ...notReady, ...seen(80, 80, { autoscaler: { conditions: [] } }) },
  ],
  ['not ready, nobody looked', metricsAvailable, { ...notReady, rows: [] }],
  ['not ready, by the workload', metricsAvailable, { ...notReady, ...seen(80, 80, { autoscaler: inactive }) }],
  [
    'not ready, without samples',
    metricsAvailable,
    { ...notReady, ...seen(80, 80, { autoscaler: inactive, used: [] }) },
  ],
  [
    'not ready, by the metrics API',
    metricsAvailable,
    { ...notReady, ...seen(80, 80, { autoscaler: inactive, error: 'gone' }) },
  ],
  ['not ready, without autoscaler', metricsAvailable, { ...notReady, ...seen(80, 80, { autoscaler: null }) }],
  ['the same', sameAutoscaler, {}],
  ['another one', sameAutoscaler, seen(50, 80, { autoscaler: { uid: 'uid-2' } })],
  ['an edited one', sameAutoscaler, seen(50, 80, { autoscaler: { generation: 2 } })],
  ['gone', sameAutoscaler, seen(50, 80, { autoscaler: null })],
  ['late', sameAutoscaler, seen(0, 10, { autoscaler: null })],
  ['never', sameAutoscaler, seen(0, 80, { autoscaler: null })],
];

const scaling: readonly Case[] = [
  ['idle', idleHolds, {}],
  ['idle, nobody looked', idleHolds, { rows: [] }],
  ['idle, and it moved', idleHolds, seen(4, 5, { size: 3 })],
  ['never idle', idleHolds, without('idle')],
  ['up', scaledUp, {}],
  ['up by a script', scaledUp, { aim: { from: 1, to: 4, rate: 0, calibration: null } }, { mode: 'script' }],
  ['up, not all', scaledUp, seen(30, 69, { size: 3 })],
  ['up, not all ready', scaledUp, seen(30, 69, { pods: [pod('web-1'), pod('web-2')] })],
  ['up, then halted', scaledUp, { ...seen(30, 69, { size: 3 }), ...halted('out of time') }],
  ['up, without a move', scaledUp, seen(0, 80, { size: 1 })],
  ['up, no aim', scaledUp, { aim: null }],
  ['up, no load', scaledUp, without('scaling')],
  ['up, fixed', scaledUp, {}, fixed],
  ['up, no autoscaler left', scaledUp, seen(0, 80, { autoscaler: null, size: 1 })],
  ['down', scaledDown, {}],
  ['down, no aim', scaledDown, { aim: null }],
  ['down, not asked for', scaledDown, {}, { scaleDown: false }],
  ['down, fixed', scaledDown, {}, fixed],
  ['down, no cool-down', scaledDown, without('cool-down')],
  ['down, not met', scaledDown, withMark(mark('cool-down', 60, 80, { met: false, lastSeen: '4 wanted' }))],
  ['down, cut', scaledDown, withMark(mark('cool-down', 60, 80, { met: false, cut: true }))],
  ['down, from nowhere', scaledDown, seen(0, 80, { size: 1 })],
  [
    'down, not met from nowhere',
    scaledDown,
    { ...seen(0, 80, { size: 1 }), ...withMark(mark('cool-down', 60, 80, { met: false })) },
  ],
  ['flapless', noFlapping, {}],
  ['flaps under load', noFlapping, seen(45, 50, { size: 3 })],
  ['flaps after it', noFlapping, seen(75, 80, { size: 2 })],
  ['moves before load', noFlapping, seen(5, 6, { size: 2 })],
  ['no move', noFlapping, seen(0, 80, { size: 1 })],
  ['no move, fixed', noFlapping, seen(0, 80, { size: 1 }), fixed],
  ['flapless, no aim', noFlapping, { aim: null }],
  ['flapless, no load', noFlapping, without('scaling')],
];

const script = (more: Partial<ScriptResult> = {}): Partial<Recording> => ({
  script: {
    outcome: 'passed',
    exitCode: 0,
    reason: 'done',
    requests: 100,
    failedShare: 0.0125,
    metrics: { http_req_duration: { 'p(95)': 12.34 } },
    thresholds: [],
    ...more,
  },
});
const crossed = [
  { metric: 'a', expression: 'p(95)<1', held: false },
  { metric: 'b', expression: 'rate<1', held: true },
  { metric: 'c', expression: 'avg<1', held: false },
];
const scripts: readonly Case[] = [
  ['none', scriptHeld, {}],
  ['script passed', scriptHeld, script()],
  ['script with one request', scriptHeld, script({ requests: 1, failedShare: null, metrics: {} })],
  ['script without requests', scriptHeld, script({ requests: 0 })],
  ['script without a summary', scriptHeld, script({ requests: null })],
  ['script missed', scriptHeld, script({ outcome: 'thresholds-missed', exitCode: 99, thresholds: crossed })],
  ['script passed over what it missed', scriptHeld, script({ thresholds: crossed })],
  ['script broken', scriptHeld, script({ outcome: 'script-broken', requests: null })],
  ['script aborted', scriptHeld, script({ outcome: 'aborted' })],
];

const shadow = (agreeing: number, all: number): Partial<Derived> => {
  const decisions = Array.from({ length: all }, (_, index) => ({
    agreement: index < agreeing ? 'exact' : 'deviates',
    code: index % 2 === 0 ? 'metrics' : 'scaled-up',
  })) as unknown as readonly ShadowDecision[];
  const report: ShadowReport = {
    decisions,
    exact: agreeing,
    withinInterval: 0,
    deviating: all - agreeing,
    agreement: agreeing / all,
    visible: { all, agreeing },
  };
  return { shadow: report };
};
const shadows: readonly Case[] = [
  ['no shadow', decisionsReproduced, {}],
  ['shadow, all', decisionsReproduced, {}, {}, shadow(20, 20)],
  ['shadow, just enough', decisionsReproduced, {}, {}, shadow(19, 20)],
  ['shadow, too few', decisionsReproduced, {}, {}, shadow(18, 20)],
  ['shadow, five off', decisionsReproduced, {}, {}, shadow(15, 20)],
  ['shadow, of one', decisionsReproduced, {}, {}, shadow(1, 1)],
  ['shadow, of none', decisionsReproduced, {}, {}, shadow(0, 0)],
];

const twice = [
  phase('scaling', 12, 20, { meanInFlight: 1 }),
  phase('scaling', 20, 40, {
    meanInFlight: 2,
    tally: tally({ good: 90, bad: 10, outcomes: { 200: 90, 500: 10 } }),
    latency: {
      count: 50,
      min: 5,
      max: 40,
      mean: 20,
      precision: 0.002,
      buckets: [
        [5, 20],
        [10, 10],
        [40, 20],
      ],
    },
  }),
  phase('steady', 40, 60),
];
const empty = phase('scaling', 12, 12.5, { latency: { count: 0, min: 0, max: 0, mean: 0, precision: 0, buckets: [] } });
const thresholds = ['error_rate<0.2', 'p(95)<50', 'avg<15', 'min<9', 'max<41', 'rps>5', 'rps<5'];
const slos: readonly Case[] = [
  ['slos', slosHeld, {}, { thresholds }],
  ['slos, joined', slosHeld, ended({ phases: twice }), { thresholds }],
  ['slos, joined with an empty one', slosHeld, ended({ phases: [empty, ...twice.slice(1)] }), { thresholds }],
  [
    'slos, in doubt',
    slosHeld,
    ended({ phases: twice }),
    { thresholds: [...thresholds, 'error_rate<0.001', 'max<1'] },
    doubts,
  ],
  ['slos, by span', slosHeld, {}, { thresholds: ['steady: max<41', ' scaling: max<9 ', 'max<9'] }],
  ['slos, none', slosHeld, {}, { thresholds: [] }],
  ['slos, never sent', slosHeld, nowhere],
  ['slos, no result', slosHeld, { load: null }],
  [
    'slos, no answers',
    slosHeld,
    ended({ phases: answers({ ...none, scheduled: 0, sent: 0 }) }),
    { thresholds: ['max<9', 'error_rate<0.1', 'rps>1'] },
  ],
];

const cases = [balance, bands, cause, expectation, generator, observation, scaling, scripts, shadows, slos].flat();

describe('a claim over a recorded run', () => {
  test.each(cases)('%s', (name, claim, changed, changes = {}, more = {}) => {
    words(name, claim({ ...recording, ...changed }, { ...spec, ...changes }, { ...derived, ...more }));
  });

  test('has a name of its own in each case', () => {
    expect(new Set(cases.map(([name]) => name)).size).toBe(cases.length);
  });
});

test.each([
  [9_999, '10.0 s'],
  [10_000, '10 s'],
  [1_250, '1.3 s'],
])('%i ms are said as %s', (ms, said) => expect(seconds(ms)).toBe(said));

test.each([
  [{ bad: 4, outcomes: { 500: 2 } }, true],
  [{ bad: 4, outcomes: { 500: 1 } }, false],
  [{ bad: 2, shed: 2, outcomes: { 404: 1, 599: 1 } }, true],
  [{ bad: 2, outcomes: { 200: 9, timeout: 2 } }, false],
  [{ bad: 0, outcomes: { 500: 2 } }, false],
  [{ bad: 1, outcomes: { 500: 1 } }, true],
  [{ bad: 3, outcomes: { 500: 1 } }, false],
  [{ bad: 4, outcomes: { 503: 4 } }, false],
])('failures %j are answers: %p', (more, answered) => expect(isAnswered([tally(more)])).toBe(answered));

test.each<[string, Partial<Recording>, number]>([
  ['the largest that was wanted and ready', {}, 4],
  ['none without load', without('scaling', 'steady'), 0],
  ['none that was not ready', seen(12, 60, { pods: [] }), 0],
  ['none that was not wanted', seen(12, 60, { scale: null }), 0],
])('the size that was reached is %s', (_, changed, size) =>
  expect(reachedSize({ ...recording, ...changed })).toBe(size),
);
