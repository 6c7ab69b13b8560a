import type { Defect } from '../defect.js';

/** Autoscaling that reads well and fails when it is proven; each on a cluster of its own, with quick clocks. */
export const proven: readonly Defect[] = [
  {
    name: 'no load makes it use CPU',
    base: 'podinfo',
    config: { load: { path: '/delay/1', thresholds: ['error_rate<0.01'] } },
    until: 'load',
    own: true,
    // On a busy machine the generator's lag is told before it.
    expect: { decision: 'inconclusive', stage: 'load', reason: /no cost per request|can be reached|late \(p99\)/ },
  },
  {
    name: 'the HPA is told never to scale up',
    base: 'podinfo',
    change: [['scaling.yaml', '  metrics:', '  behavior: { scaleUp: { selectPolicy: Disabled } }\n  metrics:']],
    config: { load: { path: '/token', method: 'POST', body: 'x', timeout: '4m' } },
    until: 'load',
    own: true,
    expect: { decision: 'reject', stage: 'load', reason: /goes from 1 to 4|requests failed|can be reached/ },
  },
  {
    name: 'the HPA is told never to scale down',
    base: 'podinfo',
    change: [['scaling.yaml', '  metrics:', '  behavior: { scaleDown: { selectPolicy: Disabled } }\n  metrics:']],
    config: { load: { path: '/token', method: 'POST', body: 'x', timeout: '5m', thresholds: ['error_rate<0.05'] } },
    until: 'load',
    own: true,
    expect: { decision: 'reject', stage: 'load', reason: /goes back to 1|requests failed/ },
  },
  {
    name: 'minReplicas and maxReplicas are the same, and it is to be proven',
    base: 'podinfo',
    change: [['scaling.yaml', 'maxReplicas: 4', 'maxReplicas: 1']],
    config: { load: { path: '/token', method: 'POST', body: 'x' } },
    until: 'load',
    own: true,
    expect: { decision: 'reject', stage: 'load', reason: /never scale/ },
  },
];
