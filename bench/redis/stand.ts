import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { clock, localGround, pulse } from '../../__tests__/integration/redis/local-ground.js';
import { LocalServers } from '../../__tests__/integration/redis/servers.js';
import type { KubeClient } from '../../src/adapters/kubernetes/client.js';
import { runInPod } from '../../src/adapters/kubernetes/exec.js';
import { kubernetesRedisGrounds } from '../../src/adapters/kubernetes/redis-grounds.js';
import type { MachineShell } from '../../src/ports/machine-shell.js';
import type { RedisGround, RedisHosting } from '../../src/ports/redis-probe.js';
import { type Machines, threeMachines } from './machines.js';

const run = promisify(execFile);

/** Twelve nodes, a way to run redis-cli beside them, and a way to leave nothing behind. */
export interface Stand {
  readonly where: string;
  readonly ground: RedisGround;
  redisCli(args: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** A stand in a namespace of a kind cluster: what end-to-end tests ask for besides. */
export interface KindStand extends Stand {
  readonly client: KubeClient;
  readonly hosting: RedisHosting;
}

/** A command on a kind node. */
const shell: MachineShell = (machine, args) =>
  new Promise((resolve) => {
    execFile('docker', ['exec', machine, ...args], (error, stdout, stderr) => {
      const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ exitCode, stdout, stderr });
    });
  });

export async function localStand(): Promise<Stand> {
  const servers = new LocalServers({ count: 12 });
  await servers.start();
  const ground = localGround(servers);
  return {
    where: 'twelve servers of this machine',
    ground,
    redisCli: async (args) => void (await run('redis-cli', [...args])),
    async close() {
      await ground.probe.close();
      await servers.stop();
    },
  };
}

/** A kind cluster of its own for one stand; `dist/probe` has to be built. */
export async function kindStand(image: string): Promise<KindStand> {
  const machines = await threeMachines([image, 'node:24-slim']);
  try {
    const stand = await standOn(machines, image, 'bench');
    return { ...stand, close: () => stand.ground.probe.close().then(machines.close) };
  } catch (error) {
    await machines.close();
    throw error;
  }
}

/** Twelve nodes in a new namespace; closing it takes the namespace and its volumes away at once. */
export async function standOn(machines: Machines, image: string, namespace: string): Promise<KindStand> {
  const { client } = machines;
  await client.create('/api/v1/namespaces', { metadata: { name: namespace } });
  const grounds = kubernetesRedisGrounds({
    client,
    clock,
    bundle: async () => readFileSync('dist/probe/index.js', 'utf8'),
    pulse,
    shell,
  });
  const hosting = hostingOf(image, namespace);
  const ground = await grounds.create(hosting, AbortSignal.timeout(240_000));
  return {
    where: `three kind nodes, ${image}`,
    ground,
    client,
    hosting,
    async redisCli(args) {
      const pod = { namespace, pod: 'redis-0', container: 'redis' };
      const { exitCode, stdout, stderr } = await runInPod(client, pod, ['redis-cli', ...args]);
      if (exitCode !== 0) throw new Error(`redis-cli: exit ${exitCode}: ${stdout.slice(-300)} ${stderr}`);
    },
    async close() {
      await ground.probe.close();
      await machines.clear(namespace);
    },
  };
}

function hostingOf(image: string, namespace: string): RedisHosting {
  return {
    namespace,
    name: 'redis',
    image,
    probeImage: 'node:24-slim',
    nodes: 12,
    auth: undefined,
    tls: undefined,
    storage: '1Gi',
    memory: '128Mi',
    maxmemory: '64mb',
    maxmemoryPolicy: 'noeviction',
    nodeTimeout: 5000,
    requireFullCoverage: false,
  };
}
