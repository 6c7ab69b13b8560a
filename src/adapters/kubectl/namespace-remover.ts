import { GateError } from '../../domain/error.js';
import type { Owned } from '../../domain/owned.js';
import type { Clock } from '../../ports/clock.js';
import type { CommandResult, Commands } from '../../ports/commands.js';
import type { Remover } from '../../ports/removers.js';

type Namespace = Extract<Owned, { readonly type: 'namespace' }>;

/** Label that a namespace of ours bears from its creation on. Without it nothing is deleted in a cluster that is not ours. */
export const ownerLabel = { key: 'app.kubernetes.io/managed-by', value: 'scale-gate' } as const;

const commandMs = 50_000;
/** An API server that could not answer for a while may carry out what it was told before whoever told it ended. */
const lateMs = 2_000;

/**
 * Deletes a namespace, in whatever cluster it is. A run owns the name before it creates the namespace, so it may own the
 * name of one that somebody else had made: the label tells them apart.
 */
export function namespaceRemover(commands: Commands, clock: Clock): Remover<Namespace> {
  return {
    async remove(namespace, signal) {
      const labels = (await labelsOf(commands, namespace, signal)) ?? (await later(commands, namespace, clock, signal));
      if (labels === undefined) return;
      if (labels[ownerLabel.key] !== ownerLabel.value) throw foreign(namespace);
      const args = ['delete', 'namespace', namespace.name, '--ignore-not-found', '--timeout=45s'];
      await kubectl(commands, namespace, args, signal);
    },
    async isGone(namespace, signal) {
      return (await labelsOf(commands, namespace, signal)) === undefined;
    },
  };
}

type Labels = Readonly<Record<string, string>>;

async function later(
  commands: Commands,
  namespace: Namespace,
  clock: Clock,
  signal: AbortSignal,
): Promise<Labels | undefined> {
  await clock.sleep(lateMs, signal);
  return labelsOf(commands, namespace, signal);
}

async function labelsOf(commands: Commands, namespace: Namespace, signal: AbortSignal): Promise<Labels | undefined> {
  const args = ['get', 'namespace', namespace.name, '--ignore-not-found', '--output=jsonpath={.metadata}'];
  const { stdout } = await kubectl(commands, namespace, args, signal);
  if (stdout.trim() === '') return undefined;
  return (JSON.parse(stdout) as { readonly labels?: Labels }).labels ?? {};
}

async function kubectl(
  commands: Commands,
  { name, kubeconfig, context }: Namespace,
  args: readonly string[],
  signal: AbortSignal,
): Promise<CommandResult> {
  const access = [`--kubeconfig=${kubeconfig}`, ...(context === undefined ? [] : [`--context=${context}`])];
  const result = await commands.run('kubectl', [...access, ...args], { deadlineMs: commandMs, signal });
  if (result.exitCode === 0) return result;
  throw new GateError(
    'API_UNREACHABLE',
    `namespace ${name}: kubectl ended with ${result.exitCode}: ${result.stderr.trim()}`,
    {
      hint: 'Make the API server reachable, then run scale-gate cleanup.',
    },
  );
}

function foreign({ name }: Namespace): GateError {
  const label = `${ownerLabel.key}=${ownerLabel.value}`;
  return new GateError('API_REFUSED', `namespace ${name} does not bear the label ${label}: it is not ours, and stays`, {
    hint: 'Delete it by hand if it is no longer wanted.',
  });
}
