import { execFile, execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { KubeClient } from '../../src/adapters/kubernetes/client.js';

const run = promisify(execFile);

/** A kind cluster of three nodes. */
export interface Machines {
  readonly client: KubeClient;
  /** Deletes a namespace with its pods, giving them no time to say good-bye, and waits until they are gone. */
  clear(namespace: string): Promise<void>;
  close(): Promise<void>;
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

export async function threeMachines(images: readonly string[]): Promise<Machines> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-redis-'));
  const name = `bench-redis-${randomBytes(3).toString('hex')}`;
  const kubeconfig = path.join(folder, 'kubeconfig');
  const kind = (...args: string[]) => run('kind', [...args, '--name', name, '--kubeconfig', kubeconfig]);
  const remove = async (): Promise<void> => {
    await kind('delete', 'cluster');
    rmSync(folder, { recursive: true, force: true });
  };
  const config = path.join(folder, 'kind.yaml');
  writeFileSync(config, shape);
  try {
    await kind('create', 'cluster', '--image', 'kindest/node:v1.34.4', '--config', config);
    await loadImages(folder, name, images);
    const client = await KubeClient.open(kubeconfig);
    const close = async (): Promise<void> => {
      client.close();
      await remove();
    };
    return { client, close, clear: (namespace) => clear(client, namespace) };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function clear(client: KubeClient, namespace: string): Promise<void> {
  const core = `/api/v1/namespaces/${namespace}`;
  await client.delete(core);
  await client.delete(`/apis/apps/v1/namespaces/${namespace}/statefulsets`);
  await client.delete(`${core}/pods?gracePeriodSeconds=0`);
  while ((await client.get(core)) !== undefined) await sleep(250);
}

async function loadImages(folder: string, name: string, images: readonly string[]): Promise<void> {
  const archive = path.join(folder, 'images.tar');
  await run('docker', ['save', ...images, '--output', archive]);
  const nodes = execFileSync('kind', ['get', 'nodes', '--name', name], { encoding: 'utf8' }).trim().split('\n');
  const words = ['ctr', '--namespace', 'k8s.io', 'images', 'import', '--all-platforms', '-'];
  for (const node of nodes) {
    execFileSync('docker', ['exec', '--interactive', node, ...words], {
      input: readFileSync(archive),
      stdio: ['pipe', 'ignore', 'inherit'],
    });
  }
}
