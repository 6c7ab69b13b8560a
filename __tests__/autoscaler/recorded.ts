import type { HpaSpec } from '../../src/autoscaler/hpa.js';
import type { CurrentMetric } from '../../src/autoscaler/metric.js';
import type { Pod } from '../../src/autoscaler/pod.js';
import { wideJson } from '../../src/autoscaler/quantity.js';
import { seeded } from '../../src/autoscaler/random.js';
import type { Sample } from '../../src/autoscaler/sample.js';
import type { Scenario } from '../../src/autoscaler/scenario.js';
import { SimulatedWorld } from '../../src/autoscaler/simulated-world.js';
import type { ObservedHpa, ObservedPod, ObservedSample, TimelineRow } from '../../src/autoscaler/timeline.js';

const epoch = 1_760_000_000;

function observedPod({ containers, ...pod }: Pod, owner: string): ObservedPod {
  const { name, phase, deleting, startTime, ready } = pod;
  const shift = (at: number | null): number | null => (at === null ? null : at + epoch);
  return {
    name,
    phase,
    deleting,
    startTime: shift(startTime),
    ready: ready === null ? null : { status: ready.status, lastTransition: ready.lastTransition + epoch },
    containers: containers.map((each) => ({
      name: each.name,
      requestMilli: Object.fromEntries(
        Object.entries(each.requests).flatMap(([key, value]) => (value === undefined ? [] : [[key, wideJson(value)]])),
      ),
    })),
    initContainers: [],
    owner,
  };
}

const observedSample = ({ pod, milli, timestamp, windowSeconds }: Sample): ObservedSample => ({
  pod,
  timestamp: timestamp + epoch,
  windowSeconds,
  containers: [{ name: 'app', usageMilli: { cpu: wideJson(milli) } }],
});

function observedMetric(current: CurrentMetric | null): { type: string } {
  if (current === null) return { type: '' };
  const value = {
    averageValue: `${current.milli}m`,
    ...(current.utilizationPercent === null ? {} : { averageUtilization: current.utilizationPercent }),
  };
  return { type: 'Resource', ...{ resource: { name: 'cpu', current: value } } };
}

function observedHpa(world: SimulatedWorld, spec: HpaSpec, current: number, version: number): ObservedHpa {
  const { conditions, desiredReplicas, lastScaleTime, currentMetrics } = world.status;
  return {
    name: 'web',
    resourceVersion: String(version),
    spec,
    status: {
      currentReplicas: current,
      desiredReplicas,
      lastScaleTime: lastScaleTime === null ? null : Math.floor(lastScaleTime + epoch),
      conditions: Object.entries(conditions).map(([type, condition]) => ({ type, ...condition })),
      currentMetrics: currentMetrics.map(observedMetric),
    },
  };
}

/** What an observer that looks every second would have recorded of a simulated run. */
export function record(scenario: Scenario, spec: HpaSpec, seed: number): TimelineRow[] {
  const world = new SimulatedWorld(scenario, seeded(seed));
  const rows: TimelineRow[] = [];
  let [version, current] = [1, world.size];
  for (let at = -40; at < scenario.endAt; at += 1) {
    for (let now = world.nextAt(); now < at; now = world.nextAt()) {
      const size = world.size;
      if (world.advance(now) === undefined) continue;
      [version, current] = [version + 1, size];
    }
    if (at < 0) continue;
    rows.push({
      at: at + epoch,
      until: at + epoch + 0.04,
      hpa: observedHpa(world, spec, current, version),
      scale: { spec: world.size, status: world.workload.size },
      pods: world.workload.list().map((pod) => observedPod(pod, 'web-1')),
      samples: world.pipeline.samples().map(observedSample),
      events: [],
    });
  }
  return rows;
}
