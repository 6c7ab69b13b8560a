import { X509Certificate } from 'node:crypto';
import type { Dialled, RedisHosts } from '../../ports/redis-hosts.js';
import type { NodeAddress } from '../../ports/redis-nodes.js';
import type { KubeClient } from './client.js';
import { runInPod } from './exec.js';
import type { KubeObject, Node } from './objects.js';
import { type Claim, hostedNode, hostingFacts, isNode, type RedisPod, type Surroundings } from './redis-pods.js';

/** Which pods are the Redis nodes. */
export interface RedisPods {
  readonly namespace: string;
  /** Label selector as the API's query has it. */
  readonly selector: string;
  /** Where the Service says that clients go, where there is one. */
  readonly servicePort?: number | string | undefined;
  /** Secret of the nodes' certificate. */
  readonly tls?: string | undefined;
}

/** An API server on a machine that stands still answers late, which is no reason to give a measurement up. */
const patient = (signal: AbortSignal) => ({ signal, timeoutMs: 90_000 });

/** Redis nodes as pods of a namespace. */
export function kubernetesRedisHosts(client: KubeClient, where: RedisPods): RedisHosts {
  const { namespace, selector, servicePort, tls } = where;
  const core = `/api/v1/namespaces/${encodeURIComponent(namespace)}`;
  const pods = async (signal: AbortSignal): Promise<readonly RedisPod[]> =>
    (await client.list<RedisPod>(`${core}/pods`, { labelSelector: selector }, patient(signal))).filter(isNode);
  return {
    async nodes(signal) {
      const [found, claims] = await Promise.all([
        pods(signal),
        client.list<Claim>(`${core}/persistentvolumeclaims`, {}, patient(signal)),
      ]);
      return found
        .map((pod) => hostedNode(pod, claims, servicePort))
        .toSorted((a, b) => ordinal(a.name) - ordinal(b.name));
    },
    async facts(signal) {
      const options = patient(signal);
      const [nodes, found, certificateExpires, budgets, policies] = await Promise.all([
        client.list<Node>('/api/v1/nodes', {}, options),
        pods(signal),
        tls === undefined ? undefined : certificateEnd(client, namespace, tls, signal),
        client.list<Surroundings['budgets'][number]>(
          `/apis/policy/v1/namespaces/${namespace}/poddisruptionbudgets`,
          {},
          options,
        ),
        client.list<Surroundings['policies'][number]>(
          `/apis/networking.k8s.io/v1/namespaces/${namespace}/networkpolicies`,
          {},
          options,
        ),
      ]);
      return { ...hostingFacts({ nodes, pods: found, budgets, policies }), certificateExpires };
    },
    async dial(targets, signal) {
      const found = (await pods(signal)).filter(({ metadata }) => targets.some(({ name }) => name === metadata.name));
      return (await Promise.all(found.map((pod) => dialFrom(client, namespace, pod, targets)))).flat();
    },
  };
}

/** When the certificate in a Secret ends; undefined where we may not read it, or where it is none. */
async function certificateEnd(
  client: KubeClient,
  namespace: string,
  name: string,
  signal: AbortSignal,
): Promise<number | undefined> {
  try {
    const path = `/api/v1/namespaces/${namespace}/secrets/${name}`;
    const secret = await client.get<KubeObject & { readonly data?: Readonly<Record<string, string>> }>(path, {
      signal,
    });
    const pem = Buffer.from(secret?.data?.['tls.crt'] ?? '', 'base64');
    return new X509Certificate(pem).validToDate.getTime();
  } catch {
    return undefined;
  }
}

/** `redis-10` comes after `redis-9`. */
function ordinal(name: string): number {
  return Number(/(\d+)$/.exec(name)?.[1] ?? 0);
}

const DIAL_SECONDS = 3;
/** Opens all connections at once and says which came about; bash's own `/dev/tcp`, for images have no dialler. */
const dialler = `for t; do (exec 3<>"/dev/tcp/\${t%/*}/\${t##*/}" && echo "ok $t" || echo "refused $t") 2>/dev/null & done; wait`;

async function dialFrom(
  client: KubeClient,
  namespace: string,
  pod: RedisPod,
  targets: readonly NodeAddress[],
): Promise<readonly Dialled[]> {
  const from = pod.metadata.name;
  const pairs = targets
    .filter(({ name }) => name !== from)
    .flatMap((to) => [to.port, to.busPort ?? to.port + 10_000].map((port) => ({ to, port })));
  const names = pairs.map(({ to, port }) => `${to.host}/${port}`);
  const target = { namespace, pod: from, container: pod.spec.containers[0]?.name ?? 'redis' };
  const { stdout, stderr } = await runInPod(client, target, [
    'timeout',
    String(DIAL_SECONDS),
    'bash',
    '-c',
    dialler,
    'dial',
    ...names,
  ]);
  // No bash, no timeout, no answer at all: nothing was dialled, which is not the same as blocked.
  if (stdout === '' && stderr !== '') return [];
  const lines = new Set(stdout.split('\n'));
  return pairs.map(({ to, port }, index) => {
    const said = lines.has(`ok ${names[index]}`)
      ? undefined
      : lines.has(`refused ${names[index]}`)
        ? 'refused'
        : `no answer within ${DIAL_SECONDS} s`;
    return { from, to: to.name, port, failure: said };
  });
}
