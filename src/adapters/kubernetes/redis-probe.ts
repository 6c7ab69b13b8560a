import { PassThrough } from 'node:stream';
import { GateError } from '../../domain/error.js';
import type { Clock } from '../../ports/clock.js';
import type { Pulse } from '../../ports/pulse.js';
import type { NodeAddress } from '../../ports/redis-nodes.js';
import type { OpenOutside, RedisLogin } from '../../ports/redis-outside.js';
import type { RedisHosting, RedisProbe } from '../../ports/redis-probe.js';
import { isRefusal, type KubeClient, type Refusal } from './client.js';
import { execInPod } from './exec.js';
import type { KubeObject, Pod } from './objects.js';
import { troubleOf } from './pods.js';
import type { ProbeLink } from './redis-channel.js';
import { podDoors } from './redis-forward.js';
import { probeName, probeObjects } from './redis-objects.js';
import { remoteProbe } from './redis-remote.js';

export interface ProbeOptions {
  readonly client: KubeClient;
  readonly clock: Clock;
  /** Text of the probe's bundle: `dist/probe/index.js`. Under 1 MB, to fit into a ConfigMap. */
  readonly bundle: () => Promise<string>;
  /** A probe in this process, for clusters in which no pod of ours is allowed. */
  readonly outside?: OpenOutside;
  /** This process' own pulse. */
  readonly pulse?: Pulse;
}

const PROBE_MS = 120_000;
const LOOK_MS = 200;
/** What a ConfigMap holds, less a little for its other fields. */
const MAX_BUNDLE = 1_000_000;

/** A pod beside the nodes; where the cluster refuses one, connections from here through the API server. */
export async function openProbe(
  options: ProbeOptions,
  hosting: RedisHosting,
  signal: AbortSignal,
): Promise<RedisProbe> {
  const { client, clock, bundle, outside } = options;
  const objects = probeObjects(hosting, checked(await bundle()));
  const remove = (): Promise<void> => removeAll(client, hosting, objects);
  const refusal = await firstRefusal(client, objects, signal);
  if (refusal !== undefined) {
    await remove();
    if (outside !== undefined) return openOutside(client, hosting, outside, signal);
    throw new GateError(
      'API_REFUSED',
      `the probe pod ${hosting.namespace}/${probeName(hosting)} was refused: ${refusal.message}`,
      {
        hint: 'Allow a pod with no privileges in this namespace: look at quota and admission policies.',
      },
    );
  }
  try {
    await awaitRunning(client, clock, hosting, signal);
    return await connectProbe(options, hosting, remove, signal);
  } catch (error) {
    await remove().catch(() => undefined);
    throw error;
  }
}

function checked(bundle: string): string {
  if (bundle.length <= MAX_BUNDLE) return bundle;
  throw new GateError(
    'REDIS_UNREACHABLE',
    `the probe's bundle has ${bundle.length} bytes, a ConfigMap holds ${MAX_BUNDLE}`,
    { hint: 'Build it minified: npm run build.' },
  );
}

async function firstRefusal(
  client: KubeClient,
  objects: readonly KubeObject[],
  signal: AbortSignal,
): Promise<Refusal | undefined> {
  for (const object of objects) {
    const answer = await client.apply(object, { signal });
    if (isRefusal(answer)) return answer;
  }
  return undefined;
}

async function removeAll(client: KubeClient, hosting: RedisHosting, objects: readonly KubeObject[]): Promise<void> {
  for (const { kind } of objects) {
    await client.delete(
      `/api/v1/namespaces/${hosting.namespace}/${kind === 'Pod' ? 'pods' : 'configmaps'}/${probeName(hosting)}`,
    );
  }
}

