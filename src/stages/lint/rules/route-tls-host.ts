import { asList, asString, dig } from '../../../manifests/graph/json.js';
import type { Finding, ObjectRule } from '../rule.js';

function covers(patterns: ReadonlySet<string>, host: string): boolean {
  const dot = host.indexOf('.');
  return patterns.has(host) || (dot >= 0 && patterns.has(`*${host.slice(dot)}`));
}

export const routeTlsHost: ObjectRule = {
  id: 'route-tls-host',
  severity: 'warning',
  requirement: 'exposure',
  profile: 'recommended',
  remediation: 'List the host under spec.tls.',
  peers: ['polaris/tlsSettingsMissing', 'kyverno/ingress-host-match-tls'],
  visits: 'object',
  kinds: ['Ingress'],
  check(manifest) {
    const tls = asList(dig(manifest.value, 'spec', 'tls'));
    const covered = new Set(tls.flatMap((one) => asList(dig(one, 'hosts')).flatMap((host) => asString(host) ?? [])));
    if (tls.some((one) => asList(dig(one, 'hosts')).length === 0)) return undefined;
    return asList(dig(manifest.value, 'spec', 'rules')).flatMap((rule, index): Finding[] => {
      const host = asString(dig(rule, 'host'));
      if (host === undefined || covers(covered, host)) return [];
      const path = ['spec', 'rules', index, 'host'];
      return [{ on: manifest, path, message: `host ${host} is in no entry of spec.tls: it is served in the clear` }];
    });
  },
};
