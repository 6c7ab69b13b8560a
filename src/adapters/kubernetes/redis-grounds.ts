import { PassThrough } from 'node:stream';
import { GateError } from '../../domain/error.js';
import type { Clock } from '../../ports/clock.js';
import type { MachineShell } from '../../ports/machine-shell.js';
import type { RedisGround, RedisGrounds, RedisHosting, RedisProbe } from '../../ports/redis-probe.js';
import { isRefusal, type KubeClient } from './client.js';
import { execInPod } from './exec.js';
import type { KubeObject, Pod, WorkloadObject } from './objects.js';
import { selectorQuery } from './objects.js';
import { troubleOf } from './pods.js';
import { probeChannel } from './redis-channel.js';
import { kubernetesRedisFaults } from './redis-faults.js';
import { kubernetesRedisHosts } from './redis-hosts.js';
import { nodeObjects, probeName, probeObjects } from './redis-objects.js';

export interface RedisGroundsOptions {
  readonly client: KubeClient;
  readonly clock: Clock;
  /** Text of the probe's bundle: `dist/probe/index.js`. Under 1 MB, to fit into a ConfigMap. */
  readonly bundle: () => Promise<string>;
  /** Command on a machine of the cluster, where there is a way; without it nothing is killed, hung or partitioned. */
  readonly shell?: MachineShell;
}

const PROBE_MS = 120_000;
const LOOK_MS = 200;
/** What a ConfigMap holds, less a little for its other fields. */
const MAX_BUNDLE = 1_000_000;

/** Redis Clusters as StatefulSets, and the probe as a pod beside them. */
export function kubernetesRedisGrounds(options: RedisGroundsOptions): RedisGrounds {
  const open = async (
    hosting: RedisHosting,
    signal: AbortSignal,
    objects: readonly KubeObject[],
  ): Promise<RedisGround> => {
    const { client, shell } = options;
    await applyAll(client, objects, signal);
    const [probe, workload] = await Promise.all([
      startProbe(options, hosting, signal),
      workloadOf(client, hosting, signal),
    ]);
    const pods = { namespace: hosting.namespace, selector: selectorQuery(workload.spec.selector ?? {}) };
    return {
      hosts: kubernetesRedisHosts(client, pods),
      faults: kubernetesRedisFaults(client, pods, hosting.name, shell),
      probe,
    };
  };
  return {
    create: (hosting, signal) => open(hosting, signal, nodeObjects(hosting)),
    find: (hosting, signal) => open(hosting, signal, []),
  };
}

async function applyAll(client: KubeClient, objects: readonly KubeObject[], signal: AbortSignal): Promise<void> {
  for (const object of objects) {
    const answer = await client.apply(object, { signal });
    if (!isRefusal(answer)) continue;
    throw new GateError(
      'API_REFUSED',
      `${object.kind} ${object.metadata.namespace}/${object.metadata.name} was refused: ${answer.message}`,
      {
        hint: 'Look at the message: quota, admission policy or the storage class may forbid it.',
      },
    );
  }
}

async function workloadOf(
  client: KubeClient,
  { namespace, name }: RedisHosting,
  signal: AbortSignal,
): Promise<WorkloadObject> {
  const found = await client.get<WorkloadObject>(`/apis/apps/v1/namespaces/${namespace}/statefulsets/${name}`, {
    signal,
  });
  if (found !== undefined) return found;
  throw new GateError('REDIS_UNREACHABLE', `there is no StatefulSet ${namespace}/${name}`, {
    hint: 'Name the StatefulSet of the Redis nodes (redis-name), or let the gate create one (redis-mode: create).',
  });
}

async function startProbe(
  { client, clock, bundle }: RedisGroundsOptions,
  hosting: RedisHosting,
  signal: AbortSignal,
): Promise<RedisProbe> {
  const text = await bundle();
  if (text.length > MAX_BUNDLE) {
    throw new GateError(
      'REDIS_UNREACHABLE',
      `the probe's bundle has ${text.length} bytes, a ConfigMap holds ${MAX_BUNDLE}`,
      { hint: 'Build it minified: npm run build.' },
    );
  }
  const objects = probeObjects(hosting, text);
  await applyAll(client, objects, signal);
  const remove = async (): Promise<void> => {
    for (const { kind } of objects)
      await client.delete(
        `/api/v1/namespaces/${hosting.namespace}/${kind === 'Pod' ? 'pods' : 'configmaps'}/${probeName(hosting)}`,
      );
  };
  try {
    await awaitRunning(client, clock, hosting, signal);
    return await connectProbe(client, hosting, remove);
  } catch (error) {
    await remove().catch(() => undefined);
    throw error;
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
  client: KubeClient,
  hosting: RedisHosting,
  remove: () => Promise<void>,
): Promise<RedisProbe> {
  const { namespace } = hosting;
  const pod = probeName(hosting);
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
  const { nodes, load, ready } = probeChannel(stdin, session.stdout, ended);
  await ready;
  const close = async (): Promise<void> => {
    stdin.end();
    session.close();
    await remove();
  };
  return { nodes, load, where: `pod ${namespace}/${pod}`, close };
}
