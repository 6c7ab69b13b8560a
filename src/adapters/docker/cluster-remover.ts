import { rm } from 'node:fs/promises';
import path from 'node:path';
import { GateError } from '../../domain/error.js';
import type { Owned } from '../../domain/owned.js';
import type { Clock } from '../../ports/clock.js';
import type { Commands } from '../../ports/commands.js';
import type { Remover } from '../../ports/removers.js';
import { clusterLabel } from './cluster-names.js';

type Cluster = Extract<Owned, { readonly type: 'kind-cluster' }>;

const commandMs = 45_000;

/** Nodes are made at the same time; kind needs longer than this for all that it does once they run. */
const madeMs = 10_000;
/**
 * So long nothing may appear. A `docker run` whose client was killed is carried out by the engine all the same, and takes it
 * some ten times as long as a look: an engine that is slow to answer is waited for in proportion, up to a limit that
 * leaves room for the rest of an attempt.
 */
const quietMs = { usual: 6_000, longest: 20_000, looks: 10 } as const;
const lookMs = 300;

export interface ClusterRemoverPorts {
  readonly commands: Commands;
  readonly clock: Clock;
  /** A folder of ours. kind locks the kubeconfig that it edits and never breaks a stale lock, so it gets one of its own. */
  readonly folder: string;
}

/**
 * Deletes a kind cluster from its name alone. kind is asked first; what it leaves, because it is missing, hangs or was
 * never finished, is found by kind's label on the containers. The network `kind` is shared, and stays.
 */
export function clusterRemover(ports: ClusterRemoverPorts): Remover<Cluster> {
  const { commands, folder } = ports;
  const isGone = async ({ name }: Cluster, signal: AbortSignal): Promise<boolean> => {
    for (const [list] of leftovers(name)) {
      if ((await idsOf(commands, list, signal)).length > 0) return false;
    }
    return true;
  };
  return {
    async remove({ name, type }, signal) {
      const made = await isMade(ports, name, signal);
      // Of what is not there kind is not asked: it might have to be downloaded first.
      if (!(await isGone({ name, type }, signal))) {
        await askKind(commands, folder, name, signal);
        await sweep(commands, name, signal);
      }
      if (!made) await untilQuiet(ports, name, signal);
    },
    isGone,
  };
}

/** Whether its nodes have been running for so long that none can still be on its way. */
async function isMade({ commands, clock }: ClusterRemoverPorts, name: string, signal: AbortSignal): Promise<boolean> {
  const format = '--format={{.State}}\t{{.CreatedAt}}';
  const text = await docker(commands, ['ps', '--all', format, labelled(name)], signal);
  const nodes = text.split('\n').filter((line) => line.trim() !== '');
  const old = nodes.filter((line) => {
    const [state, createdAt = ''] = line.split('\t');
    return state === 'running' && clock.now() - Date.parse(createdAt.replace(/ [A-Z]+$/, '')) > madeMs;
  });
  return nodes.length > 0 && old.length === nodes.length;
}

/** Deletes whatever carries the cluster's label; what it was told of. */
async function sweep(commands: Commands, name: string, signal: AbortSignal): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [list, remove] of leftovers(name)) {
    const ids = await idsOf(commands, list, signal);
    if (ids.length > 0) await docker(commands, [...remove, ...ids], signal);
    found.push(...ids);
  }
  return found;
}

/** Looks on until nothing has appeared for a while: what the engine was told before may come about after. */
async function untilQuiet({ commands, clock }: ClusterRemoverPorts, name: string, signal: AbortSignal): Promise<void> {
  let since = clock.monotonic();
  let enough: number = quietMs.usual;
  // What is listed again although it was deleted has not appeared: whether it is gone is looked at afterwards.
  const known = new Set<string>();
  while (clock.monotonic() - since < enough) {
    await clock.sleep(lookMs, signal);
    const begun = clock.monotonic();
    const found = await sweep(commands, name, signal);
    const now = clock.monotonic();
    if (found.some((id) => !known.has(id))) since = now;
    for (const id of found) known.add(id);
    if (found.length > 0) continue;
    enough = Math.min(quietMs.longest, Math.max(enough, quietMs.looks * (now - begun)));
  }
}

function labelled(name: string): string {
  return `--filter=label=${clusterLabel}=${name}`;
}

function leftovers(name: string): readonly (readonly [list: string[], remove: string[]])[] {
  const filter = labelled(name);
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

/** Its failure is no failure of ours: the label finds what it left. Killed, it leaves the lock of its kubeconfig as well. */
async function askKind(commands: Commands, folder: string, name: string, signal: AbortSignal): Promise<void> {
  const kubeconfig = path.join(folder, `${name}.deleted`);
  const args = ['delete', 'cluster', `--name=${name}`, `--kubeconfig=${kubeconfig}`];
  try {
    await commands.run('kind', args, { deadlineMs: commandMs / 2, signal });
  } catch (error) {
    if (!(error instanceof GateError) || error.code === 'CANCELLED') throw error;
  } finally {
    await Promise.all([kubeconfig, `${kubeconfig}.lock`].map((file) => rm(file, { force: true })));
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
