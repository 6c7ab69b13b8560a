import type { DiagnosticSource } from '../../domain/diagnostics-bundle.js';
import type { Commands } from '../../ports/commands.js';
import type { Diagnostics } from '../../ports/diagnostics.js';

/** What is asked of each node, which is a container: from outside, and from within where it still runs. */
const questions = (node: string): readonly (readonly [file: string, args: readonly string[]])[] => [
  ['state.json', ['inspect', '--format={{json .State}}', node]],
  ['services.log', ['exec', node, ...'journalctl --unit=kubelet --unit=containerd --no-pager --lines=400'.split(' ')]],
  ['disk.txt', ['exec', node, 'df', '-h', '/', '/var']],
];

const askMs = 8_000;

/** The nodes of a kind cluster as the container engine sees them: there is something to see when no API server answers. */
export function dockerNodeDiagnostics(commands: Commands, nodes: readonly string[]): Diagnostics {
  return {
    async collect(signal) {
      const asked = nodes.flatMap((node) =>
        questions(node).map(([file, args]) => ask(commands, `nodes/${node}/${file}`, args, signal)),
      );
      return { sources: await Promise.all(asked), secrets: [] };
    },
  };
}

async function ask(
  commands: Commands,
  name: string,
  args: readonly string[],
  signal: AbortSignal,
): Promise<DiagnosticSource> {
  try {
    const { exitCode, stdout, stderr } = await commands.run('docker', args, { deadlineMs: askMs, signal });
    const text = exitCode === 0 ? stdout : `docker ${args[0] ?? ''} ended with ${exitCode}: ${stderr.trim()}`;
    return { name, content: exitCode === 0 ? { text } : { missing: text } };
  } catch (error) {
    return { name, content: { missing: error instanceof Error ? error.message : String(error) } };
  }
}
