import path from 'node:path';
import { GateError } from '../../domain/error.js';
import type { Owned } from '../../domain/owned.js';
import type { Commands } from '../../ports/commands.js';
import type { Remover } from '../../ports/removers.js';

type Cluster = Extract<Owned, { readonly type: 'kind-cluster' }>;

/** What kind puts on every container of a cluster. */
const clusterLabel = 'io.x-k8s.kind.cluster';
const commandMs = 45_000;

export interface ClusterRemoverPorts {
  readonly commands: Commands;
  /** A folder of ours. kind locks the kubeconfig that it edits and never breaks a stale lock, so it gets one of its own. */
  readonly folder: string;
}

/**
 * Deletes a kind cluster from its name alone. kind is asked first; what it leaves, because it is missing, hangs or was
 * never finished, is found by kind's label on the containers. The network `kind` is shared, and stays.
 */
export function clusterRemover({ commands, folder }: ClusterRemoverPorts): Remover<Cluster> {
  const isGone = async ({ name }: Cluster, signal: AbortSignal): Promise<boolean> => {
    for (const [list] of leftovers(name)) {
      if ((await idsOf(commands, list, signal)).length > 0) return false;
    }
    return true;
  };
  return {
    async remove({ name, type }, signal) {
      // Of what is not there kind is not asked: it might have to be downloaded first.
      if (await isGone({ name, type }, signal)) return;
      await askKind(commands, folder, name, signal);
      for (const [list, remove] of leftovers(name)) {
        const ids = await idsOf(commands, list, signal);
        if (ids.length > 0) await docker(commands, [...remove, ...ids], signal);
      }
    },
    isGone,
  };
}

function leftovers(name: string): readonly (readonly [list: string[], remove: string[]])[] {
  const filter = `--filter=label=${clusterLabel}=${name}`;
  return [
    [
      ['ps', '--all', '--quiet', filter],
      ['rm', '--force', '--volumes'],
    ],
    [
      ['volume', 'ls', '--quiet', filter],
      ['volume', 'rm', '--force'],
    ],
  ];
}

/** Its failure is no failure of ours: the label finds what it left. */
async function askKind(commands: Commands, folder: string, name: string, signal: AbortSignal): Promise<void> {
  const args = ['delete', 'cluster', `--name=${name}`, `--kubeconfig=${path.join(folder, `${name}.deleted`)}`];
  try {
    await commands.run('kind', args, { deadlineMs: commandMs / 2, signal });
  } catch (error) {
    if (!(error instanceof GateError) || error.code === 'CANCELLED') throw error;
  }
}

async function idsOf(commands: Commands, args: readonly string[], signal: AbortSignal): Promise<string[]> {
  return (await docker(commands, args, signal)).split('\n').filter((line) => line.trim() !== '');
}

async function docker(commands: Commands, args: readonly string[], signal: AbortSignal): Promise<string> {
  const { exitCode, stdout, stderr } = await commands.run('docker', args, { deadlineMs: commandMs, signal });
  if (exitCode === 0) return stdout;
  throw new GateError('ENGINE_MISSING', `docker ${args[0]} ended with ${exitCode}: ${stderr.trim()}`, {
    hint: 'Start the container engine, then run scale-gate cleanup.',
  });
}
