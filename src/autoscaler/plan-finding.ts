import { loadsFor } from './acceptance.js';
import type { Autoscaler } from './autoscaler.js';
import type { CpuTarget } from './cpu-target.js';
import { reachabilityOf } from './reachability.js';
import type { TargetOfWorkload, WorkloadFacts } from './workload-facts.js';

/** Something that a plan has to say. */
export interface PlanFinding {
  readonly kind: 'never-scales' | 'never-scales-up' | 'never-scales-down' | 'flaps' | 'not-planned' | 'note';
  /** One sentence with the numbers. */
  readonly text: string;
}

const round = (value: number): number => Math.round(value);

/** Loads between the ranges of two sizes and no other: neither is stable, so the size goes to and fro. */
function flapping(cpu: CpuTarget, idle: number): readonly PlanFinding[] {
  const found: PlanFinding[] = [];
  let before: { readonly size: number; readonly highMilli: number } | undefined;
  for (let size = Math.max(1, cpu.min); size <= Math.min(cpu.max, cpu.min + 200); size += 1) {
    const range = loadsFor(cpu, size, idle);
    if (range === undefined) continue;
    if (before !== undefined && range.lowMilli > before.highMilli) {
      const loads = `${round(before.highMilli)}m and ${round(range.lowMilli)}m`;
      const text = `no size is stable for a load between ${loads}: it goes to and fro between ${before.size} and ${size}`;
      found.push({ kind: 'flaps', text });
    }
    before = { size, highMilli: range.highMilli };
  }
  return found.slice(0, 3);
}

function ofBehavior({ behavior, flags }: Autoscaler): readonly PlanFinding[] {
  if (behavior === null) return [];
  const found: PlanFinding[] = [];
  if (behavior.scaleUp.selectPolicy === 'Disabled') {
    found.push({ kind: 'never-scales-up', text: 'behavior.scaleUp.selectPolicy is Disabled' });
  }
  if (behavior.scaleDown.selectPolicy === 'Disabled') {
    found.push({ kind: 'never-scales-down', text: 'behavior.scaleDown.selectPolicy is Disabled' });
  }
  const window = behavior.scaleDown.stabilizationWindowSeconds ?? flags.downscaleStabilizationSeconds;
  if (window < 60) {
    const text = `the down window is ${window} s: a size that one sample does not need is given up at once`;
    found.push({ kind: 'note', text });
  }
  return found;
}

function ofBounds({ min, max }: Autoscaler, { name, replicas }: WorkloadFacts): readonly PlanFinding[] {
  const found: PlanFinding[] = [];
  if (max <= min) found.push({ kind: 'never-scales', text: `minReplicas ${min} and maxReplicas ${max} leave no room` });
  if (replicas === 0 && min !== 0) {
    found.push({ kind: 'never-scales', text: `${name} asks for 0 replicas: ScalingDisabled until somebody scales it` });
  }
  return found;
}

/** Everything that a manifest tells before any cluster exists. */
export function findingsOf(
  input: { readonly workload: WorkloadFacts; readonly idleMilliPerPod: number },
  autoscaler: Autoscaler,
  found: TargetOfWorkload,
): readonly PlanFinding[] {
  const { workload, idleMilliPerPod } = input;
  const findings = [...ofBounds(autoscaler, workload), ...ofBehavior(autoscaler)];
  const others = autoscaler.metrics.filter((metric) => !('resource' in metric) || metric.resource !== 'cpu');
  if (others.length > 0) {
    const kinds = others.map((metric) => ('resource' in metric ? metric.resource : metric.name)).join(', ');
    findings.push({
      kind: 'not-planned',
      text: `${kinds}: only CPU is planned; the highest proposal wins, so these can only ask for more`,
    });
  }
  if (found.cpu === null) {
    const kind = found.obstacle.includes('never scale') ? 'never-scales' : 'not-planned';
    return [...findings, { kind, text: found.obstacle }];
  }
  const { reachable, reason } = reachabilityOf(found.cpu);
  if (!reachable) findings.push({ kind: 'never-scales-up', text: reason });
  if (!found.containers.some(({ readinessProbe }) => readinessProbe)) {
    const text = `no container of ${workload.name} has a readinessProbe: CPU of the start-up counts after one window, and traffic comes before the service is there`;
    findings.push({ kind: 'note', text });
  }
  return [...findings, ...flapping(found.cpu, idleMilliPerPod)];
}
