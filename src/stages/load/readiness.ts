import { amount } from '../../domain/amount.js';
import type { ObservedRow } from '../../ports/autoscaler-observer.js';
import { readyPods } from './recording.js';

/** Why the service cannot be loaded yet, in the order in which things come up; null when it can. */
export function unready(row: ObservedRow, size: number | null): string | null {
  const { autoscaler, scale, pods, metrics } = row;
  if (autoscaler === null) return 'there is no such autoscaler';
  if (scale === null) return `${autoscaler.scaleTargetRef.kind}/${autoscaler.scaleTargetRef.name} has no scale`;
  const wanted = size ?? scale.specReplicas;
  const ready = readyPods(row);
  if (scale.specReplicas !== wanted)
    return `${amount(scale.specReplicas, 'replica')} wanted by the workload, not ${wanted}`;
  if (ready.length !== wanted || pods.length !== wanted)
    return `${ready.length} of ${amount(pods.length, 'pod')} ready, not ${wanted}`;
  if (metrics.error !== null) return `the metrics API says: ${metrics.error}`;
  const blind = ready.filter((pod) => !metrics.samples.some((sample) => sample.pod === pod));
  if (blind.length > 0) return `the metrics API has no sample of ${blind.join(', ')}`;
  const active = autoscaler.conditions.find(({ type }) => type === 'ScalingActive');
  if (active?.status !== 'True')
    return `ScalingActive is ${active?.status ?? 'not set'}: ${active?.reason ?? ''} ${active?.message ?? ''}`;
  return null;
}
