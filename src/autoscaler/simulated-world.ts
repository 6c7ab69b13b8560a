import { type Autoscaler, type AutoscalerStatus, initialStatus, type Sync } from './autoscaler.js';
import { flagsOf } from './clocks.js';
import { emptyMemory, type Memory } from './memory.js';
import { MetricsPipeline } from './metrics-pipeline.js';
import type { Random } from './random.js';
import { reconcile } from './reconcile.js';
import type { DemandStep, Scenario } from './scenario.js';
import { SimulatedWorkload } from './simulated-workload.js';

/** Time that passes before a scenario begins, so that the pipeline has samples. Seconds. */
const warmSeconds = 90;
/** The controller starts to look when the first samples can be there. */
const firstSync = -45;

/** CPU metrics only; the rest is not simulated. */
function cpuOnly(autoscaler: Autoscaler): Autoscaler {
  const metrics = autoscaler.metrics.filter((metric) => 'resource' in metric && metric.resource === 'cpu');
  return { ...autoscaler, metrics };
}

/** Pods, kubelet, metrics-server and the controller, each on its own clock with its own phase. */
export class SimulatedWorld {
  readonly workload: SimulatedWorkload;
  readonly pipeline: MetricsPipeline;
  readonly autoscaler: Autoscaler;
  /** spec.replicas */
  size: number;
  status: AutoscalerStatus = initialStatus;
  private memory: Memory = emptyMemory;
  private readonly demand: DemandStep[];
  private readonly random: Random;
  private readonly syncPeriodSeconds: number;
  private nextSync: number;

  constructor(scenario: Scenario, random: Random) {
    const { clocks, startReplicas } = scenario;
    this.autoscaler = { ...cpuOnly(scenario.autoscaler), flags: flagsOf(clocks) };
    this.random = random;
    this.syncPeriodSeconds = clocks.syncPeriodSeconds;
    this.pipeline = new MetricsPipeline(
      -warmSeconds,
      clocks.housekeepingSeconds,
      clocks.metricResolutionSeconds,
      random,
    );
    this.workload = new SimulatedWorkload(-warmSeconds, scenario.pod, this.pipeline, random);
    this.workload.seed(startReplicas);
    this.size = startReplicas;
    this.demand = [...scenario.demand];
    this.nextSync = firstSync + random() * clocks.syncPeriodSeconds;
  }

  /** When something happens next. */
  nextAt(): number {
    const demand = this.demand[0]?.at ?? Number.POSITIVE_INFINITY;
    return Math.min(this.nextSync, this.pipeline.nextAt(), this.workload.nextAt(), demand);
  }

  /** Lets time pass up to `now`, which is not after what happens next; gives the sync, if there was one. */
  advance(now: number): Sync | undefined {
    this.workload.advance(now);
    if (this.demand[0] !== undefined && this.demand[0].at <= now) this.workload.load(this.demand.shift()?.milli ?? 0);
    this.pipeline.advance(now, (pod) => this.workload.used(pod));
    if (this.nextSync > now) return undefined;
    this.nextSync = now + this.syncPeriodSeconds + 0.1 * this.random();
    return this.autoscaler.metrics.length === 0 ? undefined : this.sync(now);
  }

  private sync(now: number): Sync {
    const samples = this.pipeline.samples();
    const reading = samples.length > 0 ? { samples } : { error: 'no metrics returned from resource metrics API' };
    const sync = reconcile(this.autoscaler, this.status, this.memory, {
      now,
      specReplicas: this.size,
      statusReplicas: this.workload.size,
      pods: this.workload.list(),
      readings: this.autoscaler.metrics.map(() => reading),
    });
    this.memory = sync.memory;
    this.status = sync.status;
    if (sync.rescaleTo !== null) {
      this.size = sync.rescaleTo;
      this.workload.resize(this.size);
    }
    return sync;
  }
}
