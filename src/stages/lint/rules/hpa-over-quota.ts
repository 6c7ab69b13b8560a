import type { Graph } from '../../../manifests/graph/graph.js';
import { dig } from '../../../manifests/graph/json.js';
import { describeAmount, milli } from '../../../manifests/graph/quantity.js';
import { remembered } from '../../../manifests/graph/remembered.js';
import { sums } from '../../../manifests/graph/requests.js';
import { scalerOf } from '../../../manifests/graph/scaler.js';
import { targetOf } from '../../../manifests/graph/target.js';
import type { Manifest } from '../../../manifests/manifest.js';
import { hop, type ObjectRule } from '../rule.js';

/** Names under which a quota counts requests; the short ones mean the same. */
const quotaNames = { cpu: ['requests.cpu', 'cpu'], memory: ['requests.memory', 'memory'] } as const;

interface HardLimit {
  readonly quota: Manifest;
  readonly resource: keyof typeof quotaNames;
  readonly name: string;
  /** In thousandths. */
  readonly hard: number;
}

const limitsByNamespace = remembered((graph: Graph): ReadonlyMap<string, readonly HardLimit[]> => {
  const limits = graph.ofKind('ResourceQuota').flatMap((quota) =>
    (['cpu', 'memory'] as const).flatMap((resource): HardLimit[] => {
      const name = quotaNames[resource].find((one) => dig(quota.value, 'spec', 'hard', one) !== undefined);
      const hard = name && milli(dig(quota.value, 'spec', 'hard', name));
      return name === undefined || hard === undefined ? [] : [{ quota, resource, name, hard }];
    }),
  );
  return Map.groupBy(limits, ({ quota }) => graph.namespaceOf(quota));
});

export const hpaOverQuota: ObjectRule = {
  id: 'hpa-over-quota',
  severity: 'error',
  requirement: 'horizontal-scaling',
  profile: 'recommended',
  remediation: 'Lower maxReplicas or the requests, or raise the quota.',
  peers: ['popeye/POP-602'],
  visits: 'object',
  kinds: ['HorizontalPodAutoscaler'],
  *check(manifest, { graph }) {
    const scaler = scalerOf(manifest, graph.namespaceOf(manifest));
    const workload = targetOf(graph, scaler);
    const { max } = scaler;
    if (!workload || max === undefined) return;
    for (const { quota, resource, name, hard } of limitsByNamespace(graph).get(scaler.namespace) ?? []) {
      const each = sums(graph, workload, resource).requests;
      if (each === undefined || each * max <= hard) continue;
      const need = `${max} × ${describeAmount(resource, each)} = ${describeAmount(resource, each * max)}`;
      yield {
        on: manifest,
        path: ['spec', 'maxReplicas'],
        message: `${need} of ${resource} is over the quota of ${describeAmount(resource, hard)}: it stops at ${Math.floor(hard / each)} pods`,
        hops: [hop(quota, ['spec', 'hard', name], `ResourceQuota ${quota.name}`)],
      };
    }
  },
};
