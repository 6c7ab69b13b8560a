import { GateError } from '../../domain/error.js';
import type { Commands } from '../../ports/commands.js';

/** What kind puts on every container of a cluster. */
export const clusterLabel = 'io.x-k8s.kind.cluster';
const commandMs = 10_000;

/** Names of all kind clusters that have a container on this machine, running or not. */
export async function clusterNames(commands: Commands): Promise<readonly string[]> {
  const { signal } = new AbortController();
  const args = ['ps', '--all', `--filter=label=${clusterLabel}`, `--format={{.Label "${clusterLabel}"}}`];
  const { exitCode, stdout, stderr } = await commands.run('docker', args, { deadlineMs: commandMs, signal });
  if (exitCode !== 0)
    throw new GateError('ENGINE_MISSING', `docker ps ended with ${exitCode}: ${stderr.trim()}`, {
      hint: 'Start the container engine, then run scale-gate cleanup.',
    });
  return [...new Set(stdout.split('\n').filter((line) => line.trim() !== ''))];
}
