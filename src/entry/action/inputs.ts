import { looksLikeOurs } from '../inputs/given.js';

/** Inputs that the door itself reads; every other is an option of the gate. */
const own = ['folder', 'config', 'stage', 'token'] as const;

export type OwnInputs = Readonly<Record<(typeof own)[number], string>>;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The inputs of a step, as the runner hands them over: `INPUT_REDIS-SHARDS`. An unknown one is kept where it looks like
 * one of ours written wrongly, because the runner merely warns of it; other `INPUT_…` variables are what workflows use
 * for themselves.
 */
export function actionInputs(env: Environment): {
  readonly own: OwnInputs;
  readonly given: Readonly<Record<string, string>>;
} {
  const all = Object.entries(env).flatMap(([name, value]) => {
    const input = /^INPUT_(.+)$/.exec(name)?.[1]?.toLowerCase().replaceAll('_', '-');
    return input === undefined || value === undefined || value.trim() === '' ? [] : [[input, value.trim()] as const];
  });
  const isOwn = (name: string): boolean => own.some((known) => known === name);
  const read = (name: string): string => all.find(([input]) => input === name)?.[1] ?? '';
  return {
    own: { folder: read('folder') || '.', config: read('config'), stage: read('stage'), token: read('token') },
    given: Object.fromEntries(all.filter(([name]) => !isOwn(name) && looksLikeOurs(name))),
  };
}
