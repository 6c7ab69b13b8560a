import type { Graph } from '../../../manifests/graph/graph.js';
import { asList, asString, dig } from '../../../manifests/graph/json.js';
import type { Names } from '../../../manifests/graph/nearness.js';
import { keysOf } from '../../../manifests/graph/reference.js';
import type { JsonObject, Manifest } from '../../../manifests/manifest.js';
import { type ContainerRule, type Finding, hop } from '../rule.js';

interface Source {
  readonly map: Manifest;
  readonly prefix: string;
  readonly keys: Names;
}

/** What `envFrom` takes over; the same once more hides nothing that it did not hide before. */
function sourcesOf(container: JsonObject, namespace: string, graph: Graph): readonly Source[] {
  const sources = new Map<string, Source>();
  for (const one of asList(container['envFrom'])) {
    const name = asString(dig(one, 'configMapRef', 'name')) ?? '';
    const prefix = asString(dig(one, 'prefix')) ?? '';
    const [map, key] = [graph.find('ConfigMap', namespace, name), JSON.stringify([name, prefix])];
    if (map && !sources.has(key)) sources.set(key, { map, prefix, keys: keysOf(map) });
  }
  return [...sources.values()];
}

export const envShadowed: ContainerRule = {
  id: 'env-shadowed',
  severity: 'note',
  requirement: 'configuration',
  profile: 'recommended',
  remediation: 'Set the variable in one place.',
  peers: [],
  visits: 'container',
  check({ value, path, workload }, { graph }) {
    const sources = sourcesOf(value, workload.namespace, graph);
    if (sources.length === 0) return undefined;
    return asList(value['env']).flatMap((one, index): Finding[] => {
      const name = asString(dig(one, 'name')) ?? '';
      const source = sources.find(({ prefix, keys }) => name.startsWith(prefix) && keys.has(name.slice(prefix.length)));
      if (!source) return [];
      return [
        {
          on: workload.manifest,
          path: [...path, 'env', index, 'name'],
          message: `environment variable ${name} hides the one of ConfigMap ${source.map.name}`,
          hops: [hop(source.map, ['data', name.slice(source.prefix.length)], `ConfigMap ${source.map.name}`)],
        },
      ];
    });
  },
};
