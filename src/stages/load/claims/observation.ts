import { amount } from '../../../domain/amount.js';
import type { Verdict } from '../../../domain/verdict.js';
import { markOf, type Recording } from '../recording.js';
import { isWatched, longestGap } from '../watched.js';
import { type Claim, objectOf, seconds } from './claim.js';

/** Nothing can be said of a run that was not watched. */
export const watched: Claim = (recording, spec) => {
  const { rows, misses } = recording;
  const gap = longestGap(recording);
  const complete = isWatched(recording, spec);
  const last = misses.at(-1)?.error;
  return [
    {
      claim: 'the autoscaler was watched the whole time',
      requirement: 'autoscaling',
      verdict: complete ? 'pass' : 'inconclusive',
      observed: `${amount(rows.length, 'look')}, ${misses.length} failed, longest gap ${seconds(gap)}${last === undefined ? '' : `; last failure: ${last}`}`,
      source: 'Kubernetes API, one look a second',
      ...(complete ? {} : { remedy: 'See to it that the API server answers during the load, then run again.' }),
    },
  ];
};

/** A metrics API that fails is the cluster's; one that answers and is not used shows a fault of the workload. */
function blindness({ halt, rows }: Recording): Verdict {
  if (halt?.kind !== 'not-ready') return 'pass';
  const last = rows.at(-1);
  if (last === undefined || last.autoscaler === null || last.metrics.error !== null) return 'inconclusive';
  const active = last.autoscaler.conditions.find(({ type }) => type === 'ScalingActive');
  return active?.status === 'False' && last.metrics.samples.length > 0 ? 'fail' : 'inconclusive';
}

export const metricsAvailable: Claim = (recording, spec) => {
  const ready = markOf(recording, 'ready');
  const verdict = ready === undefined ? 'inconclusive' : blindness(recording);
  const samples = recording.rows.at(-1)?.metrics.samples.length ?? 0;
  const observed = ready?.met
    ? `ScalingActive is True; ${amount(samples, 'pod has', 'pods have')} samples`
    : (ready?.lastSeen ?? 'nothing');
  return [
    {
      claim: 'the autoscaler rests at its minimum and reads metrics of each pod',
      requirement: 'autoscaling',
      object: objectOf(spec),
      verdict,
      observed,
      source: 'status.conditions, metrics.k8s.io',
      ...(verdict === 'pass'
        ? {}
        : { remedy: 'Install metrics-server, and give each container the request that the HPA needs.' }),
    },
  ];
};

/** Deleted, replaced or edited on the way: then nothing that was seen is about one autoscaler. */
export const sameAutoscaler: Claim = ({ rows }, spec) => {
  const first = rows.find(({ autoscaler }) => autoscaler !== null);
  if (first === undefined) return [];
  const changed = rows.find(
    ({ at, autoscaler }) =>
      at > first.at &&
      (autoscaler?.uid !== first.autoscaler?.uid || autoscaler?.generation !== first.autoscaler?.generation),
  );
  const what = changed?.autoscaler === null ? 'gone' : 'another one, or edited,';
  return [
    {
      claim: 'the autoscaler stayed what it was',
      requirement: 'autoscaling',
      object: objectOf(spec),
      verdict: changed === undefined ? 'pass' : 'inconclusive',
      observed:
        changed === undefined
          ? `same uid and generation in ${amount(rows.length, 'look')}`
          : `${what} after ${seconds(changed.at - first.at)}`,
      source: 'metadata.uid, metadata.generation',
      ...(changed === undefined ? {} : { remedy: 'Keep others from the namespace while the gate runs.' }),
    },
  ];
};
