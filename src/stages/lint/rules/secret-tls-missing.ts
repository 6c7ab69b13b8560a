import { asList, asString, dig } from '../../../manifests/graph/json.js';
import { didYouMean } from '../../../manifests/graph/nearness.js';
import { keysOf, madeSecrets } from '../../../manifests/graph/reference.js';
import { type Finding, hop, isExternal, listed, type ObjectRule } from '../rule.js';

export const secretTlsMissing: ObjectRule = {
  id: 'secret-tls-missing',
  severity: 'warning',
  requirement: 'configuration',
  profile: 'recommended',
  remediation: 'Name a Secret with tls.crt and tls.key, or let cert-manager make it.',
  peers: [],
  visits: 'object',
  kinds: ['Ingress'],
  check(manifest, lint) {
    const { graph, settings } = lint;
    const namespace = graph.namespaceOf(manifest);
    return asList(dig(manifest.value, 'spec', 'tls')).flatMap((tls, index): Finding[] => {
      const name = asString(dig(tls, 'secretName'));
      if (name === undefined || isExternal(lint, 'Secret', namespace, name) || madeSecrets(graph, namespace).has(name))
        return [];
      const secret = graph.find('Secret', namespace, name);
      const path = ['spec', 'tls', index, 'secretName'];
      if (!secret) {
        const hint = didYouMean(name, graph.namesOf('Secret', namespace));
        const severity = settings.whole && (hint !== '' || settings.cluster) ? 'warning' : 'note';
        return [
          {
            on: manifest,
            path,
            severity,
            message: `its TLS Secret ${name} is not there${hint}: the controller serves its own certificate`,
          },
        ];
      }
      const keys = keysOf(secret);
      if (keys.has('tls.crt') && keys.has('tls.key')) return [];
      return [
        {
          on: manifest,
          path,
          severity: 'error',
          message: `Secret ${name} has no tls.crt and tls.key; it has ${listed(keys.list) || 'no keys'}`,
          hops: [hop(secret, ['data'], `keys of Secret ${name}`)],
        },
      ];
    });
  },
};
