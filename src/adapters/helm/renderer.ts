// `node:fs/promises` loads streams and readline at once; this form of it only when something is rendered.
import { existsSync, promises as files } from 'node:fs';
import path from 'node:path';
import { GateError, invalidInput } from '../../domain/error.js';
import type { Boundary } from '../../ports/boundary.js';
import type { Commands } from '../../ports/commands.js';
import type { ReadOptions, Renderer, SourceText } from '../../ports/manifest-source.js';

export interface HelmOptions {
  readonly release: string;
  readonly namespace: string;
  /** Value files, the later over the earlier, as `helm -f`. */
  readonly values: readonly string[];
}

const renderDeadlineMs = 60_000;

async function textOf(document: string, folder: string): Promise<SourceText> {
  const source = /^# Source: (.+)$/m.exec(document)?.[1];
  const rendered = { file: `${folder}/Chart.yaml`, text: document, rendered: true } as const;
  if (source === undefined) return rendered;
  // `# Source:` begins with the name of the chart, which need not be the name of its folder.
  const file = path.join(folder, ...source.split('/').slice(1));
  if (path.relative(folder, file).startsWith('..') || !existsSync(file)) return rendered;
  return { ...rendered, origin: { file: file.split(path.sep).join('/'), text: await files.readFile(file, 'utf8') } };
}

/** Helm follows every link of a chart, wherever it leads, and prints what it finds there. */
async function refuseLinksOut(folder: string, boundary: Boundary): Promise<void> {
  const entries = await files.readdir(folder, { recursive: true, withFileTypes: true });
  const problems = entries
    .filter((entry) => entry.isSymbolicLink())
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .filter((link) => !boundary.contains(link))
    .map((link) => `${link} leads out of ${boundary.roots.join(' and ')}`);
  if (problems.length > 0) throw invalidInput(problems, 'Put the files themselves into the chart.');
}

/** Folders with a chart, rendered by the helm binary with one set of values; one renderer a set. */
export function helmRenderer(
  commands: Commands,
  { release, namespace, values }: HelmOptions,
  boundary?: Boundary,
): Renderer {
  return {
    marks: ['Chart.yaml'],
    async render(folder: string, { signal, values: given = [] }: ReadOptions) {
      if (!(await commands.find('helm'))) {
        throw new GateError('TOOL_MISSING', `helm is not on the PATH, and ${folder} is a chart`, {
          hint: 'Install helm.',
        });
      }
      if (boundary !== undefined) await refuseLinksOut(folder, boundary);
      const args = [
        'template',
        release,
        folder,
        '--namespace',
        namespace,
        ...[...values, ...given].flatMap((file) => ['-f', file]),
      ];
      const { exitCode, stdout, stderr } = await commands.run('helm', args, { deadlineMs: renderDeadlineMs, signal });
      if (exitCode !== 0) {
        throw new GateError('INPUT_INVALID', `${folder} does not render: ${stderr.trim()}`, {
          hint: `Run \`helm ${args.join(' ')}\` and mend what it says.`,
        });
      }
      return Promise.all(stdout.split(/^---\n/m).map((one) => textOf(one, folder)));
    },
  };
}
