// `node:fs/promises` loads streams and readline at once; this form of it only when something is rendered.
import { promises as files } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { GateError } from '../../domain/error.js';
import type { Boundary } from '../../ports/boundary.js';
import type { Commands } from '../../ports/commands.js';
import type { ReadOptions, Renderer, SourceText } from '../../ports/manifest-source.js';

const renderDeadlineMs = 60_000;
/** From `metadata:` on, the only such line that is no content of a text: there lines are further in. */
const metadata = /^metadata:\n(?:[ ].*\n?|\n)*/m;
const annotation = /^ {4}config\.kubernetes\.io\/origin: \|\n((?: {6,}.*\n?)+)/m;
const emptyAnnotations = /^ {2}annotations:\n(?! {4})/m;

/** `kustomize build`, or the same in kubectl; whichever is at hand. */
async function commandOf(commands: Commands): Promise<readonly string[]> {
  if (await commands.find('kustomize')) return ['kustomize', 'build'];
  if (await commands.find('kubectl')) return ['kubectl', 'kustomize'];
  throw new GateError('TOOL_MISSING', 'neither kustomize nor kubectl is on the PATH, and the manifests need one', {
    hint: 'Install kustomize or kubectl.',
  });
}

/** The folder in which folders for a while are made: one that the run owns, else the machine's. */
export type Place = () => Promise<string>;

/** An overlay of our own over the folder asks for the origin of each object; the folder itself stays as it is. */
async function withOverlay<T>(folder: string, place: Place, act: (overlay: string) => Promise<T>): Promise<T> {
  const overlay = await files.realpath(await files.mkdtemp(path.join(await place(), 'scale-gate-kustomize-')));
  try {
    const resource = path
      .relative(overlay, await files.realpath(folder))
      .split(path.sep)
      .join('/');
    const lines = ['resources:', `- ${JSON.stringify(resource)}`, 'buildMetadata: [originAnnotations]', ''];
    await files.writeFile(path.join(overlay, 'kustomization.yaml'), lines.join('\n'));
    return await act(overlay);
  } finally {
    await files.rm(overlay, { recursive: true, force: true });
  }
}

/** One document with the annotation taken out again, and the file that it came from. */
async function textOf(document: string, folder: string, overlay: string, boundary?: Boundary): Promise<SourceText> {
  const said = annotation.exec(metadata.exec(document)?.[0] ?? '')?.[1] ?? '';
  const text = document.replace(metadata, (part) => part.replace(annotation, '').replace(emptyAnnotations, ''));
  const relative = /^\s*(?:path|configuredIn): (.+)$/m.exec(said)?.[1];
  const rendered = { file: `${folder}/kustomization.yaml`, text, rendered: true } as const;
  if (relative === undefined || said.includes('repo:')) return rendered;
  const file = path.resolve(overlay, relative);
  if (boundary?.contains(file) === false) throw leadsOut(folder, file, boundary);
  const shown = path
    .join(folder, path.relative(await files.realpath(folder), file))
    .split(path.sep)
    .join('/');
  const origin = await files.readFile(file, 'utf8').catch(() => undefined);
  return origin === undefined ? rendered : { ...rendered, origin: { file: shown, text: origin } };
}

function leadsOut(folder: string, file: string, { roots }: Boundary): GateError {
  return new GateError('INPUT_INVALID', `${folder} takes objects from ${file}, outside of ${roots.join(' and ')}`, {
    hint: 'Put the base into the checkout, or run where both are below the working directory.',
  });
}

/** Folders with a kustomization, rendered by the binary at hand. Remote bases are fetched by it, not by us. */
export function kustomizeRenderer(
  commands: Commands,
  boundary?: Boundary,
  place: Place = async () => tmpdir(),
): Renderer {
  return {
    marks: ['kustomization.yaml', 'kustomization.yml', 'Kustomization'],
    async render(folder: string, { signal }: ReadOptions) {
      const [program = '', ...args] = await commandOf(commands);
      return withOverlay(folder, place, async (overlay) => {
        const { exitCode, stdout, stderr } = await commands.run(program, [...args, overlay], {
          deadlineMs: renderDeadlineMs,
          signal,
        });
        if (exitCode !== 0) {
          throw new GateError(
            'INPUT_INVALID',
            `${folder} does not render: ${stderr.trim().replaceAll(overlay, folder)}`,
            {
              hint: `Run \`${program} ${args.join(' ')} ${folder}\` and mend what it says.`,
            },
          );
        }
        return Promise.all(stdout.split(/^---\n/m).map((one) => textOf(one, folder, overlay, boundary)));
      });
    },
  };
}
