import { asList, asString, dig } from '../../../manifests/graph/json.js';
import { didYouMean, Names } from '../../../manifests/graph/nearness.js';
import { remembered } from '../../../manifests/graph/remembered.js';
import type { Manifest } from '../../../manifests/manifest.js';
import { type Finding, hop, isExternal, listed, missingSeverity, type ObjectRule } from '../rule.js';

const listenersOf = remembered(({ value }: Manifest) => {
  return new Names(asList(dig(value, 'spec', 'listeners')).flatMap((one) => asString(dig(one, 'name')) ?? []));
});

export const routeGatewayMissing: ObjectRule = {
  id: 'route-gateway-missing',
  severity: 'error',
  requirement: 'routing',
  profile: 'recommended',
  remediation: 'Name a Gateway and one of its listeners.',
  peers: [],
  visits: 'object',
  kinds: ['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute'],
  check(manifest, lint) {
    const { graph } = lint;
    return asList(dig(manifest.value, 'spec', 'parentRefs')).flatMap((parent, index): Finding[] => {
      const name = asString(dig(parent, 'name'));
      if (name === undefined || (dig(parent, 'kind') ?? 'Gateway') !== 'Gateway') return [];
      const namespace = asString(dig(parent, 'namespace')) ?? graph.namespaceOf(manifest);
      const path = ['spec', 'parentRefs', index];
      const gateway = graph.find('Gateway', namespace, name);
      if (!gateway) {
        if (isExternal(lint, 'Gateway', namespace, name)) return [];
        const hint = didYouMean(name, graph.namesOf('Gateway', namespace));
        const severity = hint === '' ? 'note' : missingSeverity(lint, true);
        return [
          {
            on: manifest,
            path: [...path, 'name'],
            severity,
            message: `its Gateway ${namespace}/${name} is not there${hint}`,
          },
        ];
      }
      const section = asString(dig(parent, 'sectionName'));
      const names = listenersOf(gateway);
      if (section === undefined || names.has(section)) return [];
      return [
        {
          on: manifest,
          path: [...path, 'sectionName'],
          message: `Gateway ${name} has no listener ${section}${didYouMean(section, names)}; it has ${listed(names.list)}`,
          hops: [hop(gateway, ['spec', 'listeners'], `listeners of Gateway ${name}`)],
        },
      ];
    });
  },
};
