import { asStrings, dig } from '../../../manifests/graph/json.js';
import type { ObjectRule } from '../rule.js';

export const exposureSnippet: ObjectRule = {
  id: 'exposure-snippet',
  severity: 'warning',
  requirement: 'exposure',
  profile: 'recommended',
  remediation: 'Use an annotation or a Gateway API filter that does this one thing.',
  peers: ['checkov/CKV_K8S_152', 'checkov/CKV_K8S_153', 'trivy/KCV-0093', 'datree/INGRESS_CVE2021_25742'],
  visits: 'object',
  kinds: ['Ingress'],
  check(manifest) {
    const names = [...asStrings(dig(manifest.value, 'metadata', 'annotations')).keys()];
    return names
      .filter((name) => /ingress\.kubernetes\.io\/.*-snippets?$/.test(name))
      .map((name) => ({
        on: manifest,
        path: ['metadata', 'annotations', name],
        what: 'key' as const,
        message: `${name} puts raw configuration into the proxy, which sees every secret of the cluster (CVE-2021-25742)`,
      }));
  },
};
