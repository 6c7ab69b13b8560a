import { type AutoscalerStatus, initialStatus } from '../../src/autoscaler/autoscaler.js';
import { autoscalerOf, type ControllerSetup, defaultSetup, type MetricSpec } from '../../src/autoscaler/hpa.js';
import { emptyMemory, type Memory } from '../../src/autoscaler/memory.js';
import { observationOf } from '../../src/autoscaler/observation.js';
import { reconcile } from '../../src/autoscaler/reconcile.js';
import { GateError } from '../../src/domain/error.js';
import type {
  AutoscalerObserver,
  ClusterRoom,
  CpuCounter,
  ObservedPod,
  ObservedRow,
  ObservedSample,
} from '../../src/ports/autoscaler-observer.js';
import type {
  Distribution,
  LoadGenerator,
  LoadPlan,
  LoadResult,
  LoadRun,
  PhaseResult,
  Profile,
  Tally,
} from '../../src/ports/load-generator.js';
import { timelineOf } from '../../src/stages/load/timeline.js';
import type { FakeClock } from './clock.js';

/** How the world is to be, and what is to go wrong in it. */
export interface WorldSettings {
  readonly min: number;
  readonly max: number;
  readonly targetPercent: number;
  readonly requestMilli: number;
  readonly limitMilli: number | null;
  /** Milli-CPU-seconds of a request. */
  readonly costMilli: number;
  readonly idleMilli: number;
  readonly syncSeconds: number;
  readonly metricsSeconds: number;
  readonly downWindowSeconds: number;
  readonly podSeconds: number;
  readonly latencyMs: number;
  readonly room: ClusterRoom;
  readonly counters: boolean;
  /** How the controller is set up, where it is not as the stage is told. */
  readonly setup: Partial<ControllerSetup>;
  /** Metrics in place of the one of CPU, and what the status says of each beside it. */
  readonly metrics: readonly MetricSpec[] | null;
  readonly otherStatus: readonly { readonly type: string; readonly [source: string]: unknown }[];
  /** Seconds since the start; each event happens once. */
  readonly events: readonly { readonly at: number; readonly what: (world: ScalingWorld) => void }[];
}

export const healthyWorld: WorldSettings = {
  min: 1,
  max: 4,
  targetPercent: 50,
  requestMilli: 100,
  limitMilli: 400,
  costMilli: 2,
  idleMilli: 3,
  syncSeconds: 5,
  metricsSeconds: 10,
  downWindowSeconds: 15,
  podSeconds: 3,
  latencyMs: 12,
  room: {
    nodes: [{ name: 'node', freeCpuMilli: 1500, freeMemoryMilli: 1e12, freePods: 90 }],
    quota: { pods: null, cpuRequestMilli: null, memoryRequestMilli: null },
  },
  counters: true,
  setup: {},
  metrics: null,
  otherStatus: [],
  events: [],
};

export function cpuMetric(percent: number): MetricSpec {
  return { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: percent } } };
}

interface WorldPod {
  readonly name: string;
  readonly born: number;
  cpuSeconds: number;
  restarts: number;
  history: { readonly at: number; readonly cpuSeconds: number }[];
}

