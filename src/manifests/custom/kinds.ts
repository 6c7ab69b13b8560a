import type { Manifest } from '../manifest.js';
import { child, flag, type Obj, struct, structs, text } from '../validation/values.js';

/** A kind that a CustomResourceDefinition of the input makes. */
export interface CustomKind {
  /** Undefined where the definition, being wrong, has none. */
  readonly schema: Obj | undefined;
  readonly namespaced: boolean;
  /** A version that is not served is as good as unknown. */
  readonly served: boolean;
}

export type CustomKinds = ReadonlyMap<string, CustomKind>;

export function customId({ apiVersion, kind }: Pick<Manifest, 'apiVersion' | 'kind'>): string {
  return `${apiVersion} ${kind}`;
}

function kindsOf(definition: Manifest): [string, CustomKind][] {
  const spec = struct(definition.value, 'spec');
  const kind = text(struct(spec, 'names'), 'kind');
  return structs(spec, 'versions').map((version) => [
    customId({ apiVersion: `${text(spec, 'group')}/${text(version, 'name')}`, kind }),
    {
      schema: child(child(version, 'schema'), 'openAPIV3Schema'),
      namespaced: text(spec, 'scope') !== 'Cluster',
      served: flag(version, 'served') !== false,
    },
  ]);
}

/** Kinds by `group/version Kind`. */
export function customKinds(manifests: readonly Manifest[]): CustomKinds {
  return new Map(manifests.filter(({ kind }) => kind === 'CustomResourceDefinition').flatMap(kindsOf));
}
