import { dig } from '../../../manifests/graph/json.js';
import { describeAmount, milli } from '../../../manifests/graph/quantity.js';
import { requestSum } from '../../../manifests/graph/requests.js';
import { scalerOf } from '../../../manifests/graph/scaler.js';
import { targetOf } from '../../../manifests/graph/target.js';
import { type Finding, hop, type ObjectRule } from '../rule.js';

/** Names under which a quota counts requests; the short ones mean the same. */
const quotaNames = { cpu: ['requests.cpu', 'cpu'], memory: ['requests.memory', 'memory'] } as const;

export const hpaOverQuota: ObjectRule = {
  id: 'hpa-over-quota',
  severity: 'error',
  requirement: 'horizontal-scaling',
  profile: 'recommended',
  remediation: 'Lower maxReplicas or the requests, or raise the quota.',
  peers: ['popeye/POP-602'],
  visits: 'object',
  kinds: ['HorizontalPodAutoscaler'],
  check(manifest, { graph }) {
    const scaler = scalerOf(manifest, graph.namespaceOf(manifest));
    const workload = targetOf(graph, scaler);
    const { max } = scaler;
    if (!workload || max === undefined) return undefined;
    const quotas = graph.ofKind('ResourceQuota').filter((quota) => graph.namespaceOf(quota) === scaler.namespace);
    return quotas.flatMap((quota): Finding[] =>
      (['cpu', 'memory'] as const).flatMap((resource): Finding[] => {
        const name = quotaNames[resource].find((one) => dig(quota.value, 'spec', 'hard', one) !== undefined);
        const hard = name && milli(dig(quota.value, 'spec', 'hard', name));
        const each = requestSum(graph, workload, resource);
        if (name === undefined || hard === undefined || each === undefined || each * max <= hard) return [];
        const need = `${max} × ${describeAmount(resource, each)} = ${describeAmount(resource, each * max)}`;
        return [
          {
            on: manifest,
            path: ['spec', 'maxReplicas'],
            message: `${need} of ${resource} is over the quota of ${describeAmount(resource, hard)}: it stops at ${Math.floor(hard / each)} pods`,
            hops: [hop(quota, ['spec', 'hard', name], `ResourceQuota ${quota.name}`)],
          },
        ];
      }),
    );
  },
};
