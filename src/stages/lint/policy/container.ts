import type { Diagnostic } from '../../../domain/diagnostic.js';
import type { Graph } from '../../../manifests/graph/graph.js';

/** Finds the container whose lines hold a finding; looked up only for ignores that name one. */
export function containerAt(graph: Graph): (diagnostic: Diagnostic) => string | undefined {
  return ({ object, at }) => {
    const workload = graph.workloads.find(
      ({ manifest, namespace }) =>
        `${manifest.kind}/${namespace}/${manifest.name}` === object && manifest.file === at.file,
    );
    return workload?.containers.find(({ path }) => {
      const { start, end } = workload.manifest.locate(path, 'value');
      return at.start.line >= start.line && at.start.line <= end.line;
    })?.name;
  };
}
