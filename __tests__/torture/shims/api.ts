import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How an answer of the API server goes wrong. */
export type ApiFault =
  | 'resets the connection'
  | 'never answers'
  | 'answers after 2 s'
  | 'answers 500'
  | 'answers 429'
  | 'answers 401'
  | 'answers 410'
  | 'answers garbage'
  | 'answers nothing'
  | 'answers half';

export const apiFaults: readonly ApiFault[] = [
  'resets the connection',
  'never answers',
  'answers after 2 s',
  'answers 500',
  'answers 429',
  'answers 401',
  'answers 410',
  'answers garbage',
  'answers nothing',
  'answers half',
];

type Json = Record<string, unknown>;

const plurals: Readonly<Record<string, string>> = {
  Ingress: 'ingresses',
  IngressClass: 'ingressclasses',
  NetworkPolicy: 'networkpolicies',
};
const clusterWide = ['Namespace', 'ClusterRole', 'ClusterRoleBinding', 'APIService', 'IngressClass'];
const known: Readonly<Record<string, readonly string[]>> = {
  '/api/v1': ['Namespace', 'Pod', 'Service', 'Secret', 'ConfigMap', 'ServiceAccount'],
  '/apis/apps/v1': ['Deployment', 'ReplicaSet'],
  '/apis/networking.k8s.io/v1': ['Ingress', 'IngressClass', 'NetworkPolicy'],
  '/apis/autoscaling/v2': ['HorizontalPodAutoscaler'],
  '/apis/rbac.authorization.k8s.io/v1': ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'],
  '/apis/apiregistration.k8s.io/v1': ['APIService'],
};
const ready = [
  { type: 'Ready', status: 'True' },
  { type: 'PodScheduled', status: 'True' },
];

/** As much of an API server as provision and deploy ask for: what is applied is there, and runs at once. */
export class FakeApi {
  /** What goes wrong, from the n-th matching request on; set before a run. */
  fault: { readonly match: RegExp; readonly kind: ApiFault; readonly lasting: boolean } | undefined;
  happened = false;
  readonly asked: string[] = [];
  readonly #objects = new Map<string, Json>();
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => this.#answer(request, response, Buffer.concat(chunks).toString()));
    });
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer({ method = '', url = '' }: IncomingMessage, response: ServerResponse, body: string): void {
    const line = `${method} ${url.split('?')[0] ?? ''}`;
    this.asked.push(line);
    const right = (): void => {
      const found = this.#found(method, url, body);
      response.writeHead(found === undefined ? 404 : 200).end(JSON.stringify(found ?? { message: `no ${url}` }));
    };
    const { fault } = this;
    if (fault === undefined || !fault.match.test(line) || (this.happened && !fault.lasting)) right();
    else {
      this.happened = true;
      wrong(fault.kind, response, right);
    }
  }

  #found(method: string, url: string, body: string): Json | undefined {
    const path = url.split('?')[0] ?? '';
    if (method === 'PATCH') return this.#apply(path, JSON.parse(body) as Json);
    if (path === '/version') return { gitVersion: 'v1.34.4' };
    if (known[path] !== undefined) return { resources: known[path].map(resourceOf) };
    if (path === '/api/v1/nodes') return items({ metadata: { name: 'node' }, status: { conditions: ready } });
    if (/\/(coredns|metrics-server|traefik)$/.test(path))
      return { spec: { replicas: 1 }, status: { readyReplicas: 1 } };
    if (path.endsWith('/storageclasses')) return items(standard);
    if (path === '/apis/metrics.k8s.io/v1beta1/pods') return items(usage);
    if (path.endsWith('/endpointslices'))
      return items({ endpoints: [{ addresses: ['10.0.0.1'], conditions: { ready: true } }] });
    if (path.endsWith('/replicasets')) return items(...this.#ofKind('deployments').map(setOf));
    if (path.endsWith('/pods')) return items(...this.#ofKind('deployments').map(podOf));
    if (path.endsWith('/services')) return items(...this.#ofKind('services'));
    return this.#objects.get(path) ?? (/\/[a-z]+s$/.test(path) ? items() : undefined);
  }

  #apply(path: string, object: Json): Json {
    const metadata = { ...(object['metadata'] as Json), uid: path, generation: 1 };
    const spec = object['spec'] as { readonly replicas?: number } | undefined;
    const replicas = spec?.replicas ?? 1;
    const status = { observedGeneration: 1, replicas, readyReplicas: replicas, updatedReplicas: replicas };
    const stored = { ...object, metadata, status };
    this.#objects.set(path, stored);
    return stored;
  }

  #ofKind(plural: string): readonly Json[] {
    return [...this.#objects]
      .filter(([path]) => path.includes('/shop/') && path.includes(`/${plural}/`))
      .map(([, object]) => object);
  }
}

const standard = {
  metadata: { name: 'standard', annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
};
const usage = {
  metadata: { name: 'etcd', namespace: 'kube-system' },
  containers: [{ name: 'etcd', usage: { cpu: '9m' } }],
};

function items(...list: readonly unknown[]): Json {
  return { metadata: {}, items: list };
}

function resourceOf(kind: string): Json {
  const name = plurals[kind] ?? `${kind.toLowerCase()}s`;
  return { name, kind, namespaced: !clusterWide.includes(kind) };
}

function setOf({ metadata }: Json): Json {
  const { uid, name } = metadata as { uid: string; name: string };
  return {
    metadata: { name, uid: `set-${uid}`, ownerReferences: [{ uid, kind: 'Deployment', name, controller: true }] },
  };
}

function podOf({ metadata }: Json): Json {
  const { uid, name } = metadata as { uid: string; name: string };
  const image = { name, image: 'shop:1', imageID: 'sha256:aaa', restartCount: 0, ready: true, state: { running: {} } };
  return {
    metadata: {
      name: `${name}-1`,
      namespace: 'shop',
      ownerReferences: [{ uid: `set-${uid}`, kind: 'ReplicaSet', name, controller: true }],
    },
    spec: { nodeName: 'node', containers: [{ name, image: 'shop:1' }] },
    status: { startTime: '2026-11-22T00:00:00Z', conditions: ready, containerStatuses: [image] },
  };
}

function wrong(kind: ApiFault, response: ServerResponse, right: () => void): void {
  const status = /^answers (\d{3})$/.exec(kind)?.[1];
  if (status !== undefined) {
    response
      .writeHead(Number(status))
      .end(JSON.stringify({ reason: 'Fault', message: 'etcdserver: request timed out' }));
    return;
  }
  if (kind === 'never answers') return;
  if (kind === 'answers after 2 s') return void setTimeout(right, 2_000);
  if (kind === 'answers garbage') return void response.writeHead(200).end('<html>##[error]sign in</html>');
  if (kind === 'answers nothing') return void response.writeHead(200).end();
  if (kind === 'answers half') {
    response.writeHead(200, { 'content-length': '1000' }).write('{"items": [');
    setTimeout(() => response.destroy(), 50);
    return;
  }
  response.destroy();
}
