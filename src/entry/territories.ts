import { existsSync } from 'node:fs';
import path from 'node:path';
import { realPlace } from '../adapters/files/boundary.js';
import { isWithin, type Territory } from '../domain/territory.js';

type Environment = Readonly<Record<string, string | undefined>>;

const known = (...folders: (string | undefined)[]): string[] =>
  folders.flatMap((folder) => (folder === undefined || folder === '' ? [] : [realPlace(folder)]));

/**
 * In a workflow: the workspace. The author of the workflow may also name what other steps put into the runner's own
 * folder; a file of the checkout may not, since credentials lie there, too.
 */
export function workflowTerritory({ GITHUB_WORKSPACE: workspace, RUNNER_TEMP: temp }: Environment): Territory {
  const config = known(workspace || process.cwd());
  return { config, person: [...config, ...known(temp)] };
}

/** The repository that holds a folder, else the working directory where that is above it, else the folder itself. */
export function checkoutOf(folder: string): string {
  const start = realPlace(folder);
  for (let here = start; ; here = path.dirname(here)) {
    if (existsSync(path.join(here, '.git'))) return here;
    if (path.dirname(here) === here) break;
  }
  const current = realPlace('.');
  return isWithin([current], start) ? current : start;
}

/** At a shell: what the configuration names has to be in the checkout; what a person types may be anywhere. */
export function shellTerritory(folder: string): Territory {
  return { config: [checkoutOf(folder)], person: 'anywhere' };
}
