import type { Change, Defect } from '../defect.js';

const rejected = (reason: RegExp): Defect['expect'] => ({ decision: 'reject', stage: 'deploy', reason });
const told = (name: string, value: string): Change => [
  'service.yaml',
  '            - { name: NODE_ENV, value: production }',
  `            - { name: NODE_ENV, value: production }\n            - { name: ${name}, value: ${JSON.stringify(value)} }`,
];
const quick = { deploy: { timeout: '25s' } };

/** What reads well, and does not run: only a cluster shows it. */
export const running: readonly Defect[] = [
  {
    name: 'nobody has the image',
    base: 'podinfo',
    change: [['deployment.yaml', 'podinfo:6.9.2', 'podinfo:6.9.2-never']],
    until: 'deploy',
    expect: rejected(/Deployment\/podinfo.*0 of 1.*6\.9\.2-never/),
  },
  {
    name: 'it ends at once, again and again',
    base: 'podinfo',
    change: [
      [
        'deployment.yaml',
        '          ports:',
        '          command: [./podinfo, --level=nonsense, --no-such-flag]\n          ports:',
      ],
    ],
    until: 'deploy',
    expect: rejected(/Deployment\/podinfo.*0 of 1.*CrashLoopBackOff/),
  },
  {
    name: 'it needs more memory than its limit',
    base: 'node',
    change: [
      ['service.yaml', 'requests: { cpu: 100m, memory: 64Mi }', 'requests: { cpu: 100m, memory: 16Mi }'],
      ['service.yaml', 'limits: { cpu: 300m, memory: 128Mi }', 'limits: { cpu: 300m, memory: 24Mi }'],
    ],
    until: 'deploy',
    expect: rejected(/Deployment\/counter.*0 of 1.*OOMKilled/),
  },
  {
    name: 'the Secret of an operator never comes',
    base: 'podinfo',
    change: [
      [
        'deployment.yaml',
        '          ports:',
        '          envFrom: [{ secretRef: { name: from-operator } }]\n          ports:',
      ],
    ],
    config: { lint: { external: [{ kind: 'Secret', name: 'from-operator' }] } },
    until: 'deploy',
    expect: rejected(/Deployment\/podinfo.*from-operator/),
  },
  {
    name: 'no node is large enough',
    base: 'podinfo',
    change: [
      [
        'deployment.yaml',
        'requests: { cpu: 50m, memory: 32Mi }\n            limits: { cpu: 200m,',
        'requests: { cpu: 50m, memory: 900Gi }\n            limits: { cpu: 200m,',
      ],
      ['deployment.yaml', 'memory: 128Mi', 'memory: 900Gi'],
    ],
    until: 'deploy',
    expect: rejected(/Deployment\/podinfo.*0 of 1.*memory/),
  },
  {
    name: 'it never becomes ready',
    base: 'podinfo',
    change: [['deployment.yaml', 'path: /readyz', 'path: /status/503']],
    config: { deploy: { timeout: '15s' } },
    until: 'deploy',
    expect: rejected(/Deployment\/podinfo.*0 of 1/),
  },
  {
    name: 'it listens on another port than it declares, and no probe asks',
    base: 'podinfo',
    change: [
      ['deployment.yaml', '          ports:', '          command: [./podinfo, --port=9797]\n          ports:'],
      [
        'deployment.yaml',
        '          readinessProbe:\n            httpGet: { path: /readyz, port: http }\n            periodSeconds: 2\n          livenessProbe:\n            httpGet: { path: /healthz, port: http }\n',
        '',
      ],
    ],
    until: 'deploy',
    expect: rejected(/external route.*50\d/),
  },
  {
    name: 'no readiness, and a slow start: requests go to pods that do not listen yet',
    base: 'node',
    change: [
      told('START_MS', '60000'),
      [
        'service.yaml',
        '          readinessProbe:\n            httpGet: { path: /readyz, port: http }\n            periodSeconds: 1\n',
        '',
      ],
    ],
    until: 'deploy',
    expect: rejected(/external route.*50\d/),
  },
  {
    name: 'its root file system is read-only, and it writes there',
    base: 'node',
    change: [told('WRITES', '/srv/state')],
    until: 'deploy',
    expect: rejected(/Deployment\/counter.*0 of 1/),
  },
  {
    name: 'it must not be root, and its image is',
    base: 'node',
    change: [['service.yaml', 'runAsNonRoot: true, runAsUser: 1000', 'runAsNonRoot: true']],
    until: 'deploy',
    expect: rejected(/Deployment\/counter.*0 of 1.*(root|CreateContainerConfigError)/),
  },
  {
    name: 'its route answers 404',
    base: 'podinfo',
    config: { deploy: { path: '/shop' } },
    until: 'deploy',
    expect: rejected(/external route.*404/),
  },
  {
    name: 'its route answers 500',
    base: 'node',
    change: [told('ALWAYS', '500')],
    until: 'deploy',
    expect: rejected(/external route.*500/),
  },
  {
    name: 'a debug Service listens on the nodes',
    base: 'podinfo',
    add: 'apiVersion: v1\nkind: Service\nmetadata: { name: debug }\nspec: { type: NodePort, selector: { app: podinfo }, ports: [{ port: 80, targetPort: 9898 }] }\n',
    until: 'deploy',
    expect: rejected(/Service\/debug.*node ?port/i),
  },
  {
    name: 'a pod listens on its node',
    base: 'podinfo',
    change: [['deployment.yaml', 'containerPort: 9898', 'containerPort: 9898, hostPort: 19898']],
    until: 'deploy',
    expect: rejected(/podinfo.*19898/),
  },
  {
    name: 'the quota takes no pod',
    base: 'podinfo',
    add: 'apiVersion: v1\nkind: ResourceQuota\nmetadata: { name: team }\nspec: { hard: { requests.nvidia.com/gpu: "0", pods: "0" } }\n',
    config: { lint: { rules: { 'hpa-over-quota': 'warning' } }, deploy: { path: '/healthz', timeout: '25s' } },
    until: 'deploy',
    expect: rejected(/Deployment\/podinfo.*quota/),
  },
  {
    name: 'a quota asks for limits that the pods have not',
    base: 'podinfo',
    change: [['deployment.yaml', '\n            limits: { cpu: 200m, memory: 128Mi }', '']],
    add: 'apiVersion: v1\nkind: ResourceQuota\nmetadata: { name: team }\nspec: { hard: { limits.memory: 1Gi } }\n',
    config: quick,
    until: 'deploy',
    expect: rejected(/Deployment\/podinfo.*(quota|limits\.memory)/),
  },
  {
    name: 'a declared internal Service is on the Ingress',
    base: 'podinfo',
    config: { deploy: { path: '/healthz', internal: ['podinfo'] } },
    until: 'deploy',
    expect: rejected(/podinfo/),
  },
];
