import { podLevelRequest, sums } from '../../../manifests/graph/requests.js';
import { type Metric, type Scaler, scalerOf } from '../../../manifests/graph/scaler.js';
import { targetOf } from '../../../manifests/graph/target.js';
import type { Workload } from '../../../manifests/graph/workload.js';
import { type Finding, hop, type Lint, type ObjectRule } from '../rule.js';

function* findingsOf(scaler: Scaler, metric: Metric, workload: Workload, { graph }: Lint): Iterable<Finding> {
  const { resource, container, utilization } = metric;
  if (resource === undefined || utilization === undefined) return;
  if (container === undefined && podLevelRequest(workload, resource)) return;
  for (const one of sums(graph, workload, resource, container).without) {
    yield {
      on: workload.manifest,
      path: [...one.path, 'resources'],
      message:
        `container ${one.name} has no ${resource} request (nor limit, nor LimitRange default), so HorizontalPodAutoscaler ` +
        `${scaler.name} can not compute ${utilization} % ${resource} utilization and will never scale`,
      remediation: `Give every container of the pod, sidecars too, a ${resource} request.`,
      hops: [
        hop(scaler.manifest, ['spec', 'scaleTargetRef'], `${scaler.name} scales ${workload.kind} ${workload.name}`),
        hop(scaler.manifest, metric.path, `wants ${utilization} % of the ${resource} request`),
      ],
    };
  }
}

/** One container without a request fails the whole metric (`replica_calculator.go`, `calculateRequests`). */
export const hpaRequestsMissing: ObjectRule = {
  id: 'hpa-requests-missing',
  severity: 'error',
  requirement: 'autoscaling',
  profile: 'recommended',
  remediation: 'Give every container of the pod, sidecars too, a request for the resource that the HPA measures.',
  peers: [],
  visits: 'object',
  kinds: ['HorizontalPodAutoscaler'],
  *check(manifest, lint) {
    const scaler = scalerOf(manifest, lint.graph.namespaceOf(manifest));
    const workload = targetOf(lint.graph, scaler);
    if (!workload) return;
    for (const metric of scaler.metrics) yield* findingsOf(scaler, metric, workload, lint);
  },
};
