import { between, type Random } from './random.js';
import type { Sample } from './sample.js';

/** A reading of a container's CPU counter: when, and seconds × millicores since its start. */
interface CounterPoint {
  readonly at: number;
  readonly used: number;
}

/** What kubelet and metrics-server hold of one container. */
interface Tracked {
  readonly pod: string;
  readonly startedAt: number;
  /** The kubelet's cached reading. */
  cached: CounterPoint | undefined;
  nextReading: number;
  last: CounterPoint | undefined;
  previous: CounterPoint | undefined;
}

/** A container younger than this gives no usage. Upstream: metrics-server, `freshContainerMinMetricsResolution`. */
const freshSeconds = 10;

/**
 * The way of a CPU sample to the metrics API: the kubelet reads a container's counter every one to two housekeeping
 * intervals; metrics-server takes the cached reading each resolution, and serves the rate between the last two that
 * differ.
 * Upstream: cAdvisor manager/container.go `nextHousekeepingInterval`; metrics-server pkg/storage/pod.go `Store`.
 */
export class MetricsPipeline {
  private readonly tracked = new Map<string, Tracked>();
  private nextScrape: number;
  private nextReading = Number.POSITIVE_INFINITY;
  private readonly housekeepingSeconds: number;
  private readonly resolutionSeconds: number;
  private readonly random: Random;

  constructor(now: number, housekeepingSeconds: number, resolutionSeconds: number, random: Random) {
    this.housekeepingSeconds = housekeepingSeconds;
    this.resolutionSeconds = resolutionSeconds;
    this.random = random;
    this.nextScrape = now + random() * resolutionSeconds;
  }

  /** Starts to measure a container at its start. */
  add(pod: string, startedAt: number): void {
    const nextReading = startedAt + this.interval() * this.random();
    this.tracked.set(pod, { pod, startedAt, cached: undefined, nextReading, last: undefined, previous: undefined });
    this.nextReading = Math.min(this.nextReading, nextReading);
  }

  remove(pod: string): void {
    this.tracked.delete(pod);
  }

  /** When something has to be done next. */
  nextAt(): number {
    return Math.min(this.nextScrape, this.nextReading);
  }

  /** Does what is due at `now`; `used` is the counter of a pod, millicore-seconds since its start. */
  advance(now: number, used: (pod: string) => number): void {
    if (this.nextReading <= now) this.read(now, used);
    if (this.nextScrape > now) return;
    this.nextScrape = now + this.resolutionSeconds;
    for (const each of this.tracked.values()) this.scrape(each);
  }

  /** What the metrics API serves; times are cut to whole seconds, as its JSON does. */
  samples(): readonly Sample[] {
    return [...this.tracked.values()].flatMap(({ pod, last, previous }) => {
      if (last === undefined || previous === undefined) return [];
      const windowSeconds = last.at - previous.at;
      const milli = BigInt(Math.ceil((last.used - previous.used) / windowSeconds));
      return [{ pod, milli, timestamp: Math.floor(last.at), windowSeconds }];
    });
  }

  private read(now: number, used: (pod: string) => number): void {
    let next = Number.POSITIVE_INFINITY;
    for (const each of this.tracked.values()) {
      if (each.nextReading <= now) {
        each.cached = { at: now, used: used(each.pod) };
        each.nextReading = now + this.interval();
      }
      next = Math.min(next, each.nextReading);
    }
    this.nextReading = next;
  }

  private scrape(each: Tracked): void {
    const { cached, startedAt } = each;
    if (cached === undefined || cached.at === each.last?.at) return;
    const age = cached.at - startedAt;
    const fresh = age >= freshSeconds && age < this.resolutionSeconds;
    each.previous = fresh ? { at: startedAt, used: 0 } : each.last;
    each.last = cached;
  }

  private interval(): number {
    return between(this.random, this.housekeepingSeconds, 2 * this.housekeepingSeconds);
  }
}
