import type { Change, Defect } from '../defect.js';

const target = (from: string, to: string): readonly Change[] => [['scaling.yaml', from, to]];

const second = (name: string, kind = 'Deployment'): string => `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: podinfo-memory }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: ${kind}, name: ${name} }
  minReplicas: 1
  maxReplicas: 3
  metrics: [{ type: Resource, resource: { name: memory, target: { type: Utilization, averageUtilization: 70 } } }]
`;

/** Autoscaling that never can work, or works against itself. */
export const scaling: readonly Defect[] = [
  {
    name: 'the target of the HPA is above what the limits allow',
    base: 'podinfo',
    change: target('averageUtilization: 60', 'averageUtilization: 390'),
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /podinfo.*400 %.*390 %/ },
  },
  {
    name: 'the HPA has no CPU request to compute with',
    base: 'podinfo',
    change: [
      [
        'deployment.yaml',
        'requests: { cpu: 50m, memory: 32Mi }\n            limits: { cpu: 200m, memory: 128Mi }',
        'requests: { memory: 32Mi }\n            limits: { memory: 128Mi }',
      ],
    ],
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /podinfo.*cpu/ },
  },
  {
    name: 'a sidecar without a request takes the HPA its utilisation',
    base: 'podinfo',
    change: [
      [
        'deployment.yaml',
        '      containers:',
        '      containers:\n        - name: agent\n          image: kit.local/base:1\n          command: [sleep, infinity]',
      ],
    ],
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /agent.*cpu/ },
  },
  {
    name: 'minReplicas is above maxReplicas',
    base: 'podinfo',
    change: target('minReplicas: 1', 'minReplicas: 5'),
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /podinfo.*maxReplicas.*4/ },
  },
  {
    name: 'minReplicas is zero with CPU alone',
    base: 'podinfo',
    change: target('minReplicas: 1', 'minReplicas: 0'),
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /podinfo.*minReplicas/ },
  },
  {
    name: 'the HPA scales a Deployment that is not there',
    base: 'podinfo',
    change: target('kind: Deployment, name: podinfo', 'kind: Deployment, name: podinfo-web'),
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /podinfo-web/ },
  },
  {
    name: 'the HPA names the wrong kind',
    base: 'podinfo',
    change: target('kind: Deployment, name: podinfo', 'kind: StatefulSet, name: podinfo'),
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /StatefulSet.*podinfo/ },
  },
  {
    name: 'the HPA scales a DaemonSet',
    base: 'podinfo',
    change: [
      ['deployment.yaml', 'kind: Deployment', 'kind: DaemonSet'],
      ['scaling.yaml', 'kind: Deployment, name: podinfo', 'kind: DaemonSet, name: podinfo'],
    ],
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /DaemonSet/ },
  },
  {
    name: 'a second HPA scales the same Deployment',
    base: 'podinfo',
    add: second('podinfo'),
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /podinfo-memory/ },
  },
  {
    name: 'the quota holds fewer pods than maxReplicas asks for',
    base: 'podinfo',
    add: 'apiVersion: v1\nkind: ResourceQuota\nmetadata: { name: team }\nspec: { hard: { requests.cpu: 120m } }\n',
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /podinfo.*200m.*120m/ },
  },
  {
    name: 'the metric is of a container that is not there',
    base: 'podinfo',
    change: target(
      'type: Resource\n      resource: { name: cpu,',
      'type: ContainerResource\n      containerResource: { container: web, name: cpu,',
    ),
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /podinfo.*web/ },
  },
  {
    name: 'a limit is below its request',
    base: 'podinfo',
    change: [['deployment.yaml', 'limits: { cpu: 200m, memory: 128Mi }', 'limits: { cpu: 200m, memory: 16Mi }']],
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /memory/ },
  },
  {
    name: 'an HPA scales a Redis Cluster',
    base: 'redis',
    add: second('redis', 'StatefulSet'),
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /redis/ },
  },
  {
    name: 'the target utilisation is zero',
    base: 'podinfo',
    change: target('averageUtilization: 60', 'averageUtilization: 0'),
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /averageUtilization|podinfo/ },
  },
];
