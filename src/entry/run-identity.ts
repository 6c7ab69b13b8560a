import { randomBytes } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runName } from '../domain/run.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** Name of a run: on a runner derived from what `post` knows again; on a laptop by chance, kept in the journal. */
export function runIdentity(env: Environment): string {
  const {
    GITHUB_RUN_ID: id,
    GITHUB_RUN_ATTEMPT: attempt = '1',
    GITHUB_JOB: job = '',
    RUNNER_TEMP: place = '',
    SCALE_GATE_RUN_SALT: salt = '',
  } = env;
  if (id !== undefined && id !== '') return runName(id, attempt, [job, place, salt].join('|'));
  return runName(`local-${randomBytes(4).toString('hex')}`, '1');
}

/** Folder for what is private to runs: the runner empties its own before and after a job. */
export function scratchFolder({ RUNNER_TEMP: temp }: Environment): string {
  return path.join(realpathSync(temp === undefined || temp === '' ? tmpdir() : temp), 'scale-gate');
}
