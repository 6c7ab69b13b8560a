import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { invalidInput } from '../../domain/error.js';
import type { SourceText } from '../../ports/manifest-source.js';

/** What a folder may hold before it is no folder of manifests. */
export interface Limits {
  readonly fileBytes: number;
  readonly totalBytes: number;
  readonly files: number;
}

/** One walk over given paths: what was found, and what is still allowed. */
export interface Walk {
  readonly limits: Limits;
  readonly texts: SourceText[];
  readonly skipped: string[];
  readonly folders: string[];
  /** File names that make a folder one for a renderer. */
  readonly marks: ReadonlySet<string>;
  bytes: number;
}

const extensions: ReadonlySet<string> = new Set(['.yaml', '.yml', '.json']);
const ignoredFolders: ReadonlySet<string> = new Set(['node_modules', 'vendor']);
/** Every object has both; whatever has neither is a file of another trade. */
const manifestWords = /\b(?:apiVersion|kind)\b/i;

export const forward = (file: string): string => file.split(path.sep).join('/');

export function readInto(walk: Walk, file: string, named: boolean): void {
  const { size } = statSync(file);
  if (size > walk.limits.fileBytes) {
    throw invalidInput(
      [`${forward(file)} has ${size} bytes, over the limit of ${walk.limits.fileBytes}`],
      'Split the file.',
    );
  }
  walk.bytes += size;
  if (walk.bytes > walk.limits.totalBytes || walk.texts.length >= walk.limits.files) {
    const message = `more than ${walk.limits.files} files or ${walk.limits.totalBytes} bytes at ${forward(file)}`;
    throw invalidInput([message], 'Name the folder that holds the manifests of the service alone.');
  }
  const text = readFileSync(file, 'utf8');
  if (named || manifestWords.test(text)) walk.texts.push({ file: forward(file), text });
  else walk.skipped.push(forward(file));
}

/** A link may lead anywhere within its folder; out of it, it is refused rather than followed or passed over. */
function assertInside(root: string, link: string): void {
  let target: string;
  try {
    target = realpathSync(link);
  } catch {
    throw invalidInput([`${forward(link)} is a link to nothing`], 'Mend or remove the link.');
  }
  const inside = realpathSync(root);
  if (target !== inside && !target.startsWith(inside + path.sep)) {
    throw invalidInput([`${forward(link)} leads out of ${forward(root)}`], 'Put the file itself into the folder.');
  }
}

function isFolder(entry: Dirent, file: string): boolean {
  return entry.isDirectory() || (entry.isSymbolicLink() && statSync(file).isDirectory());
}

/** Reads a folder and its subfolders by name; folders with a mark are left to their renderers. */
export function readFolder(walk: Walk, folder: string, root: string): void {
  const entries = readdirSync(folder, { withFileTypes: true });
  if (entries.some(({ name }) => walk.marks.has(name))) {
    walk.folders.push(folder);
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const file = path.join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isSymbolicLink()) assertInside(root, file);
    if (isFolder(entry, file)) {
      if (entry.isDirectory() && !ignoredFolders.has(entry.name)) readFolder(walk, file, root);
    } else if (extensions.has(path.extname(entry.name).toLowerCase()) && statSync(file).isFile()) {
      readInto(walk, file, false);
    }
  }
}

export function kindOfPath(file: string): 'file' | 'folder' | 'other' | 'missing' {
  try {
    const stats = statSync(file);
    return stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'other';
  } catch {
    return 'missing';
  }
}
