import type { Defect } from '../defect.js';

const policy = (from: string): string => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: podinfo }
spec:
  podSelector: { matchLabels: { app: podinfo } }
  policyTypes: [Ingress]
  ingress: ${from}
`;

const admin = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: admin }
spec:
  selector: { matchLabels: { app: admin } }
  template:
    metadata: { labels: { app: admin } }
    spec:
      containers:
        - name: admin
          image: ghcr.io/stefanprodan/podinfo:6.9.2
          ports: [{ name: http, containerPort: 9898 }]
---
apiVersion: v1
kind: Service
metadata: { name: admin }
spec:
  selector: { app: admin }
  ports: [{ name: http, port: 80, targetPort: http }]
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: admin }
spec:
  rules:
    - host: podinfo.example
      http:
        paths: [{ path: /admin, pathType: Prefix, backend: { service: { name: admin, port: { name: http } } } }]
`;

/** Nothing, or too much, is behind a name or a route. */
export const routing: readonly Defect[] = [
  {
    name: 'the Service selects no pod',
    base: 'podinfo',
    change: [['routing.yaml', 'selector: { app: podinfo }', 'selector: { app: podinfo-web }']],
    until: 'deploy',
    expect: { decision: 'reject', stage: 'deploy', reason: /Service\/podinfo.*0 ready addresses/ },
  },
  {
    name: 'targetPort is not the port of the container',
    base: 'podinfo',
    change: [['routing.yaml', 'targetPort: 9898', 'targetPort: 9889']],
    until: 'deploy',
    expect: { decision: 'reject', stage: 'deploy', reason: /external route.*50\d/ },
  },
  {
    name: 'targetPort is a name that no container has',
    base: 'shop',
    change: [['service.yaml', 'targetPort: http', 'targetPort: web']],
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /session-shop.*web/ },
  },
  {
    name: 'the Ingress names a Service that is not there',
    base: 'podinfo',
    change: [['routing.yaml', 'backend: { service: { name: podinfo,', 'backend: { service: { name: podinfo-web,']],
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /podinfo-web/ },
  },
  {
    name: 'the Ingress names a port that the Service has not',
    base: 'podinfo',
    change: [['routing.yaml', 'port: { name: http } } }', 'port: { number: 8080 } } }']],
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /podinfo.*8080/ },
  },
  {
    name: 'the readiness probe asks a port name that is not there',
    base: 'podinfo',
    change: [['deployment.yaml', 'path: /readyz, port: http', 'path: /readyz, port: web']],
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /podinfo.*web/ },
  },
  {
    name: 'a NetworkPolicy keeps everybody out',
    base: 'podinfo',
    add: policy('[]'),
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /podinfo/ },
  },
  {
    name: 'a NetworkPolicy lets in one other application alone',
    base: 'podinfo',
    add: policy('[{ from: [{ podSelector: { matchLabels: { app: batch } } }] }]'),
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /podinfo/ },
  },
  {
    name: 'a NetworkPolicy lets in the port of the Service and not that of the container',
    base: 'podinfo',
    add: policy('[{ ports: [{ protocol: TCP, port: 80 }] }]'),
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /podinfo.*9898/ },
  },
  {
    name: 'an internal admin route is on the public Ingress',
    base: 'podinfo',
    add: admin,
    config: { lint: { exposure: { internal: [{ app: 'admin' }] } } },
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /admin/ },
  },
  {
    name: 'what has to be public has no route',
    base: 'podinfo',
    change: [
      ['routing.yaml', 'kind: Ingress', 'kind: Ingress # it leads elsewhere'],
      ['routing.yaml', 'backend: { service: { name: podinfo,', 'backend: { service: { name: other,'],
    ],
    add: admin.replaceAll('admin', 'other'),
    config: { lint: { exposure: { external: [{ app: 'podinfo' }] } } },
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /podinfo/ },
  },
];
