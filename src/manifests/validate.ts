import type { Diagnostic } from '../domain/diagnostic.js';
import type { Evaluate } from './custom/expressions.js';
import { type CustomKind, customId, customKinds } from './custom/kinds.js';
import { customProblems } from './custom/resource.js';
import type { Matches } from './custom/values.js';
import { diagnose } from './diagnosis.js';
import { finding, judgedMinor, judgeManifest } from './judge.js';
import type { Manifest } from './manifest.js';

/** `1.34`, `v1.34.4` → 34; undefined for what is no version of Kubernetes 1. */
function minorOf(version: string): number | undefined {
  const found = /^v?1\.(\d+)(?:\.|$)/.exec(version);
  return found === null ? undefined : Number(found[1]);
}

/** What judging needs and this room, which is pure, has not. */
export interface JudgeTools {
  /** Patterns of schemas; without it they are not looked at. */
  readonly matches?: Matches;
  /** Definitions of custom resources beside those of the input. */
  readonly definitions?: readonly Manifest[];
  /** Expressions of schemas; without it they are not looked at. */
  readonly evaluate?: Evaluate | undefined;
}

function judgeCustom(manifest: Manifest, kind: CustomKind, matches: Matches, evaluate?: Evaluate): Diagnostic[] {
  return customProblems(manifest, kind, matches, evaluate).map((problem) =>
    diagnose(manifest, finding(problem, manifest)),
  );
}

/**
 * Judges objects as the API servers of some versions of Kubernetes would, each by itself. Custom resources whose
 * definition is known are judged by their schemas; others get a note.
 *
 * @param versions such as `1.34`; what is no version is passed over, none at all is 1.34
 */
export function validateManifests(
  manifests: readonly Manifest[],
  versions: readonly string[],
  { matches = () => undefined, definitions = [], evaluate }: JudgeTools = {},
): Diagnostic[] {
  const minors = [...new Set(versions.map(minorOf).filter((minor) => minor !== undefined))];
  const defined = customKinds([...definitions, ...manifests]);
  return manifests.flatMap((manifest) => {
    const custom = defined.get(customId(manifest));
    if (custom?.served === true) return judgeCustom(manifest, custom, matches, evaluate);
    return judgeManifest(manifest, minors.length === 0 ? [judgedMinor] : minors);
  });
}
