import { type Acceptance, acceptanceBetween } from '../../../autoscaler/acceptance.js';
import type { CpuTarget } from '../../../autoscaler/cpu-target.js';
import type { Verdict } from '../../../domain/verdict.js';
import { cpuTargetOf, usedCpuMilli } from '../cpu.js';
import { markOf, type Recording, readyPods, rowsWithin } from '../recording.js';
import type { LoadSpec } from '../spec.js';
import { type Claim, objectOf } from './claim.js';

/** Whether the wanted size can be had at all, by limits, quota and nodes. */
export const reachable: Claim = ({ halt, aim, room }, spec) => {
  if (spec.mode !== 'prove' || room === null) return [];
  const blocked = halt?.kind === 'unreachable' || halt?.kind === 'uncalibrated' ? halt : null;
  const verdict: Verdict =
    blocked === null
      ? 'pass'
      : blocked.kind === 'unreachable' && blocked.fault === 'workload'
        ? 'fail'
        : 'inconclusive';
  const cost = aim?.calibration;
  const measured =
    cost == null
      ? `${aim?.rate.toFixed(1) ?? 'no'} requests a second, as given`
      : `${cost.costMilli.toFixed(2)} m·s CPU a request (${cost.costLow.toFixed(2)} to ${cost.costHigh.toFixed(2)}), ${cost.idleMilli.toFixed(0)}m at rest: ${aim?.rate.toFixed(1)} requests a second`;
  if (blocked === null && aim === null) return [];
  return [
    {
      claim: 'the wanted size can be reached: limits, tolerance, quota and nodes leave room',
      requirement: 'autoscaling',
      object: objectOf(spec),
      verdict,
      observed: blocked?.why ?? measured,
      source: "the autoscaler's arithmetic, node and quota room, CPU samples",
      ...(verdict === 'pass'
        ? {}
        : { remedy: 'Change what the message names, or ask for a smaller size with load.to.' }),
    },
  ];
};

/** The sizes that the algorithm may rest at, for what the pods were seen to use in the steady phase. */
export function expectedSizes(
  recording: Recording,
  spec: LoadSpec,
): {
  readonly sizes: Acceptance;
  readonly cpu: CpuTarget;
  readonly lowMilli: number;
  readonly highMilli: number;
} | null {
  const steady = markOf(recording, 'steady');
  if (steady === undefined) return null;
  const settled = steady.from + 1000 * spec.clocks.metricsSeconds;
  const rows = rowsWithin(recording, steady.from, steady.to + 1000);
  const cpu = rows[0] === undefined ? null : cpuTargetOf(rows[0], spec.setup);
  const idle = recording.aim?.calibration?.idleMilli ?? 0;
  const loads = (rows.some(({ at }) => at >= settled) ? rows.filter(({ at }) => at >= settled) : rows).flatMap(
    (row) => {
      const used = usedCpuMilli(row);
      return used === null ? [] : [Math.max(0, used - idle * readyPods(row).length)];
    },
  );
  if (cpu === null || loads.length === 0) return null;
  const [lowMilli, highMilli] = [Math.min(...loads), Math.max(...loads)];
  const demand = (loadMilli: number): { loadMilli: number; idleMilliPerPod: number } => ({
    loadMilli,
    idleMilliPerPod: idle,
  });
  return { sizes: acceptanceBetween(cpu, demand(lowMilli), demand(highMilli)), cpu, lowMilli, highMilli };
}

/** A size that the algorithm would not rest at is one that it has not come to rest at yet, or a fault of ours. */
export const settledWhereExpected: Claim = (recording, spec) => {
  const steady = markOf(recording, 'steady');
  if (steady === undefined || spec.mode !== 'prove') return [];
  const last = rowsWithin(recording, steady.from, steady.to).at(-1);
  const size = last?.scale?.specReplicas ?? 0;
  const expected = expectedSizes(recording, spec);
  const member = expected?.sizes.members.includes(size) ?? false;
  const verdict: Verdict =
    expected === null ? 'inconclusive' : member ? 'pass' : expected.sizes.flaps ? 'fail' : 'inconclusive';
  return [
    {
      claim: 'the autoscaler rests at a size that its algorithm accepts for the measured load',
      requirement: 'autoscaling',
      object: objectOf(spec),
      verdict,
      observed:
        expected === null
          ? `${size} replicas; no pod had CPU samples in the steady phase`
          : `${size} replicas; accepted are {${expected.sizes.members.join(', ')}} for ${expected.lowMilli.toFixed(0)}m to ${expected.highMilli.toFixed(0)}m CPU`,
      source: 'metrics.k8s.io and the HPA algorithm of Kubernetes 1.34',
      ...(verdict === 'pass'
        ? {}
        : { remedy: 'Give the load more time to settle, or widen the tolerance if no size is stable.' }),
    },
  ];
};