async function awaitRunning(
  client: KubeClient,
  clock: Clock,
  hosting: RedisHosting,
  signal: AbortSignal,
): Promise<void> {
  const name = probeName(hosting);
  const deadline = clock.monotonic() + PROBE_MS;
  for (;;) {
    const pod = await client.get<Pod>(`/api/v1/namespaces/${hosting.namespace}/pods/${name}`, { signal });
    const running = pod?.status.containerStatuses?.some(({ state }) => state?.running !== undefined);
    if (running && pod?.metadata.deletionTimestamp === undefined) return;
    const trouble = pod === undefined ? undefined : troubleOf(pod);
    if (trouble?.hopeless || clock.monotonic() > deadline) {
      throw new GateError(
        'REDIS_UNREACHABLE',
        `probe pod ${hosting.namespace}/${name} does not run: ${trouble?.message ?? pod?.status.phase ?? 'absent'}`,
        {
          hint: `Make the image ${hosting.probeImage} available to the cluster, and the Secret of the password.`,
        },
      );
    }
    await clock.sleep(LOOK_MS, signal);
  }
}

async function connectProbe(
  { client, clock, pulse }: ProbeOptions,
  hosting: RedisHosting,
  remove: () => Promise<void>,
  signal: AbortSignal,
): Promise<RedisProbe> {
  const { namespace } = hosting;
  const pod = probeName(hosting);
  const remote = await remoteProbe(() => startProbe(client, namespace, pod), clock, signal);
  const close = async (): Promise<void> => {
    remote.close();
    await remove();
  };
  const pulses = [remote.pulse, ...(pulse === undefined ? [] : [pulse])];
  return { nodes: remote.nodes, load: remote.load, where: `pod ${namespace}/${pod}`, pulses, close };
}

/** One more process of the probe in its pod; it ends with its stdin. */
async function startProbe(client: KubeClient, namespace: string, pod: string): Promise<ProbeLink> {
  const stdin = new PassThrough();
  const session = await execInPod(client, { namespace, pod, container: 'probe' }, ['node', '/probe/probe.mjs'], stdin);
  let complaint = '';
  session.stderr.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-400);
  });
  const ended = session.ended.then(
    (code) => `it ended with ${code} ${complaint}`,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  const close = (): void => {
    stdin.end();
    session.close();
  };
  return { stdin, stdout: session.stdout, ended, close };
}

/** From this machine, with addresses mapped when dialling; the password is read from its Secret and kept in memory. */
async function openOutside(
  client: KubeClient,
  hosting: RedisHosting,
  outside: OpenOutside,
  signal: AbortSignal,
): Promise<RedisProbe> {
  const doors = podDoors(client, hosting.namespace);
  const { nodes, load, pulse } = await outside(await loginOf(client, hosting, signal), doors.dial);
  const close = async (): Promise<void> => {
    await nodes.close();
    doors.close();
  };
  const use = async (addresses: readonly NodeAddress[]): Promise<void> => {
    await doors.use(addresses);
    await nodes.use(addresses);
  };
  return { nodes: { ...nodes, use }, load, where: 'this machine, through the API server', pulses: [pulse], close };
}

async function loginOf(client: KubeClient, hosting: RedisHosting, signal: AbortSignal): Promise<RedisLogin> {
  const { namespace, auth, tls } = hosting;
  const [password, files] = await Promise.all([
    auth === undefined ? undefined : secretOf(client, namespace, auth.secret, [auth.key], signal),
    tls === undefined ? undefined : secretOf(client, namespace, tls, ['ca.crt', 'tls.crt', 'tls.key'], signal),
  ]);
  const [ca = '', cert = '', key = ''] = files ?? [];
  return { password: password?.[0]?.trimEnd(), tls: files === undefined ? undefined : { ca, cert, key } };
}

async function secretOf(
  client: KubeClient,
  namespace: string,
  name: string,
  keys: readonly string[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  const path = `/api/v1/namespaces/${namespace}/secrets/${name}`;
  const secret = await client.get<KubeObject & { readonly data?: Readonly<Record<string, string>> }>(path, { signal });
  return keys.map((key) => {
    const encoded = secret?.data?.[key];
    if (encoded !== undefined) return Buffer.from(encoded, 'base64').toString();
    throw new GateError('REDIS_UNREACHABLE', `Secret ${namespace}/${name} has no key ${key}`, {
      hint: 'Name the Secret and the key of the Redis password (redis-auth-secret), or of its certificate (redis-tls-secret).',
    });
  });
}
