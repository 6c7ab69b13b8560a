import type { KubeObject } from '../objects.js';

const name = 'metrics-server';
const namespace = 'kube-system';
const labels = { 'k8s-app': name };

/**
 * The objects of metrics-server, as its releases ship them, for nodes whose kubelets have self-signed certificates.
 * The scrape of a kubelet must end before the next one begins, hence the request timeout.
 */
export function metricsServer(image: string, resolutionSeconds: number): readonly KubeObject[] {
  const meta = { name, namespace, labels };
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: meta },
    ...permissions(),
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: meta,
      spec: { selector: labels, ports: [{ name: 'https', port: 443, targetPort: 'https' }] },
    },
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata: meta, spec: deployment(image, resolutionSeconds) },
    {
      apiVersion: 'apiregistration.k8s.io/v1',
      kind: 'APIService',
      metadata: { name: 'v1beta1.metrics.k8s.io', labels },
      spec: {
        group: 'metrics.k8s.io',
        version: 'v1beta1',
        groupPriorityMinimum: 100,
        versionPriority: 100,
        insecureSkipTLSVerify: true,
        service: { name, namespace },
      },
    },
  ] as readonly KubeObject[];
}

function deployment(image: string, resolutionSeconds: number): object {
  const args = [
    '--cert-dir=/tmp',
    '--secure-port=10250',
    '--kubelet-insecure-tls',
    '--kubelet-preferred-address-types=InternalIP,ExternalIP,Hostname',
    `--metric-resolution=${resolutionSeconds}s`,
    `--kubelet-request-timeout=${Math.max(1, Math.floor(resolutionSeconds * 0.8))}s`,
  ];
  const container = {
    name,
    image,
    imagePullPolicy: 'IfNotPresent',
    args,
    ports: [{ name: 'https', containerPort: 10250 }],
    readinessProbe: {
      httpGet: { path: '/readyz', port: 'https', scheme: 'HTTPS' },
      periodSeconds: 1,
      failureThreshold: 30,
    },
    resources: { requests: { cpu: '50m', memory: '64Mi' } },
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      runAsNonRoot: true,
      runAsUser: 1000,
      capabilities: { drop: ['ALL'] },
      seccompProfile: { type: 'RuntimeDefault' },
    },
    volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
  };
  const spec = {
    serviceAccountName: name,
    priorityClassName: 'system-cluster-critical',
    tolerations: [{ key: 'node-role.kubernetes.io/control-plane', operator: 'Exists', effect: 'NoSchedule' }],
    containers: [container],
    volumes: [{ name: 'tmp', emptyDir: {} }],
  };
  return { replicas: 1, selector: { matchLabels: labels }, template: { metadata: { labels }, spec } };
}

function permissions(): readonly object[] {
  const rbac = 'rbac.authorization.k8s.io';
  const version = `${rbac}/v1`;
  const subjects = [{ kind: 'ServiceAccount', name, namespace }];
  const bind = (kind: string, as: string, roleKind: string, role: string, space?: string): object => ({
    apiVersion: version,
    kind,
    metadata: { name: as, ...(space === undefined ? {} : { namespace: space }), labels },
    roleRef: { apiGroup: rbac, kind: roleKind, name: role },
    subjects,
  });
  return [
    {
      apiVersion: version,
      kind: 'ClusterRole',
      metadata: { name: 'system:metrics-server', labels },
      rules: [
        { apiGroups: [''], resources: ['nodes/metrics'], verbs: ['get'] },
        { apiGroups: [''], resources: ['pods', 'nodes'], verbs: ['get', 'list', 'watch'] },
      ],
    },
    bind('RoleBinding', 'metrics-server-auth-reader', 'Role', 'extension-apiserver-authentication-reader', namespace),
    bind('ClusterRoleBinding', 'metrics-server:system:auth-delegator', 'ClusterRole', 'system:auth-delegator'),
    bind('ClusterRoleBinding', 'system:metrics-server', 'ClusterRole', 'system:metrics-server'),
  ];
}
