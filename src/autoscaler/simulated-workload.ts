import type { MetricsPipeline } from './metrics-pipeline.js';
import type { Container, Pod } from './pod.js';
import { between, type Random } from './random.js';
import type { PodModel } from './scenario.js';

interface SimulatedPod {
  readonly name: string;
  readonly startedAt: number;
  readonly readyAt: number;
  /** Millicore-seconds up to the last advance. */
  used: number;
}

/** The pods of a simulated workload: ready ones share the load evenly, each up to its limit. */
export class SimulatedWorkload {
  private pods: SimulatedPod[] = [];
  private made = 0;
  private at: number;
  private milli = 0;
  private readonly model: PodModel;
  private readonly pipeline: MetricsPipeline;
  private readonly random: Random;
  private readonly containers: readonly Container[];

  constructor(at: number, model: PodModel, pipeline: MetricsPipeline, random: Random) {
    this.at = at;
    this.model = model;
    this.pipeline = pipeline;
    this.random = random;
    const requests: Record<string, bigint> = model.requestMilli === null ? {} : { cpu: BigInt(model.requestMilli) };
    this.containers = [{ name: 'app', requests }];
  }

  get size(): number {
    return this.pods.length;
  }

  used(name: string): number {
    return this.pods.find((pod) => pod.name === name)?.used ?? 0;
  }

  /** When a pod becomes ready next. */
  nextAt(): number {
    let next = Number.POSITIVE_INFINITY;
    for (const { readyAt } of this.pods) if (readyAt > this.at) next = Math.min(next, readyAt);
    return next;
  }

  /** Lets time pass; nothing may become ready in between. */
  advance(to: number): void {
    const { idleMilli, limitMilli } = this.model;
    const most = limitMilli ?? Number.POSITIVE_INFINITY;
    const ready = this.pods.filter(({ readyAt }) => readyAt <= this.at).length;
    const busy = Math.min(most, idleMilli + (ready === 0 ? 0 : this.milli / ready));
    for (const pod of this.pods) {
      const from = Math.max(this.at, pod.startedAt);
      if (to <= from) continue;
      pod.used += (to - from) * (pod.readyAt <= this.at ? busy : Math.min(most, idleMilli));
    }
    this.at = to;
  }

  load(milli: number): void {
    this.milli = milli;
  }

  /** Pods that were there long before. */
  seed(count: number): void {
    for (let index = 0; index < count; index += 1) this.start(this.at - 3600, this.at - 3595);
  }

  /** New pods start within a second or two; the youngest are deleted first. */
  resize(size: number): void {
    while (this.pods.length > size) {
      const pod = this.pods.pop();
      if (pod !== undefined) this.pipeline.remove(pod.name);
    }
    while (this.pods.length < size) {
      const [low, high] = this.model.readySeconds;
      const readyAt = this.at + between(this.random, low, high);
      this.start(Math.min(readyAt, this.at + between(this.random, 0.5, 2)), readyAt);
    }
  }

  /** As the API lists them; times are cut to whole seconds. */
  list(): readonly Pod[] {
    return this.pods.map(({ name, startedAt, readyAt }) => {
      const started = startedAt <= this.at;
      const ready = readyAt <= this.at;
      const lastTransition = Math.floor(ready ? readyAt : startedAt);
      return {
        name,
        phase: started ? 'Running' : 'Pending',
        deleting: false,
        startTime: started ? Math.floor(startedAt) : null,
        ready: started ? { status: ready ? 'True' : 'False', lastTransition } : null,
        containers: this.containers,
        initContainers: [],
      };
    });
  }

  private start(startedAt: number, readyAt: number): void {
    const name = `pod-${this.made}`;
    this.made += 1;
    this.pods.push({ name, startedAt, readyAt, used: 0 });
    this.pipeline.add(name, startedAt);
  }
}
