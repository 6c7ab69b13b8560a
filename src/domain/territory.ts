import path from 'node:path';

/** Who named a path: a file of the checkout, or a person at a workflow or a shell. */
export type NamedBy = 'config' | 'person';

/** A path that an option names, as it was written and where it really is: with every link followed. */
export interface NamedPath {
  /** As messages name the option: `lint-definitions`. */
  readonly option: string;
  readonly written: string;
  readonly place: string;
  readonly by: NamedBy;
}

/** Real folders into which paths may lead, by who named them; `anywhere` where the person is at home. */
export interface Territory {
  readonly config: readonly string[];
  readonly person: readonly string[] | 'anywhere';
}

/** Whether a real path is one of the folders, or below one. */
export function isWithin(roots: readonly string[], place: string): boolean {
  return roots.some((root) => place === root || place.startsWith(root.endsWith(path.sep) ? root : root + path.sep));
}

/** One line for each path that leads where it may not. */
export function trespasses(named: readonly NamedPath[], territory: Territory): readonly string[] {
  return named.flatMap(({ option, written, place, by }) => {
    const roots = territory[by];
    if (roots === 'anywhere' || isWithin(roots, place)) return [];
    const leads = place === written ? '' : `, which is ${place},`;
    return [`${option}: ${written}${leads} is outside of ${roots.join(' and ')}`];
  });
}
