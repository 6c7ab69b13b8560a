import { lstat, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { GateError } from '../../domain/error.js';
import type { Owned } from '../../domain/owned.js';
import type { Remover } from '../../ports/removers.js';

type OwnedPath = Extract<Owned, { readonly type: 'path' }>;

/** What a run makes is below a folder of ours, or carries a run's prefix: a path that does neither is not ours, whatever the journal says. */
const ours = /\/(?:scale-gate\/[^/]+|sg-[^/]+)(?:\/|$)/;

/**
 * Deletes files and folders that bear our name. Symbolic links are deleted, not followed; nothing is deleted that holds a
 * home, `cwd` or the temporary folder.
 */
export function pathRemover(cwd: string): Remover<OwnedPath> {
  return {
    async remove({ path: target }) {
      const precious = [cwd, homedir(), tmpdir()].find((folder) => !path.relative(target, folder).startsWith('..'));
      const isPlain = path.isAbsolute(target) && path.normalize(target) === target;
      if (!isPlain || !ours.test(target) || precious !== undefined) throw refused(target);
      await rm(target, { recursive: true, force: true, maxRetries: 3 });
    },
    isGone: async ({ path: target }) =>
      lstat(target).then(
        () => false,
        (error: NodeJS.ErrnoException) => {
          if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return true;
          throw error;
        },
      ),
  };
}

function refused(target: string): GateError {
  return new GateError('INPUT_INVALID', `${target} is no path that a run may delete`, {
    hint: 'Look at the journal: it names a path that no run of the gate can own.',
  });
}
