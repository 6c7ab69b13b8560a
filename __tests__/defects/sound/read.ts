import type { Defect } from '../defect.js';

const sound = { decision: 'promote' } as const;
const podinfo = 'ghcr.io/stefanprodan/podinfo:6.9.2';

/** Unusual, and sound: whoever rejects one of these makes people switch the gate off. */
export const read: readonly Defect[] = [
  { name: 'sound: podinfo as it is', base: 'podinfo', until: 'lint', expect: sound },
  { name: 'sound: the example as it is', base: 'shop', until: 'lint', expect: sound },
  { name: 'sound: the small counter', base: 'node', until: 'lint', expect: sound },
  { name: 'sound: a Redis Cluster of the user', base: 'redis', until: 'lint', expect: sound },
  {
    name: 'sound: other names of ports, and a number for a name',
    base: 'podinfo',
    change: [
      ['deployment.yaml', '{ name: http, containerPort: 9898 }', '{ name: web-public, containerPort: 9898 }'],
      ['deployment.yaml', 'path: /readyz, port: http', 'path: /readyz, port: web-public'],
      ['deployment.yaml', 'path: /healthz, port: http', 'path: /healthz, port: 9898'],
      ['routing.yaml', '{ name: http, port: 80, targetPort: 9898 }', '{ port: 80, targetPort: web-public }'],
      ['routing.yaml', 'port: { name: http } } }', 'port: { number: 80 } } }'],
    ],
    until: 'lint',
    expect: sound,
  },
  {
    name: 'sound: a container that declares no port',
    base: 'podinfo',
    change: [
      ['deployment.yaml', '          ports:\n            - { name: http, containerPort: 9898 }\n', ''],
      ['deployment.yaml', 'path: /readyz, port: http', 'path: /readyz, port: 9898'],
      ['deployment.yaml', 'path: /healthz, port: http', 'path: /healthz, port: 9898'],
    ],
    until: 'lint',
    expect: sound,
  },
  {
    name: 'sound: a sidecar with requests of its own',
    base: 'podinfo',
    change: [
      [
        'deployment.yaml',
        '      containers:',
        `      containers:
        - name: proxy
          image: ${podinfo}
          command: [./podinfo, --port=9797]
          ports: [{ name: proxy, containerPort: 9797 }]
          resources: { requests: { cpu: 10m, memory: 16Mi }, limits: { cpu: 50m, memory: 64Mi } }`,
      ],
    ],
    until: 'lint',
    expect: sound,
  },
  {
    name: 'sound: a native sidecar and an init container without requests, and a metric of one container',
    base: 'podinfo',
    change: [
      [
        'deployment.yaml',
        '      containers:',
        `      initContainers:
        - { name: migrate, image: "${podinfo}", command: ["true"] }
        - { name: mesh, image: "${podinfo}", restartPolicy: Always, command: [./podinfo, --port=9797] }
      containers:`,
      ],
      [
        'scaling.yaml',
        'type: Resource\n      resource: { name: cpu,',
        'type: ContainerResource\n      containerResource: { container: podinfo, name: cpu,',
      ],
    ],
    until: 'lint',
    expect: sound,
  },
  {
    name: 'sound: limits alone, which are requests as well',
    base: 'podinfo',
    change: [['deployment.yaml', 'requests: { cpu: 50m, memory: 32Mi }\n            ', '']],
    until: 'lint',
    expect: sound,
  },
  {
    name: 'sound: a StatefulSet behind the HPA',
    base: 'podinfo',
    change: [
      ['deployment.yaml', 'kind: Deployment', 'kind: StatefulSet'],
      ['deployment.yaml', 'spec:\n  selector:', 'spec:\n  serviceName: podinfo\n  selector:'],
      ['scaling.yaml', 'kind: Deployment, name: podinfo', 'kind: StatefulSet, name: podinfo'],
      ['routing.yaml', 'spec:\n  selector: { app: podinfo }', 'spec:\n  clusterIP: None\n  selector: { app: podinfo }'],
    ],
    until: 'lint',
    expect: sound,
  },
  {
    name: 'sound: two hosts, and a prefix of the path',
    base: 'podinfo',
    change: [
      [
        'routing.yaml',
        '          - path: /\n            pathType: Prefix',
        '          - path: /api/v1\n            pathType: Exact\n            backend: { service: { name: podinfo, port: { name: http } } }\n          - path: /\n            pathType: Prefix',
      ],
      [
        'routing.yaml',
        'spec:\n  rules:',
        'spec:\n  rules:\n    - host: "*.podinfo.example"\n      http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: podinfo, port: { number: 80 } } } }] }',
      ],
    ],
    until: 'lint',
    expect: sound,
  },
  {
    name: 'sound: an optional Secret that nobody made',
    base: 'podinfo',
    change: [
      [
        'deployment.yaml',
        '          ports:',
        '          env:\n            - { name: TOKEN, valueFrom: { secretKeyRef: { name: podinfo, key: token, optional: true } } }\n          ports:',
      ],
    ],
    until: 'lint',
    expect: sound,
  },
  {
    name: 'sound: a Secret that an operator makes',
    base: 'podinfo',
    change: [
      [
        'deployment.yaml',
        '          ports:',
        '          envFrom: [{ secretRef: { name: from-operator } }]\n          ports:',
      ],
    ],
    config: { lint: { external: [{ kind: 'Secret', name: 'from-operator' }] } },
    until: 'lint',
    expect: sound,
  },
  {
    name: 'sound: policies that close everything, and open what is needed',
    base: 'podinfo',
    add: `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: deny }
spec: { podSelector: {}, policyTypes: [Ingress] }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web }
spec:
  podSelector: { matchExpressions: [{ key: app, operator: In, values: [podinfo, other] }] }
  policyTypes: [Ingress]
  ingress: [{ from: [{ namespaceSelector: {} }], ports: [{ protocol: TCP, port: 9000, endPort: 9900 }] }]
`,
    until: 'lint',
    expect: sound,
  },
  {
    name: 'sound: an annotation with two metrics, a behaviour, and a budget in percent',
    base: 'podinfo',
    change: [
      [
        'scaling.yaml',
        '  metrics:',
        '  behavior: { scaleDown: { stabilizationWindowSeconds: 60, policies: [{ type: Percent, value: 50, periodSeconds: 15 }] } }\n  metrics:\n    - type: Resource\n      resource: { name: memory, target: { type: AverageValue, averageValue: 100Mi } }',
      ],
    ],
    add: 'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: { name: podinfo }\nspec: { maxUnavailable: 30%, selector: { matchLabels: { app: podinfo } } }\n',
    until: 'lint',
    expect: sound,
  },
  {
    name: 'sound: a quota that is just enough, and a range of limits that gives the requests',
    base: 'podinfo',
    change: [
      [
        'deployment.yaml',
        '          resources:\n            requests: { cpu: 50m, memory: 32Mi }\n            limits: { cpu: 200m, memory: 128Mi }\n',
        '',
      ],
    ],
    add: `
apiVersion: v1
kind: LimitRange
metadata: { name: usual }
spec: { limits: [{ type: Container, defaultRequest: { cpu: 50m, memory: 32Mi }, default: { cpu: 200m, memory: 128Mi } }] }
---
apiVersion: v1
kind: ResourceQuota
metadata: { name: team }
spec: { hard: { requests.cpu: 250m, limits.cpu: "1", pods: "5" } }
`,
    until: 'lint',
    expect: sound,
  },
  {
    name: 'sound: words that only look like passwords',
    base: 'shop',
    change: [
      [
        'configuration.yaml',
        '  REDIS_HOST:',
        '  PASSWORD_MIN_LENGTH: "12"\n  TOKEN_TTL_SECONDS: "3600"\n  SECRET_NAME: session-shop\n  REDIS_HOST:',
      ],
    ],
    until: 'lint',
    expect: sound,
  },
];