const nothing: Tally = {
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

/** A service, its autoscaler and a load generator in one small model that moves with the fake clock. */
export class ScalingWorld implements AutoscalerObserver, LoadGenerator {
  readonly settings: WorldSettings;
  readonly #clock: FakeClock;
  readonly #start: number;
  readonly #done = new Set<object>();
  #at = 0;
  #pods: WorldPod[] = [];
  #names = 0;
  #memory: Memory = emptyMemory;
  #status: AutoscalerStatus = initialStatus;
  #current = 0;
  #syncs = 0;
  #samples: ObservedSample[] = [];
  #phases: PhaseResult[] = [];
  #profile: Profile | null = null;
  #phaseAt = 0;
  replicas: number;
  desired: number;
  lastScale: number | null = null;
  hpa = true;
  metrics = true;
  unreachable = false;
  template = 'template-1';
  manager = 'kube-controller-manager';
  status: number | 'ECONNREFUSED' | 'timeout' = 200;
  ended: string | null = null;
  broken = false;
  extraCpuMilli = 0;
  latencyMs: number;
  /** The generator tells so many times as many requests in flight as there were. */
  inFlightTimes = 1;
  /** Names of pods that get no traffic. */
  starved: (index: number) => boolean = () => false;
  health = { sendLagP99Ms: 1, eventLoopDelayP99Ms: 1, cpu: 0.1, hostSteal: 0, hostCpu: 0.5 };

  constructor(clock: FakeClock, settings: Partial<WorldSettings> = {}) {
    this.settings = { ...healthyWorld, ...settings };
    this.#clock = clock;
    this.#start = clock.monotonic();
    this.latencyMs = this.settings.latencyMs;
    this.replicas = this.settings.min;
    this.desired = this.settings.min;
    this.#resize();
    for (const pod of this.#pods) Object.assign(pod, { born: -100 });
  }

  restart(): void {
    for (const pod of this.#pods) pod.restarts++;
  }

  async cpuCounters(): Promise<readonly CpuCounter[]> {
    this.#advance();
    if (!this.settings.counters) return [];
    return this.#pods.map(({ name, cpuSeconds }) => ({ pod: name, cpuSeconds, timestamp: this.#epoch(this.#at) }));
  }

  async room(): Promise<ClusterRoom> {
    return this.settings.room;
  }

  async observe(): Promise<ObservedRow> {
    this.#advance();
    if (this.unreachable) throw new GateError('API_UNREACHABLE', 'connection refused', { hint: 'wait' });
    return this.#row();
  }

  #row(): ObservedRow {
    const at = this.#epoch(this.#at);
    const pods = this.#pods.map((pod) => this.#observedPod(pod));
    const blind = this.metrics ? null : 'metrics.k8s.io is not served';
    return {
      at,
      until: at + 5,
      autoscaler: this.hpa ? this.#autoscaler() : null,
      scale: {
        specReplicas: this.replicas,
        statusReplicas: pods.length,
        selector: 'app=web',
        generation: 1,
        observedGeneration: 1,
        templateHash: this.template,
        replicasManager: this.manager,
      },
      pods,
      metrics: {
        samples: this.metrics ? this.#samples.filter(({ pod }) => pods.some(({ name }) => name === pod)) : [],
        error: blind,
      },
      events: [],
    };
  }

  async start(plan: LoadPlan): Promise<LoadRun> {
    const phaseNow = (): PhaseResult | undefined => this.#phases.at(-1);
    return {
      phase: async (name, profile) => {
        this.#advance();
        if (this.ended !== null) return;
        this.#profile = profile;
        this.#phaseAt = this.#at;
        const startedAt = this.#epoch(this.#at);
        const empty: Distribution = { count: 0, min: 0, max: 0, mean: 0, precision: 0.001, buckets: [] };
        this.#phases.push({
          name,
          profile,
          startedAt,
          durationMs: 0,
          tally: nothing,
          latency: empty,
          service: empty,
          meanInFlight: 0,
          unanswered: { atStart: 0, atEnd: 0 },
        });
      },
      snapshot: async () => {
        this.#advance();
        if (this.broken) {
          throw new GateError('LOAD_FAILED', 'the load generator broke', { hint: 'again' });
        }
        const { name = '', durationMs = 0, tally = nothing } = phaseNow() ?? {};
        return { phase: name, durationMs, tally, ended: this.ended };
      },
      stop: async (): Promise<LoadResult> => {
        this.#advance();
        this.#profile = null;
        if (this.broken) {
          throw new GateError('LOAD_FAILED', 'the load generator broke', { hint: 'again' });
        }
        void plan;
        return { phases: this.#phases, seconds: [], health: this.health, ended: this.ended ?? 'stopped' };
      },
    };
  }

  #epoch(seconds: number): number {
    return this.#clock.now() - this.#clock.monotonic() + this.#start + seconds * 1000;
  }

  /** Moves the model on in steps of a tenth of a second. */
  #advance(): void {
    const now = (this.#clock.monotonic() - this.#start) / 1000;
    while (this.#at + 0.1 <= now + 1e-9) {
      this.#at = Math.round((this.#at + 0.1) * 10) / 10;
      this.#step();
    }
  }

  #step(): void {
    for (const event of this.settings.events) {
      if (event.at <= this.#at && !this.#done.has(event)) {
        this.#done.add(event);
        event.what(this);
      }
    }
    this.#resize();
    this.#serve(0.1);
    if (this.#every(this.settings.metricsSeconds)) this.#scrape();
    if (this.#every(this.settings.syncSeconds, 2.5) && this.hpa) this.#sync();
  }

  #every(seconds: number, offset = 0): boolean {
    return Math.round((this.#at + offset) * 10) % Math.round(seconds * 10) === 0;
  }

  #rate(): number {
    const profile = this.#profile;
    if (profile === null || this.ended !== null) return 0;
    if (profile.shape === 'constant') return profile.rate;
    if (profile.shape !== 'ramp') return 0;
    const part = Math.min(1, (this.#at - this.#phaseAt) / profile.seconds);
    return profile.from + (profile.to - profile.from) * part;
  }

  #ready(): WorldPod[] {
    return this.#pods.filter(({ born }) => this.#at - born >= this.settings.podSeconds);
  }

  #serve(seconds: number): void {
    const ready = this.#ready();
    const fed = ready.filter((_, index) => !this.starved(index));
    const count = this.#rate() * seconds;
    for (const pod of this.#pods) pod.cpuSeconds += ((this.settings.idleMilli + this.extraCpuMilli) / 1000) * seconds;
    if (this.status === 200) {
      for (const pod of fed) pod.cpuSeconds += (count * this.settings.costMilli) / 1000 / fed.length;
    }
    this.#count(count, seconds, ready);
  }

  #count(count: number, seconds: number, _ready: readonly WorldPod[]): void {
    const phase = this.#phases.at(-1);
    if (phase === undefined || this.#profile === null || this.ended !== null) return;
    const scheduled = phase.tally.scheduled + count;
    const good = phase.tally.good + (this.status === 200 ? count : 0);
    const bad = phase.tally.bad + (this.status === 200 ? 0 : count);
    const durationMs = phase.durationMs + seconds * 1000;
    const samples = Math.round(scheduled);
    const latency = {
      count: samples,
      min: this.latencyMs,
      max: this.latencyMs,
      mean: this.latencyMs,
      precision: 0.001,
      buckets: [[this.latencyMs, samples] as const],
    };
    const tally = { ...nothing, scheduled, sent: scheduled, good, bad, outcomes: { [this.status]: samples } };
    const meanInFlight = (scheduled / durationMs) * this.latencyMs * this.inFlightTimes;
    this.#phases[this.#phases.length - 1] = { ...phase, durationMs, tally, latency, service: latency, meanInFlight };
  }

  #scrape(): void {
    this.#samples = [];
    for (const pod of this.#ready()) {
      pod.history.push({ at: this.#at, cpuSeconds: pod.cpuSeconds });
      const [before, last] = pod.history.slice(-2);
      if (before === undefined || last === undefined) continue;
      const windowSeconds = last.at - before.at;
      const cpuMilli = Math.ceil(((last.cpuSeconds - before.cpuSeconds) * 1000) / windowSeconds);
      this.#samples.push({
        pod: pod.name,
        timestamp: this.#epoch(last.at),
        windowSeconds,
        containers: [
          { name: 'web', cpuMilli: Math.min(cpuMilli, this.settings.limitMilli ?? cpuMilli), memoryMilli: 1e9 },
        ],
      });
    }
  }

  /** One sync of the controller, by the port of its algorithm. */
  #sync(): void {
    const [row] = timelineOf('web', [this.#row()]);
    if (row?.hpa == null) return;
    const autoscaler = autoscalerOf(row.hpa.spec, { ...defaultSetup, ...this.settings.setup });
    const current = this.replicas;
    const observation = observationOf({ samples: row, pods: row }, autoscaler.metrics, row.at, current);
    const sync = reconcile(autoscaler, this.#status, this.#memory, observation);
    this.#status = sync.status;
    this.#memory = sync.memory;
    this.#current = current;
    this.#syncs++;
    this.desired = sync.status.desiredReplicas;
    if (sync.rescaleTo === null) return;
    this.replicas = sync.rescaleTo;
    this.lastScale = this.#at;
  }

  #resize(): void {
    while (this.#pods.length < this.replicas) {
      this.#pods.push({ name: `web-${++this.#names}`, born: this.#at, cpuSeconds: 0, restarts: 0, history: [] });
    }
    if (this.#pods.length > this.replicas) this.#pods = this.#pods.slice(0, this.replicas);
  }

  #autoscaler(): NonNullable<ObservedRow['autoscaler']> {
    const { min, max, targetPercent, downWindowSeconds } = this.settings;
    return {
      uid: 'uid-1',
      generation: 1,
      resourceVersion: String(this.#syncs),
      minReplicas: min,
      maxReplicas: max,
      scaleTargetRef: { kind: 'Deployment', name: 'web' },
      metrics: this.settings.metrics ?? [cpuMetric(targetPercent)],
      behavior: { scaleDown: { stabilizationWindowSeconds: downWindowSeconds } },
      currentReplicas: this.#current,
      desiredReplicas: this.desired,
      lastScaleTime: this.lastScale === null ? null : this.#epoch(Math.floor(this.lastScale)),
      conditions: Object.entries(this.#status.conditions).map(([type, { status, reason }]) => ({
        type,
        status,
        reason,
        message: '',
        lastTransition: null,
      })),
      currentMetrics: this.#status.currentMetrics.map(
        (metric, index) =>
          this.settings.otherStatus[index - 1] ??
          (metric === null
            ? { type: '' }
            : {
                type: 'Resource',
                resource: {
                  name: 'cpu',
                  current: { averageUtilization: metric.utilizationPercent, averageValue: `${metric.milli}m` },
                },
              }),
      ),
    };
  }

  #observedPod({ name, born, restarts }: WorldPod): ObservedPod {
    const { requestMilli, limitMilli, podSeconds } = this.settings;
    const ready = this.#at - born >= podSeconds;
    return {
      name,
      phase: 'Running',
      deleting: false,
      owner: 'web-1234',
      node: 'node',
      ip: '10.0.0.1',
      startTime: this.#epoch(born),
      ready: { status: ready ? 'True' : 'False', lastTransition: this.#epoch(ready ? born + podSeconds : born) },
      containers: [
        {
          name: 'web',
          cpuRequestMilli: requestMilli,
          cpuLimitMilli: limitMilli,
          memoryRequestMilli: 1e9,
          memoryLimitMilli: null,
          restartPolicy: null,
          restarts,
        },
      ],
      initContainers: [],
    };
  }
}
