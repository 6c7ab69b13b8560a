import { GateError } from '../../domain/error.js';
import type { LocalImage } from '../../ports/cluster-provider.js';
import type { Commands } from '../../ports/commands.js';

const INSPECT_MS = 20_000;
const LOAD_MS = 300_000;

/** Which references the local engine holds, with the id of their content. */
export async function localImages(
  commands: Commands,
  references: readonly string[],
  signal: AbortSignal,
): Promise<readonly LocalImage[]> {
  const found = await Promise.all(
    references.map(async (reference) => {
      const { exitCode, stdout } = await commands.run(
        'docker',
        ['image', 'inspect', '--format', '{{.Id}}', '--', reference],
        { deadlineMs: INSPECT_MS, signal },
      );
      return exitCode === 0 ? [{ reference, digest: stdout.trim() }] : [];
    }),
  );
  return found.flat();
}

/** Streams images out of the local engine into the containerd of every node: read once, no file in between. */
export async function loadImages(
  commands: Commands,
  nodes: readonly string[],
  references: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  if (references.length === 0) return;
  const source = { program: 'docker', args: ['save', '--', ...references] };
  const sinks = nodes.map((node) => ({
    program: 'docker',
    args: ['exec', '-i', node, 'ctr', '--namespace=k8s.io', 'images', 'import', '--all-platforms', '-'],
  }));
  const results = await commands.pipe(source, sinks, { deadlineMs: LOAD_MS, signal });
  const failed = results.find(({ exitCode }) => exitCode !== 0);
  if (failed === undefined) return;
  throw new GateError(
    'COMMAND_FAILED',
    `loading ${references.join(', ')} into ${nodes.join(', ')} failed: ${failed.stderr.trim().split('\n').at(-1) ?? ''}`,
    {
      hint: 'Check the room on the disk (`docker system df`) and that the images are of this machine’s platform.',
    },
  );
}
