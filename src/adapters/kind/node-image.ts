import type { Commands } from '../../ports/commands.js';

const repository = 'kindest/node';
/** Pulled where the machine has no node image at all. */
const fallback = `${repository}:v1.34.4`;

/** The node image of a version, or the newest that the local engine has, so that nothing is pulled without need. */
export async function chooseNodeImage(
  commands: Commands,
  version: string | undefined,
  signal: AbortSignal,
): Promise<string> {
  const { stdout } = await commands.run('docker', ['image', 'ls', repository, '--format', '{{.Tag}}'], {
    deadlineMs: 20_000,
    signal,
  });
  const tags = stdout.split('\n').filter((tag) => /^v\d+\.\d+\.\d+$/.test(tag));
  const wanted =
    version === undefined ? tags : tags.filter((tag) => `${tag}.`.startsWith(`v${version.replace(/^v/, '')}.`));
  const newest = wanted.toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }))[0];
  if (newest !== undefined) return `${repository}:${newest}`;
  return version === undefined ? fallback : `${repository}:v${version.replace(/^v/, '')}`;
}
