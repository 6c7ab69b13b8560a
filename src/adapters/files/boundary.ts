import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { isWithin } from '../../domain/territory.js';
import type { Boundary } from '../../ports/boundary.js';

/** As the kernel gives up on links that lead to links. */
const maxLinks = 40;

function linkTarget(file: string): string | undefined {
  try {
    return lstatSync(file).isSymbolicLink() ? path.resolve(path.dirname(file), readlinkSync(file)) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Where a path leads with every link followed. What is not there yet is below the nearest folder that is; a link to
 * nothing leads to where it points, as writing through it would.
 */
export function realPlace(file: string, links = 0): string {
  const whole = path.resolve(file);
  try {
    return realpathSync.native(whole);
  } catch {
    const target = links < maxLinks ? linkTarget(whole) : undefined;
    if (target !== undefined) return realPlace(target, links + 1);
    const parent = path.dirname(whole);
    return parent === whole ? whole : path.join(realPlace(parent, links), path.basename(whole));
  }
}

/** A boundary around folders, which need not be there. */
export function boundaryAround(folders: readonly string[]): Boundary {
  const roots = [...new Set(folders.map((folder) => realPlace(folder)))];
  return { roots, contains: (file) => isWithin(roots, realPlace(file)) };
}
