import type { RedisHosting } from '../../ports/redis-probe.js';
import type { KubeObject } from './objects.js';
import { nodeFiles, paths } from './redis-scripts.js';

export const CLIENT_LABEL = 'redis-client';
export const CLIENT_PORT = 6379;
export const BUS_PORT = 16_379;
/** A user that exists in no image, so that the volume's owner is the same whichever image is used. */
const USER = 999;

type Manifest = KubeObject & Readonly<Record<string, unknown>>;

export function labelsOf({ name }: RedisHosting): Readonly<Record<string, string>> {
  return {
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/component': 'redis',
    'app.kubernetes.io/managed-by': 'scale-gate',
  };
}

/** Everything that the nodes are made of, in the order in which it is applied. */
export function nodeObjects(hosting: RedisHosting): readonly Manifest[] {
  const { namespace, name } = hosting;
  const metadata = { name, namespace, labels: labelsOf(hosting) };
  const selector = { matchLabels: { 'app.kubernetes.io/name': name, 'app.kubernetes.io/component': 'redis' } };
  return [
    { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: nodeFiles(hosting) },
    { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata, spec: access(selector) },
    { apiVersion: 'v1', kind: 'Service', metadata, spec: service(selector.matchLabels) },
    { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata, spec: { maxUnavailable: 1, selector } },
    { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata, spec: statefulSet(hosting, selector) },
  ];
}

interface LabelSelector {
  readonly matchLabels: Readonly<Record<string, string>>;
}

/** Clients by label on the client port; the nodes among themselves on both; nobody else. */
function access(selector: LabelSelector): unknown {
  const client = { protocol: 'TCP', port: CLIENT_PORT };
  return {
    podSelector: selector,
    policyTypes: ['Ingress'],
    ingress: [
      { from: [{ podSelector: { matchLabels: { [CLIENT_LABEL]: 'true' } } }], ports: [client] },
      { from: [{ podSelector: selector }], ports: [client, { protocol: 'TCP', port: BUS_PORT }] },
    ],
  };
}

/** Headless, and also for nodes that are not ready: they have to find each other in order to become it. */
function service(selector: Readonly<Record<string, string>>): unknown {
  return {
    clusterIP: 'None',
    publishNotReadyAddresses: true,
    selector,
    ports: [
      { name: 'client', port: CLIENT_PORT },
      { name: 'bus', port: BUS_PORT },
    ],
  };
}

function statefulSet(hosting: RedisHosting, selector: LabelSelector): unknown {
  return {
    serviceName: hosting.name,
    replicas: hosting.nodes,
    podManagementPolicy: 'Parallel',
    persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete', whenScaled: 'Delete' },
    selector,
    template: { metadata: { labels: labelsOf(hosting) }, spec: podSpec(hosting, selector) },
    volumeClaimTemplates: [
      {
        metadata: { name: 'data' },
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: hosting.storage } } },
      },
    ],
  };
}

function podSpec(hosting: RedisHosting, selector: LabelSelector): unknown {
  const { name, auth } = hosting;
  return {
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    terminationGracePeriodSeconds: 30,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: USER,
      runAsGroup: USER,
      fsGroup: USER,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    affinity: {
      podAntiAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [
          { weight: 100, podAffinityTerm: { topologyKey: 'kubernetes.io/hostname', labelSelector: selector } },
        ],
      },
    },
    containers: [container(hosting)],
    volumes: [
      { name: 'scripts', configMap: { name } },
      { name: 'run', emptyDir: { medium: 'Memory', sizeLimit: '1Mi' } },
      ...tlsVolume(hosting),
      auth === undefined
        ? { name: 'auth', emptyDir: { medium: 'Memory', sizeLimit: '1Mi' } }
        : {
            name: 'auth',
            secret: { secretName: auth.secret, items: [{ key: auth.key, path: 'password' }], defaultMode: 0o440 },
          },
    ],
  };
}

/** The certificate of nodes and probe; readable for the group that owns the files. */
function tlsVolume({ tls }: RedisHosting): readonly unknown[] {
  return tls === undefined ? [] : [{ name: 'tls', secret: { secretName: tls, defaultMode: 0o440 } }];
}

function tlsMount({ tls }: RedisHosting): readonly unknown[] {
  return tls === undefined ? [] : [{ name: 'tls', mountPath: paths.tls, readOnly: true }];
}

function script(file: string): { readonly exec: { readonly command: readonly string[] } } {
  return { exec: { command: ['sh', `${paths.scripts}/${file}`] } };
}

function container(hosting: RedisHosting): unknown {
  const { image, memory } = hosting;
  return {
    name: 'redis',
    image,
    command: ['sh', `${paths.scripts}/start.sh`],
    env: [{ name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } }],
    ports: [
      { name: 'client', containerPort: CLIENT_PORT },
      { name: 'bus', containerPort: BUS_PORT },
    ],
    resources: { requests: { cpu: '20m', memory: '32Mi' }, limits: { memory } },
    securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
    readinessProbe: { ...script('ready.sh'), periodSeconds: 5, timeoutSeconds: 5, failureThreshold: 2 },
    livenessProbe: {
      ...script('alive.sh'),
      periodSeconds: 15,
      timeoutSeconds: 5,
      failureThreshold: 4,
      initialDelaySeconds: 20,
    },
    lifecycle: { preStop: script('stop.sh') },
    volumeMounts: [
      { name: 'data', mountPath: paths.data },
      { name: 'scripts', mountPath: paths.scripts },
      { name: 'run', mountPath: paths.run },
      { name: 'auth', mountPath: paths.auth, readOnly: true },
      ...tlsMount(hosting),
    ],
  };
}

export function probeName({ name }: RedisHosting): string {
  return `${name}-probe`;
}

/** A plain Node.js container that waits to be asked; the probe's bundle is mounted, its password comes by the Secret. */
export function probeObjects(hosting: RedisHosting, bundle: string): readonly Manifest[] {
  const { namespace, probeImage, auth } = hosting;
  const labels = { ...labelsOf(hosting), 'app.kubernetes.io/component': 'redis-probe', [CLIENT_LABEL]: 'true' };
  const metadata = { name: probeName(hosting), namespace, labels };
  const idle = "process.on('SIGTERM', () => process.exit(0)); setInterval(() => {}, 1e9)";
  const password =
    auth === undefined
      ? []
      : [{ name: 'REDIS_PASSWORD', valueFrom: { secretKeyRef: { name: auth.secret, key: auth.key } } }];
  return [
    { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { 'probe.mjs': bundle } },
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata,
      spec: {
        automountServiceAccountToken: false,
        enableServiceLinks: false,
        restartPolicy: 'Always',
        terminationGracePeriodSeconds: 1,
        securityContext: {
          runAsNonRoot: true,
          runAsUser: USER,
          runAsGroup: USER,
          fsGroup: USER,
          seccompProfile: { type: 'RuntimeDefault' },
        },
        containers: [
          {
            name: 'probe',
            image: probeImage,
            command: ['node', '-e', idle],
            env: [...password, ...(hosting.tls === undefined ? [] : [{ name: 'REDIS_TLS', value: paths.tls }])],
            resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '384Mi' } },
            securityContext: {
              allowPrivilegeEscalation: false,
              readOnlyRootFilesystem: true,
              capabilities: { drop: ['ALL'] },
            },
            volumeMounts: [{ name: 'probe', mountPath: '/probe', readOnly: true }, ...tlsMount(hosting)],
          },
        ],
        volumes: [{ name: 'probe', configMap: { name: probeName(hosting) } }, ...tlsVolume(hosting)],
      },
    },
  ];
}
