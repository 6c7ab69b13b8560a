import type { Graph } from '../../../manifests/graph/graph.js';
import { dig } from '../../../manifests/graph/json.js';
import { remembered } from '../../../manifests/graph/remembered.js';
import { scalerOf } from '../../../manifests/graph/scaler.js';
import type { Json } from '../../../manifests/manifest.js';
import type { Finding, ObjectRule } from '../rule.js';

/** The API that serves each type of metric. */
const apis: Readonly<Record<string, string>> = {
  Resource: 'metrics.k8s.io',
  ContainerResource: 'metrics.k8s.io',
  Pods: 'custom.metrics.k8s.io',
  Object: 'custom.metrics.k8s.io',
  External: 'external.metrics.k8s.io',
};

const servedGroups = remembered((graph: Graph): ReadonlySet<Json | undefined> => {
  return new Set(graph.ofKind('APIService.apiregistration.k8s.io').map(({ value }) => dig(value, 'spec', 'group')));
});

export const hpaMetricsSource: ObjectRule = {
  id: 'hpa-metrics-source',
  severity: 'warning',
  requirement: 'autoscaling',
  profile: 'recommended',
  remediation: 'Install what serves the metrics API: metrics-server, or an adapter for custom and external metrics.',
  peers: [],
  visits: 'object',
  kinds: ['HorizontalPodAutoscaler'],
  check(manifest, { graph, settings }) {
    if (!settings.whole) return undefined;
    const serves = (api: string): boolean =>
      servedGroups(graph).has(api) || (api === 'metrics.k8s.io' && settings.cluster?.metricsServer !== false);
    return scalerOf(manifest, graph.namespaceOf(manifest)).metrics.flatMap(({ type, path }): Finding[] => {
      const api = apis[type];
      if (api === undefined || serves(api)) return [];
      const severity = settings.cluster || type.endsWith('Resource') ? 'warning' : 'note';
      return [
        {
          on: manifest,
          path,
          severity,
          message: `metric of type ${type} needs ${api}, which nothing in the input serves`,
        },
      ];
    });
  },
};
