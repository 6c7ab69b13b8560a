import { didYouMean } from '../../../manifests/graph/nearness.js';
import { counted } from '../../../manifests/graph/requests.js';
import { scalerOf } from '../../../manifests/graph/scaler.js';
import { targetOf } from '../../../manifests/graph/target.js';
import { running } from '../../../manifests/graph/workload.js';
import { hop, type ObjectRule } from '../rule.js';

export const hpaContainerMissing: ObjectRule = {
  id: 'hpa-container-missing',
  severity: 'error',
  requirement: 'autoscaling',
  profile: 'recommended',
  remediation: 'Name a container of the pods that the HPA scales.',
  peers: [],
  visits: 'object',
  kinds: ['HorizontalPodAutoscaler'],
  check(manifest, { graph }) {
    const scaler = scalerOf(manifest, graph.namespaceOf(manifest));
    const workload = targetOf(graph, scaler);
    if (!workload) return undefined;
    const names = running(workload).map(({ name }) => name);
    return scaler.metrics
      .filter(({ container }) => container !== undefined && counted(workload, container).length === 0)
      .map(({ path, container = '' }) => ({
        on: manifest,
        path: [...path, 'container'],
        message:
          `the metric measures container ${container}${didYouMean(container, names)}, and the pods of ` +
          `${workload.kind} ${workload.name} have ${names.join(', ')}`,
        hops: [hop(workload.manifest, [...workload.podPath, 'containers'], 'the containers that run')],
      }));
  },
};
