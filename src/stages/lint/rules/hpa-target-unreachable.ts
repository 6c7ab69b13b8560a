import { describeAmount } from '../../../manifests/graph/quantity.js';
import { sums } from '../../../manifests/graph/requests.js';
import { type Metric, type Scaler, scalerOf } from '../../../manifests/graph/scaler.js';
import { targetOf } from '../../../manifests/graph/target.js';
import { type Finding, hop, type Lint, type ObjectRule } from '../rule.js';

/** CPU throttling lets a window show a little more than the limit: below this, no window helps. */
const throttlingMargin = 1.05;

function highest(requests: number, ceiling: number): number {
  return Math.floor((ceiling * 100) / requests);
}

function findingOf(scaler: Scaler, metric: Metric, lint: Lint): Finding | undefined {
  const { resource, utilization, container } = metric;
  const workload = targetOf(lint.graph, scaler);
  if (!workload || resource === undefined || utilization === undefined || utilization <= 0) return undefined;
  const { requests, ceiling } = sums(lint.graph, workload, resource, container);
  if (requests === undefined || ceiling === undefined || requests === 0) return undefined;
  const cap = highest(requests, ceiling);
  const ratio = cap / utilization;
  if (ratio > 1 + scaler.upTolerance) return undefined;
  const needed = Math.floor(cap / (1 + scaler.upTolerance)) - (cap % (1 + scaler.upTolerance) === 0 ? 1 : 0);
  const sure = resource !== 'cpu' || ratio <= throttlingMargin;
  return {
    on: scaler.manifest,
    path: metric.utilizationPath,
    severity: sure ? 'error' : 'warning',
    message:
      `${resource} utilization can not exceed ${cap} % (limits ${describeAmount(resource, ceiling)}, requests ` +
      `${describeAmount(resource, requests)}); with a target of ${utilization} % and a tolerance of ${scaler.upTolerance} ` +
      `it scales up above ${(utilization * (1 + scaler.upTolerance)).toFixed(1)} % only, so it never does`,
    remediation: `Set the target to ${Math.max(1, needed)} % or less, or raise the limits over the requests.`,
    hops: [
      hop(
        workload.manifest,
        [...workload.podPath, 'containers'],
        `limits and requests of ${workload.kind} ${workload.name}`,
      ),
    ],
  };
}

/**
 * The controller acts when `floor(100 · usage / requests) / target` leaves the tolerance (`metrics/utilization.go`,
 * `Tolerances.isWithin`); usage does not exceed the limits.
 */
export const hpaTargetUnreachable: ObjectRule = {
  id: 'hpa-target-unreachable',
  severity: 'error',
  requirement: 'autoscaling',
  profile: 'recommended',
  remediation: 'Lower the target, or raise the limits over the requests.',
  peers: [],
  visits: 'object',
  kinds: ['HorizontalPodAutoscaler'],
  check(manifest, lint) {
    const scaler = scalerOf(manifest, lint.graph.namespaceOf(manifest));
    const unreachable = scaler.metrics.map((metric) => findingOf(scaler, metric, lint));
    // Any metric that can rise is enough: the controller takes the highest proposal.
    return unreachable.some((one) => one === undefined) ? undefined : unreachable.flatMap((one) => one ?? []);
  },
};
