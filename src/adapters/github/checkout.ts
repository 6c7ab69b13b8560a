import { getExecOutput } from '@actions/exec';

/** What keeps git from changing anything: no refresh of the index, no file system monitor of the checkout's own config. */
const careful = ['-c', 'core.fsmonitor=false', '--no-optional-locks'];

/**
 * Commit of the checkout that holds a folder, with `-dirty` where tracked files differ from it; `unknown` outside a
 * repository, without git, and where git refuses (a checkout of another user). Untracked files do not count: manifests
 * among them are in the manifests' own digest.
 */
export async function checkoutCommit(folder: string): Promise<string> {
  const head = await git(folder, ['rev-parse', '--verify', 'HEAD^{commit}']);
  if (head === undefined || !/^[0-9a-f]{40,64}$/.test(head)) return 'unknown';
  const changes = await git(folder, ['status', '--porcelain', '--untracked-files=no']);
  return changes === '' ? head : `${head}-dirty`;
}

async function git(folder: string, args: readonly string[]): Promise<string | undefined> {
  try {
    const options = { silent: true, ignoreReturnCode: true };
    const { exitCode, stdout } = await getExecOutput('git', [...careful, '-C', folder, ...args], options);
    return exitCode === 0 ? stdout.trim() : undefined;
  } catch {
    // No git on the PATH.
    return undefined;
  }
}
