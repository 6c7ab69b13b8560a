import type { Change, Defect } from '../defect.js';

const pod = (text: string): Change => ['deployment.yaml', '      containers:', `      ${text}\n      containers:`];
const container = (text: string): Change => [
  'deployment.yaml',
  '          ports:',
  `          ${text}\n          ports:`,
];
/** What the recommended profile warns of, a team may refuse: with one line it is an error. */
const refused = (rule: string): NonNullable<Defect['config']> => ({ lint: { rules: { [rule]: 'error' } } });
const rejected = (reason: RegExp): Defect['expect'] => ({ decision: 'reject', stage: 'lint', reason });

const budget = (spec: string): string =>
  `apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: { name: podinfo }\nspec: { ${spec}, selector: { matchLabels: { app: podinfo } } }\n`;

/** Rights, hosts and budgets, under the policy of a team that refuses them. */
export const hardening: readonly Defect[] = [
  {
    name: 'it runs as root',
    base: 'podinfo',
    change: [container('securityContext: { runAsUser: 0 }')],
    config: refused('run-as-root'),
    until: 'lint',
    expect: rejected(/podinfo.*root/),
  },
  {
    name: 'it mounts a folder of the node',
    base: 'podinfo',
    change: [pod('volumes: [{ name: logs, hostPath: { path: /srv/logs } }]')],
    config: refused('host-path'),
    until: 'lint',
    expect: rejected(/podinfo.*\/srv\/logs/),
  },
  {
    name: 'it is privileged',
    base: 'podinfo',
    change: [container('securityContext: { privileged: true }')],
    config: refused('privileged'),
    until: 'lint',
    expect: rejected(/podinfo.*privileged/),
  },
  {
    name: 'its root file system is writable',
    base: 'shop',
    change: [['deployment.yaml', 'readOnlyRootFilesystem: true', 'readOnlyRootFilesystem: false']],
    config: refused('read-only-root'),
    until: 'lint',
    expect: rejected(/session-shop/),
  },
  {
    name: 'its image has no fixed tag',
    base: 'podinfo',
    change: [['deployment.yaml', 'podinfo:6.9.2', 'podinfo:latest']],
    config: refused('image-tag'),
    until: 'lint',
    expect: rejected(/podinfo:latest/),
  },
  {
    name: 'it takes a port of its node',
    base: 'podinfo',
    change: [['deployment.yaml', 'containerPort: 9898', 'containerPort: 9898, hostPort: 9898']],
    config: refused('host-port'),
    until: 'lint',
    expect: rejected(/podinfo.*9898/),
  },
  {
    name: 'it shares the network of its node',
    base: 'podinfo',
    change: [pod('hostNetwork: true')],
    config: refused('host-network'),
    until: 'lint',
    expect: rejected(/podinfo/),
  },
  {
    name: 'no readiness probe says when it can serve',
    base: 'podinfo',
    change: [
      [
        'deployment.yaml',
        '          readinessProbe:\n            httpGet: { path: /readyz, port: http }\n            periodSeconds: 2\n',
        '',
      ],
    ],
    config: refused('readiness-missing'),
    until: 'lint',
    expect: rejected(/podinfo/),
  },
  {
    name: 'a disruption budget allows no disruption',
    base: 'podinfo',
    add: budget('maxUnavailable: 0'),
    config: refused('hpa-pdb-blocks'),
    until: 'lint',
    expect: rejected(/podinfo/),
  },
  {
    name: 'a disruption budget asks for as many pods as the HPA rests at',
    base: 'podinfo',
    add: budget('minAvailable: 1'),
    config: refused('hpa-pdb-blocks'),
    until: 'lint',
    expect: rejected(/podinfo/),
  },
  {
    name: 'minReplicas and maxReplicas are the same',
    base: 'podinfo',
    change: [['scaling.yaml', 'minReplicas: 1', 'minReplicas: 4']],
    config: refused('hpa-range'),
    until: 'lint',
    expect: rejected(/podinfo.*4/),
  },
  {
    name: 'the Deployment writes the replicas that the HPA owns',
    base: 'podinfo',
    change: [['deployment.yaml', 'spec:\n  selector:', 'spec:\n  replicas: 1\n  selector:']],
    config: refused('hpa-replicas-set'),
    until: 'lint',
    expect: rejected(/podinfo/),
  },
  {
    name: 'a debug Service is a NodePort',
    base: 'podinfo',
    add: 'apiVersion: v1\nkind: Service\nmetadata: { name: debug }\nspec: { type: NodePort, selector: { app: podinfo }, ports: [{ port: 80, targetPort: 9898 }] }\n',
    config: refused('exposure-node-port'),
    until: 'lint',
    expect: rejected(/debug/),
  },
];
