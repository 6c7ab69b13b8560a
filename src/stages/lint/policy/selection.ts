import type { Diagnostic } from '../../../domain/diagnostic.js';
import { invalidInput } from '../../../domain/error.js';
import { didYouMean } from '../../../manifests/graph/nearness.js';
import type { Rule } from '../rule.js';
import type { Override } from '../settings.js';

/** Which rules run. `schema` runs none of the rules: reading, schemas and server validation alone. */
export type ProfileName = 'schema' | 'recommended' | 'production';

export type Overrides = Readonly<Record<string, Override>>;

export interface Selection {
  readonly profile: ProfileName;
  readonly overrides: Overrides;
  /** Rules that run whatever the profile and the overrides say. */
  readonly locked: readonly string[];
}

/** The rules of a profile, with those that the overrides switch on, without those that they switch off. */
export function rulesOf(catalog: readonly Rule[], { profile, overrides, locked }: Selection): readonly Rule[] {
  assertKnown(catalog, [...Object.keys(overrides), ...locked]);
  return catalog.filter((rule) => {
    if (locked.includes(rule.id)) return true;
    const override = overrides[rule.id];
    if (override !== undefined) return override !== 'off';
    if (profile === 'schema') return false;
    return profile === 'production' || rule.profile !== 'production';
  });
}

function assertKnown(catalog: readonly Rule[], ids: readonly string[]): void {
  const known = catalog.map(({ id }) => id);
  const problems = ids
    .filter((id) => !known.includes(id))
    .map((id) => `there is no rule ${id}${didYouMean(id, known)}`);
  if (problems.length > 0) throw invalidInput(problems, 'docs/lint/rules has a page for each rule.');
}

/** The severities that the overrides give; a locked rule keeps its own. */
export function overridden(
  diagnostics: readonly Diagnostic[],
  overrides: Overrides,
  locked: readonly string[],
): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) => {
    const override = locked.includes(diagnostic.rule) ? undefined : overrides[diagnostic.rule];
    return override === undefined || override === 'off' ? diagnostic : { ...diagnostic, severity: override };
  });
}
