import { allowedDisruptions, firstBudgetOf } from '../../../manifests/graph/budget.js';
import { asList, dig } from '../../../manifests/graph/json.js';
import { type RedisServer, redisClusters } from '../../../manifests/graph/redis.js';
import { type Finding, hop, type Lint, type SetRule } from '../rule.js';

function findingsOf({ workload }: RedisServer, { graph }: Lint): Finding[] {
  const { pod, podPath, manifest } = workload;
  const spread =
    asList(pod['topologySpreadConstraints']).length > 0 || dig(pod, 'affinity', 'podAntiAffinity') !== undefined;
  const budget = firstBudgetOf(graph, workload);
  const allowed = budget && allowedDisruptions(budget, workload.replicas ?? 1);
  const findings: Finding[] = [];
  if (!spread) {
    findings.push({
      on: manifest,
      path: podPath,
      message: 'nothing keeps a primary and its replicas on different nodes: one node may take a whole shard with it',
    });
  }
  if (!budget) {
    findings.push({
      on: manifest,
      path: ['spec', 'replicas'],
      message: 'no PodDisruptionBudget: a drain may take a whole shard at once',
      severity: 'note',
    });
  } else if (allowed !== undefined && allowed > 1) {
    const message = `it lets ${allowed} nodes of Redis Cluster ${workload.name} go at once: they may be one whole shard`;
    findings.push({
      on: budget.manifest,
      path: ['spec'],
      message,
      hops: [hop(manifest, ['spec', 'replicas'], 'the nodes')],
    });
  }
  return findings;
}

export const redisSpread: SetRule = {
  id: 'redis-spread',
  severity: 'warning',
  requirement: 'horizontal-scaling',
  profile: 'recommended',
  remediation:
    'Add a topologySpreadConstraint over kubernetes.io/hostname, and a PodDisruptionBudget with maxUnavailable: 1.',
  peers: ['kube-score/statefulset-has-host-podantiaffinity', 'kube-score/statefulset-has-poddisruptionbudget'],
  visits: 'set',
  check: (lint) => redisClusters(lint.graph).flatMap((server) => findingsOf(server, lint)),
};
