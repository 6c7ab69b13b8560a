import { asList, asString, dig } from '../../../manifests/graph/json.js';
import { keysOf } from '../../../manifests/graph/reference.js';
import { type ContainerRule, type Finding, hop } from '../rule.js';

export const envShadowed: ContainerRule = {
  id: 'env-shadowed',
  severity: 'note',
  requirement: 'configuration',
  profile: 'recommended',
  remediation: 'Set the variable in one place.',
  peers: [],
  visits: 'container',
  check({ value, path, workload }, { graph }) {
    const sources = asList(value['envFrom']).flatMap((one) => {
      const name = asString(dig(one, 'configMapRef', 'name')) ?? '';
      const map = graph.find('ConfigMap', workload.namespace, name);
      return map ? [{ map, prefix: asString(dig(one, 'prefix')) ?? '', keys: keysOf(map.value) }] : [];
    });
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
