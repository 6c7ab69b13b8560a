import { execFile, execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { clock, localGround } from '../../__tests__/integration/redis/local-ground.js';
import { LocalServers } from '../../__tests__/integration/redis/servers.js';
import { KubeClient } from '../../src/adapters/kubernetes/client.js';
import { runInPod } from '../../src/adapters/kubernetes/exec.js';
import { kubernetesRedisGrounds } from '../../src/adapters/kubernetes/redis-grounds.js';
import type { MachineShell } from '../../src/ports/machine-shell.js';
import type { RedisGround, RedisHosting } from '../../src/ports/redis-probe.js';

const run = promisify(execFile);

/** Twelve nodes, a way to run redis-cli beside them, and a way to leave nothing behind. */
export interface Stand {
  readonly where: string;
  readonly ground: RedisGround;
  redisCli(args: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** A kind cluster beneath a stand: what end-to-end tests ask for besides. */
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

const shape = `kind: Cluster
apiVersion: kind.x-k8s.io/v1alpha4
nodes:
- role: control-plane
  kubeadmConfigPatches:
  - |
    kind: InitConfiguration
    nodeRegistration: { taints: [] }
- role: worker
- role: worker
`;

/** A kind cluster of three nodes; `dist/probe` has to be built. */
export async function kindStand(image: string): Promise<KindStand> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-redis-'));
  const name = `bench-redis-${randomBytes(3).toString('hex')}`;
  const kubeconfig = path.join(folder, 'kubeconfig');
  const kind = (...args: string[]) => run('kind', [...args, '--name', name]);
  const remove = async (): Promise<void> => {
    await kind('delete', 'cluster', '--kubeconfig', kubeconfig);
    rmSync(folder, { recursive: true, force: true });
  };
  writeFileSync(path.join(folder, 'kind.yaml'), shape);
  try {
    await kind(
      'create',
      'cluster',
      '--image',
      'kindest/node:v1.34.4',
      '--config',
      path.join(folder, 'kind.yaml'),
      '--kubeconfig',
      kubeconfig,
    );
    await loadImages(folder, name, [image, 'node:24-slim']);
    const client = await KubeClient.open(kubeconfig);
    await client.create('/api/v1/namespaces', { metadata: { name: 'bench' } });
    const grounds = kubernetesRedisGrounds({
      client,
      clock,
      bundle: async () => readFileSync('dist/probe/index.js', 'utf8'),
      shell,
    });
    const ground = await grounds.create(hosting(image), AbortSignal.timeout(120_000));
    return {
      where: `three kind nodes, ${image}`,
      ground,
      client,
      hosting: hosting(image),
      async redisCli(args) {
        const { exitCode, stdout, stderr } = await runInPod(
          client,
          { namespace: 'bench', pod: 'redis-0', container: 'redis' },
          ['redis-cli', ...args],
        );
        if (exitCode !== 0) throw new Error(`redis-cli: exit ${exitCode}: ${stdout.slice(-300)} ${stderr}`);
      },
      async close() {
        await ground.probe.close();
        client.close();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

function hosting(image: string): RedisHosting {
  return {
    namespace: 'bench',
    name: 'redis',
    image,
    probeImage: 'node:24-slim',
    nodes: 12,
    auth: undefined,
    storage: '1Gi',
    memory: '128Mi',
    maxmemory: '64mb',
    maxmemoryPolicy: 'noeviction',
    nodeTimeout: 5000,
    requireFullCoverage: false,
  };
}

async function loadImages(folder: string, name: string, images: readonly string[]): Promise<void> {
  const archive = path.join(folder, 'images.tar');
  await run('docker', ['save', ...images, '--output', archive]);
  const nodes = execFileSync('kind', ['get', 'nodes', '--name', name], { encoding: 'utf8' }).trim().split('\n');
  for (const node of nodes) {
    execFileSync(
      'docker',
      ['exec', '--interactive', node, 'ctr', '--namespace', 'k8s.io', 'images', 'import', '--all-platforms', '-'],
      { input: readFileSync(archive), stdio: ['pipe', 'ignore', 'inherit'] },
    );
  }
}
