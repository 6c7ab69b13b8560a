import type { KubeObject } from '../objects.js';

const name = 'traefik';
export const ingressNamespace = 'scale-gate-ingress';
const labels = { 'app.kubernetes.io/name': name, 'app.kubernetes.io/managed-by': 'scale-gate' };
const controller = 'traefik.io/ingress-controller';

/**
 * The objects of a Traefik that serves Ingresses of the given classes on a node port.
 * It balances each request over the endpoints, so that new replicas get traffic at once.
 */
export function traefik(image: string, nodePort: number, classes: readonly string[]): readonly KubeObject[] {
  const meta = { name, namespace: ingressNamespace, labels };
  return [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: ingressNamespace, labels } },
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: meta },
    ...permissions(),
    ...[...new Set([name, ...classes])].map((className) => ({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'IngressClass',
      metadata: {
        name: className,
        labels,
        ...(className === name ? { annotations: { 'ingressclass.kubernetes.io/is-default-class': 'true' } } : {}),
      },
      spec: { controller },
    })),
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata: meta, spec: deployment(image) },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: meta,
      spec: { type: 'NodePort', selector: labels, ports: [{ name: 'web', port: 80, targetPort: 'web', nodePort }] },
    },
  ] as readonly KubeObject[];
}

function deployment(image: string): object {
  const args = [
    '--global.checknewversion=false',
    '--global.sendanonymoususage=false',
    '--entrypoints.web.address=:8000',
    '--entrypoints.web.transport.respondingtimeouts.idletimeout=60s',
    '--ping=true',
    '--providers.kubernetesingress=true',
    '--providers.kubernetesingress.allowemptyservices=true',
    '--log.level=WARN',
  ];
  const container = {
    name,
    image,
    imagePullPolicy: 'IfNotPresent',
    args,
    ports: [
      { name: 'web', containerPort: 8000 },
      { name: 'traefik', containerPort: 8080 },
    ],
    readinessProbe: { httpGet: { path: '/ping', port: 'traefik' }, periodSeconds: 1, failureThreshold: 30 },
    resources: { requests: { cpu: '50m', memory: '64Mi' } },
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      runAsNonRoot: true,
      runAsUser: 65532,
      runAsGroup: 65532,
      capabilities: { drop: ['ALL'] },
      seccompProfile: { type: 'RuntimeDefault' },
    },
  };
  const spec = {
    serviceAccountName: name,
    tolerations: [{ key: 'node-role.kubernetes.io/control-plane', operator: 'Exists', effect: 'NoSchedule' }],
    terminationGracePeriodSeconds: 1,
    containers: [container],
  };
  return { replicas: 1, selector: { matchLabels: labels }, template: { metadata: { labels }, spec } };
}

function permissions(): readonly object[] {
  const rbac = 'rbac.authorization.k8s.io';
  const read = ['get', 'list', 'watch'];
  return [
    {
      apiVersion: `${rbac}/v1`,
      kind: 'ClusterRole',
      metadata: { name: 'scale-gate-traefik', labels },
      rules: [
        { apiGroups: [''], resources: ['services', 'secrets', 'nodes', 'configmaps'], verbs: read },
        { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: read },
        { apiGroups: ['networking.k8s.io'], resources: ['ingresses', 'ingressclasses'], verbs: read },
        { apiGroups: ['networking.k8s.io'], resources: ['ingresses/status'], verbs: ['update'] },
      ],
    },
    {
      apiVersion: `${rbac}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: { name: 'scale-gate-traefik', labels },
      roleRef: { apiGroup: rbac, kind: 'ClusterRole', name: 'scale-gate-traefik' },
      subjects: [{ kind: 'ServiceAccount', name, namespace: ingressNamespace }],
    },
  ];
}
