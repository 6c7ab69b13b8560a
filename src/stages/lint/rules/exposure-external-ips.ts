import { asList, dig } from '../../../manifests/graph/json.js';
import type { ObjectRule } from '../rule.js';

export const exposureExternalIps: ObjectRule = {
  id: 'exposure-external-ips',
  severity: 'warning',
  requirement: 'exposure',
  profile: 'recommended',
  remediation: 'Use a load balancer or an Ingress; externalIPs lets a Service catch foreign traffic (CVE-2020-8554).',
  peers: ['trivy/KSV-0108'],
  visits: 'object',
  kinds: ['Service'],
  check(manifest) {
    const ips = asList(dig(manifest.value, 'spec', 'externalIPs'));
    if (ips.length === 0) return undefined;
    return { on: manifest, path: ['spec', 'externalIPs'], message: `it claims ${ips.length} addresses by externalIPs` };
  },
};
