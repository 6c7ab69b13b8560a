import { homedir, tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Where the journal lives: a folder that outlives the job. A self-hosted runner empties its temporary folder before each
 * job, and with it would go the knowledge of what a lost runner left behind.
 */
export function journalFolder(env: Readonly<Record<string, string | undefined>>): string {
  const state = env['XDG_STATE_HOME'];
  if (state !== undefined && path.isAbsolute(state)) return path.join(state, 'scale-gate', 'journal');
  const home = env['HOME'] ?? homedir();
  if (path.isAbsolute(home) && home !== '/') return path.join(home, '.local', 'state', 'scale-gate', 'journal');
  return path.join(tmpdir(), `scale-gate-${process.getuid?.() ?? 'user'}`, 'journal');
}
