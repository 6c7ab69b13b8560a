/** The service to which faults are done. */
export const image = 'ghcr.io/stefanprodan/podinfo:6.9.2';
export const shell = 'docker.io/library/redis:7';

const container = {
  name: 'web',
  image,
  ports: [{ name: 'http', containerPort: 9898 }],
  readinessProbe: { httpGet: { path: '/readyz', port: 'http' }, periodSeconds: 1 },
  resources: { requests: { cpu: '20m', memory: '32Mi' }, limits: { cpu: '200m', memory: '64Mi' } },
};

/** A sound service; `change` is laid over its container, `pod` over its pod, `rollout` over its Deployment, `more` comes before it. */
export function soundService(
  _namespace,
  { change = {}, pod = {}, rollout = {}, selector = 'web', more = [], port = 'http' } = {},
) {
  const template = {
    metadata: { labels: { app: 'web' } },
    spec: { terminationGracePeriodSeconds: 1, containers: [{ ...container, ...change }], ...pod },
  };
  const backend = { service: { name: 'web', port: { name: port } } };
  return [
    ...more,
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web' },
      spec: { selector: { matchLabels: { app: 'web' } }, template, ...rollout },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'web' },
      spec: { selector: { app: selector }, ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name: 'web' },
      spec: { rules: [{ host: 'web.example', http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } }] },
    },
  ];
}
