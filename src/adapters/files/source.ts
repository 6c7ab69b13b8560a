import { globSync, readdirSync } from 'node:fs';
import { invalidInput } from '../../domain/error.js';
import type { Boundary } from '../../ports/boundary.js';
import type { ManifestSource, ReadOptions, Renderer, SourceText } from '../../ports/manifest-source.js';
import { boundaryAround, realPlace } from './boundary.js';
import { forward, kindOfPath, type Limits, readFolder, readInto, type Walk } from './folder.js';

export interface FileSourceOptions {
  readonly renderers: readonly Renderer[];
  /** Standard input, for the path `-`; asked for once, and only then: a stream of it takes time to make. */
  readonly stdin?: () => AsyncIterable<Uint8Array>;
  readonly limits?: Limits;
  /** What may be read; all of the machine unless given. */
  readonly boundary?: Boundary;
}

/** Far above any service's manifests, far below what hurts. */
const usualLimits: Limits = { fileBytes: 8 * 2 ** 20, totalBytes: 256 * 2 ** 20, files: 50_000 };
const patterns = /[*?[\]{}]/;

async function readStdin({ stdin, limits = usualLimits }: FileSourceOptions): Promise<SourceText> {
  if (!stdin) throw invalidInput(['standard input was asked for and is not there'], 'Name files instead of `-`.');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stdin()) {
    size += chunk.length;
    if (size > limits.fileBytes) {
      throw invalidInput([`standard input is over the limit of ${limits.fileBytes} bytes`], 'Split the input.');
    }
    chunks.push(chunk);
  }
  return { file: '-', text: Buffer.concat(chunks).toString('utf8') };
}

/** The folder from which a pattern begins to match: what it finds has to be there in truth, too. */
const patternRoot = (pattern: string): string => pattern.replace(/[^/]*[*?[\]{}].*$/, '') || '.';

function expand(paths: readonly string[]): readonly string[] {
  const expanded: string[] = [];
  for (const one of paths) {
    if (!patterns.test(one) || kindOfPath(one) !== 'missing') {
      expanded.push(one);
      continue;
    }
    const found = globSync(one);
    if (found.length === 0)
      throw invalidInput([`${one} matches no file`], 'Check the pattern and the working directory.');
    const around = boundaryAround([patternRoot(one)]);
    refuse(found, around);
    expanded.push(...found.sort());
  }
  return expanded;
}

/** Every path that leads out is told at once. */
function refuse(paths: readonly string[], boundary: Boundary): void {
  const problems = paths
    .filter((one) => one !== '-' && !boundary.contains(one))
    .map((one) => `${forward(one)} leads to ${realPlace(one)}, outside of ${boundary.roots.join(' and ')}`);
  if (problems.length > 0) throw invalidInput(problems, 'Put the files themselves where they are to be read from.');
}

async function render(folders: readonly string[], renderers: readonly Renderer[], options: ReadOptions) {
  const rendered: SourceText[] = [];
  for (const folder of folders) {
    const entries = new Set(readdirSync(folder));
    const renderer = renderers.find(({ marks }) => marks.some((mark) => entries.has(mark)));
    if (renderer) rendered.push(...(await renderer.render(forward(folder), options)));
  }
  return rendered;
}

function visit(walk: Walk, one: string): boolean {
  const kind = kindOfPath(one);
  if (kind === 'missing') throw invalidInput([`${one} is not there`], 'Check the path and the working directory.');
  if (kind === 'other') throw invalidInput([`${one} is neither a file nor a folder`], 'Name a file or a folder.');
  if (kind === 'folder') readFolder(walk, one, one);
  else readInto(walk, one, true);
  return kind === 'folder';
}

/** Manifests from the file system. */
export function fileSource(options: FileSourceOptions): ManifestSource {
  const { renderers, limits = usualLimits, boundary } = options;
  return {
    async read(paths, reading) {
      const { signal } = reading;
      const marks = new Set(renderers.flatMap((renderer) => renderer.marks));
      const walk: Walk = { limits, texts: [], skipped: [], folders: [], marks, bytes: 0 };
      const expanded = expand(paths);
      if (boundary !== undefined) refuse(expanded, boundary);
      let whole = expanded.length > 1;
      for (const one of expanded) {
        signal.throwIfAborted();
        if (one === '-') {
          walk.texts.push(await readStdin(options));
          whole = true;
        } else if (visit(walk, one)) whole = true;
      }
      const texts = [...walk.texts, ...(await render(walk.folders, renderers, reading))];
      return { texts, whole, skipped: walk.skipped };
    },
  };
}
