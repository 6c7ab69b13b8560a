import { asList, asString, dig } from '../../../manifests/graph/json.js';
import type { Finding, ObjectRule } from '../rule.js';

export const exposureCatchAll: ObjectRule = {
  id: 'exposure-catch-all',
  severity: 'note',
  requirement: 'exposure',
  profile: 'recommended',
  remediation: 'Name the host that the service is reached by.',
  peers: [
    'datree/INGRESS_INCORRECT_HOST_VALUE_PERMISSIVE',
    'kyverno/restrict-ingress-wildcard',
    'kyverno/restrict-ingress-defaultbackend',
  ],
  visits: 'object',
  kinds: ['Ingress'],
  check(manifest) {
    return asList(dig(manifest.value, 'spec', 'rules')).flatMap((rule, index): Finding[] => {
      const host = asString(dig(rule, 'host')) ?? '';
      if (host !== '' && !host.startsWith('*')) return [];
      const said = host === '' ? 'no host' : `host ${host}`;
      const path = ['spec', 'rules', index, 'host'];
      return [{ on: manifest, path, message: `a rule with ${said} answers for hosts that are not its own` }];
    });
  },
};
