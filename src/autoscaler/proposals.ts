import type { Autoscaler, Observation } from './autoscaler.js';
import type { ControllerEvent, ScalingActiveReason } from './condition.js';
import { type Proposal, propose } from './proposal.js';

/** What all metrics of one sync say together. */
export interface Asked {
  readonly proposals: readonly Proposal[];
  readonly events: readonly ControllerEvent[];
  readonly active: { readonly status: 'True' | 'False'; readonly reason: ScalingActiveReason };
  /** The largest proposal; null where the controller does not dare to use it. */
  readonly best: { readonly replicas: number; readonly name: string } | null;
  readonly error: string | null;
}

/** The highest proposal wins; one that failed only forbids to go down. Upstream: `computeReplicasForMetrics`. */
export function ask(autoscaler: Autoscaler, { now, readings, ...scene }: Observation): Asked {
  if (scene.selectorFault !== undefined) {
    const { reason, message } = scene.selectorFault;
    const events = [{ type: 'Warning', reason, message }] as const;
    return { proposals: [], events, active: { status: 'False', reason }, best: null, error: message };
  }
  const { namespace, tolerances, flags, metrics } = autoscaler;
  const whole = { ...scene, namespace, tolerances, clock: { now, ...flags } };
  const proposals = metrics.map((metric, index) =>
    propose(metric, readings[index] ?? { error: `metric ${index} was not read` }, whole),
  );
  const failed = proposals.filter((proposal) => 'error' in proposal);
  const events = failed.map(({ reason, message }) => ({ type: 'Warning', reason, message }) as const);
  let best = { replicas: 0, name: '' };
  for (const proposal of proposals) {
    if ('error' in proposal) continue;
    if (best.replicas === 0 || proposal.replicas > best.replicas) best = proposal;
  }
  const [first] = failed;
  if (first === undefined) {
    return { proposals, events, best, active: { status: 'True', reason: 'ValidMetricFound' }, error: null };
  }
  const error = `invalid metrics (${failed.length} invalid out of ${metrics.length}), first error is: ${first.error}`;
  if (failed.length === metrics.length || best.replicas < scene.specReplicas) {
    return { proposals, events, best: null, active: { status: 'False', reason: first.reason }, error };
  }
  return { proposals, events, best, active: { status: 'True', reason: 'ValidMetricFound' }, error };
}
