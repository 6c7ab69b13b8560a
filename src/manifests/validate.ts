import type { Diagnostic } from '../domain/diagnostic.js';
import { judgedMinor, judgeManifest } from './judge.js';
import type { Manifest } from './manifest.js';
import { list, objectOf, struct, text } from './validation/values.js';

/** `1.34`, `v1.34.4` → 34; undefined for what is no version of Kubernetes 1. */
function minorOf(version: string): number | undefined {
  const found = /^v?1\.(\d+)(?:\.|$)/.exec(version);
  return found === null ? undefined : Number(found[1]);
}

/** Kinds that the input itself defines: `group/Kind`. */
function definedKinds(manifests: readonly Manifest[]): ReadonlySet<string> {
  const definitions = manifests.filter(({ kind }) => kind === 'CustomResourceDefinition');
  return new Set(
    definitions.flatMap(({ value }) => {
      const spec = struct(value, 'spec');
      const versions = list(spec, 'versions').map((version) => text(objectOf(version), 'name'));
      return versions.map((version) => `${text(spec, 'group')}/${version} ${text(struct(spec, 'names'), 'kind')}`);
    }),
  );
}

/**
 * Judges objects as the API servers of some versions of Kubernetes would, each by itself. Custom resources whose
 * definition is among the objects are known; others get a note.
 *
 * @param versions such as `1.34`; what is no version is passed over, none at all is 1.34
 */
export function validateManifests(manifests: readonly Manifest[], versions: readonly string[]): Diagnostic[] {
  const minors = [...new Set(versions.map(minorOf).filter((minor) => minor !== undefined))];
  const defined = definedKinds(manifests);
  return manifests.flatMap((manifest) => {
    if (defined.has(`${manifest.apiVersion} ${manifest.kind}`)) return [];
    return judgeManifest(manifest, minors.length === 0 ? [judgedMinor] : minors);
  });
}
