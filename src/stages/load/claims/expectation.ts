import { amount } from '../../../domain/amount.js';
import type { Verdict } from '../../../domain/verdict.js';
import type { ObservedRow } from '../../../ports/autoscaler-observer.js';
import { cpuRoleOf } from '../cpu.js';
import { markOf, rowsWithin } from '../recording.js';
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

function whyUnknown(last: ObservedRow | undefined, { setup }: LoadSpec): string {
  const role = last === undefined ? null : cpuRoleOf(last, setup);
  return role?.cpu === null ? role.why : 'no pod had CPU samples in the steady phase';
}

/** A size that the algorithm would not rest at is one that it has not come to rest at yet, or a fault of ours. */
export const settledWhereExpected: Claim = (recording, spec, { measured: expected }) => {
  const steady = markOf(recording, 'steady');
  if (steady === undefined || spec.mode !== 'prove') return [];
  const last = rowsWithin(recording, steady.from, steady.to).at(-1);
  const size = last?.scale?.specReplicas ?? 0;
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
          ? `${amount(size, 'replica')}; ${whyUnknown(last, spec)}`
          : `${amount(size, 'replica')}; accepted are {${expected.sizes.members.join(', ')}} for ${expected.lowMilli.toFixed(0)}m to ${expected.highMilli.toFixed(0)}m CPU`,
      source: 'metrics.k8s.io and the HPA algorithm of Kubernetes 1.34',
      ...(verdict === 'pass'
        ? {}
        : { remedy: 'Give the load more time to settle, or widen the tolerance if no size is stable.' }),
    },
  ];
};
