import { createHash } from 'node:crypto';

/** Prefix of everything that a run makes outside its own folder. */
export const runPrefix = 'sg-';

const form = /^sg-[a-z0-9](?:[a-z0-9-]{0,20}[a-z0-9])?-[0-9a-f]{6}$/;

/**
 * Name of a run, and of its cluster: an RFC 1123 label of at most 32 characters, derived from what the host knows again
 * in another process, so that `post` finds the cluster when the journal is lost.
 *
 * `place` keeps apart what shares a run id on one host, such as the legs of a matrix on two runners.
 */
export function runName(runId: string, attempt: string, place = ''): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([runId, attempt, place]))
    .digest('hex')
    .slice(0, 6);
  const slug = `${runId}-${attempt}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 22)
    .replace(/^-+|-+$/g, '');
  return `${runPrefix}${slug === '' ? 'run' : slug}-${digest}`;
}

/** Whether a name has the form that `runName` gives. It is necessary for being ours, not sufficient: the journal decides. */
export function isRunName(name: string): boolean {
  return name.length <= 32 && form.test(name);
}
