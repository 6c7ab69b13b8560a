import type { Graph } from '../../../manifests/graph/graph.js';
import { asStrings, dig } from '../../../manifests/graph/json.js';
import type { Manifest, Path } from '../../../manifests/manifest.js';
import { reasonOf, type Waiver } from './waiver.js';

/** `scale-gate.io/ignore-RULE: reason until 2027-01-31`, on the object or on its pod template. */
export const annotationPrefix = 'scale-gate.io/ignore-';

function waiversAt(manifest: Manifest, path: Path, object: string): Waiver[] {
  return [...asStrings(dig(manifest.value, ...path))]
    .filter(([name]) => name.startsWith(annotationPrefix))
    .map(([name, text]) => ({
      rule: name.slice(annotationPrefix.length),
      ...reasonOf(text),
      from: 'annotation',
      at: manifest.locate([...path, name], 'key'),
      scope: { object },
    }));
}

export function annotationWaivers(graph: Graph): readonly Waiver[] {
  const objectOf = (manifest: Manifest): string => `${manifest.kind}/${graph.namespaceOf(manifest)}/${manifest.name}`;
  return [
    ...graph.manifests.flatMap((one) => waiversAt(one, ['metadata', 'annotations'], objectOf(one))),
    ...graph.workloads
      .filter(({ templatePath }) => templatePath.length > 0)
      .flatMap(({ manifest, templatePath }) =>
        waiversAt(manifest, [...templatePath, 'metadata', 'annotations'], objectOf(manifest)),
      ),
  ];
}
