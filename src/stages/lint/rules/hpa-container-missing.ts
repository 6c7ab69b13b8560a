import { didYouMean, Names } from '../../../manifests/graph/nearness.js';
import { remembered } from '../../../manifests/graph/remembered.js';
import { scalerOf } from '../../../manifests/graph/scaler.js';
import { targetOf } from '../../../manifests/graph/target.js';
import { running, type Workload } from '../../../manifests/graph/workload.js';
import { hop, listed, type ObjectRule } from '../rule.js';

const namesOf = remembered((workload: Workload) => new Names(running(workload).map(({ name }) => name)));

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
    const names = namesOf(workload);
    return scaler.metrics
      .filter(({ container }) => container !== undefined && !names.has(container))
      .map(({ path, container = '' }) => ({
        on: manifest,
        path: [...path, 'container'],
        message:
          `the metric measures container ${container}${didYouMean(container, names)}, and the pods of ` +
          `${workload.kind} ${workload.name} have ${listed(names.list)}`,
        hops: [hop(workload.manifest, [...workload.podPath, 'containers'], 'the containers that run')],
      }));
  },
};
