import type { Diagnostic } from '../../../domain/diagnostic.js';
import type { Graph } from '../../../manifests/graph/graph.js';
import type { Workload } from '../../../manifests/graph/workload.js';

function firstByObject({ workloads }: Graph): ReadonlyMap<string, Workload> {
  const keyed = workloads.map((workload) => {
    const { manifest, namespace } = workload;
    return [`${manifest.kind}/${namespace}/${manifest.name}\n${manifest.file}`, workload] as const;
  });
  return new Map(keyed.toReversed());
}

/** Finds the container whose lines hold a finding; looked up only for ignores that name one. */
export function containerAt(graph: Graph): (diagnostic: Diagnostic) => string | undefined {
  let byObject: ReadonlyMap<string, Workload> | undefined;
  return ({ object, at }) => {
    byObject ??= firstByObject(graph);
    const workload = byObject.get(`${object}\n${at.file}`);
    return workload?.containers.find(({ path }) => {
      const { start, end } = workload.manifest.locate(path, 'value');
      return at.start.line >= start.line && at.start.line <= end.line;
    })?.name;
  };
}
