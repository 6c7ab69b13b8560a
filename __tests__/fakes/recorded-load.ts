import type { ObservedContainer, ObservedPod, ObservedRow } from '../../src/ports/autoscaler-observer.js';
import type { Distribution, LoadResult, PhaseResult, Tally } from '../../src/ports/load-generator.js';
import type { Derived } from '../../src/stages/load/derived.js';
import type { Recording } from '../../src/stages/load/recording.js';
import type { Mark } from '../../src/stages/load/spec.js';

/** A recorded run in few rows, of which a test says what is different. Times are seconds. */
export const metric = {
  type: 'Resource',
  resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } },
};

export const container = (more: Partial<ObservedContainer> = {}): ObservedContainer => ({
  name: 'web',
  cpuRequestMilli: 100,
  cpuLimitMilli: 400,
  memoryRequestMilli: 1e9,
  memoryLimitMilli: null,
  restartPolicy: null,
  restarts: 0,
  ...more,
});

export const pod = (name: string, more: Partial<ObservedPod> = {}): ObservedPod => ({
  name,
  phase: 'Running',
  deleting: false,
  owner: 'web-1',
  node: 'node',
  ip: '10.0.0.1',
  startTime: 0,
  ready: { status: 'True', lastTransition: 2000 },
  containers: [container()],
  initContainers: [],
  ...more,
});

export interface RowChange {
  readonly size?: number;
  readonly autoscaler?: Partial<NonNullable<ObservedRow['autoscaler']>> | null;
  readonly scale?: Partial<NonNullable<ObservedRow['scale']>> | null;
  readonly pods?: readonly ObservedPod[];
  /** Millicores of each pod in order; null for no sample. */
  readonly used?: readonly (number | null)[];
  readonly error?: string | null;
}

export function row(
  second: number,
  { size = 1, autoscaler = {}, scale = {}, pods, used, error = null }: RowChange = {},
) {
  const own = pods ?? Array.from({ length: size }, (_, index) => pod(`web-${index + 1}`));
  const at = second * 1000;
  const seen: ObservedRow = {
    at,
    until: at + 5,
    autoscaler: autoscaler && {
      uid: 'uid-1',
      generation: 1,
      resourceVersion: String(second),
      minReplicas: 1,
      maxReplicas: 4,
      scaleTargetRef: { kind: 'Deployment', name: 'web' },
      metrics: [metric],
      behavior: null,
      currentReplicas: size,
      desiredReplicas: size,
      lastScaleTime: null,
      conditions: [
        { type: 'ScalingActive', status: 'True', reason: 'ValidMetricFound', message: 'fine', lastTransition: null },
      ],
      currentMetrics: [],
      ...autoscaler,
    },
    scale: scale && {
      specReplicas: size,
      statusReplicas: size,
      selector: 'app=web',
      generation: 1,
      observedGeneration: 1,
      templateHash: 'one',
      replicasManager: 'kube-controller-manager',
      ...scale,
    },
    pods: own,
    metrics: {
      error,
      samples: own.flatMap(({ name }, index) => {
        const cpuMilli = used === undefined ? 50 : (used[index] ?? null);
        return cpuMilli === null
          ? []
          : [
              {
                pod: name,
                timestamp: at,
                windowSeconds: 10,
                containers: [{ name: 'web', cpuMilli, memoryMilli: 1e9 }],
              },
            ];
      }),
    },
    events: [],
  };
  return seen;
}

export const mark = (phase: Mark['phase'], from: number, to: number, more: Partial<Mark> = {}): Mark => ({
  phase,
  from: from * 1000,
  to: to * 1000,
  met: true,
  lastSeen: 'all well',
  ...more,
});

const latency: Distribution = { count: 100, min: 10, max: 10, mean: 10, precision: 0.001, buckets: [[10, 100]] };

export const tally = (more: Partial<Tally> = {}): Tally => ({
  scheduled: 100,
  sent: 100,
  good: 100,
  bad: 0,
  shed: 0,
  late: 0,
  outcomes: { 200: 100 },
  byPod: {},
  retried: 0,
  bytes: 0,
  ...more,
});

export const phase = (name: string, from: number, to: number, more: Partial<PhaseResult> = {}): PhaseResult => ({
  name,
  profile: { shape: 'constant', rate: 10, seconds: null },
  startedAt: from * 1000,
  durationMs: (to - from) * 1000,
  tally: tally(),
  latency,
  service: latency,
  meanInFlight: 0,
  unanswered: { atStart: 0, atEnd: 0 },
  ...more,
});

export const load = (more: Partial<LoadResult> = {}): LoadResult => ({
  phases: [phase('warm-up', 10, 12), phase('scaling', 12, 40), phase('steady', 40, 60)],
  seconds: [],
  health: { sendLagP99Ms: 1, eventLoopDelayP99Ms: 1, cpu: 0.1, hostSteal: 0, hostCpu: 0.5 },
  ended: 'stopped',
  ...more,
});

/** From one pod to two at second 20, to four at 30, and back to one at 70; each as the autoscaler wanted it. */
export const rows: readonly ObservedRow[] = Array.from({ length: 81 }, (_, second) => {
  const [size, since] = second < 20 || second >= 70 ? [1, second < 20 ? null : 70] : second < 30 ? [2, 20] : [4, 30];
  return row(second, { size, autoscaler: { lastScaleTime: since === null ? null : since * 1000 } });
});

export const recording: Recording = {
  rows,
  misses: [],
  counters: [],
  marks: [
    mark('ready', 0, 2),
    mark('idle', 2, 10),
    mark('warm-up', 10, 12),
    mark('scaling', 12, 40),
    mark('steady', 40, 60),
    mark('cool-down', 60, 80),
  ],
  aim: {
    from: 1,
    to: 4,
    rate: 10,
    calibration: { costMilli: 2, costLow: 1.9, costHigh: 2.1, idleMilli: 3, points: [] },
  },
  room: {
    nodes: [{ name: 'node', freeCpuMilli: 1500, freeMemoryMilli: 1e12, freePods: 90 }],
    quota: { pods: null, cpuRequestMilli: null, memoryRequestMilli: null },
  },
  load: load(),
  script: null,
  halt: null,
};

export const derived: Derived = {
  timeline: [],
  shadow: null,
  measured: null,
  predicted: null,
  projection: null,
  faults: [],
  doubts: [],
  contentions: { idle: null, load: null },
};
