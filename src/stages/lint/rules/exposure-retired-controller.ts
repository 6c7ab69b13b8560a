import { asString, asStrings, dig } from '../../../manifests/graph/json.js';
import type { ObjectRule } from '../rule.js';

export const exposureRetiredController: ObjectRule = {
  id: 'exposure-retired-controller',
  severity: 'note',
  requirement: 'exposure',
  profile: 'recommended',
  remediation: 'Move to a controller that gets fixes, or to the Gateway API.',
  peers: [],
  visits: 'object',
  kinds: ['Ingress'],
  check(manifest) {
    const annotations = asStrings(dig(manifest.value, 'metadata', 'annotations'));
    const own = [...annotations.keys()].find((name) => name.startsWith('nginx.ingress.kubernetes.io/'));
    if (own !== undefined) {
      const path = ['metadata', 'annotations', own];
      return {
        on: manifest,
        path,
        what: 'key',
        message: `${own} is read by ingress-nginx alone, which was retired in March 2026`,
      };
    }
    if (asString(dig(manifest.value, 'spec', 'ingressClassName')) !== 'nginx') return undefined;
    const message = 'class nginx is that of ingress-nginx, which was retired in March 2026';
    return { on: manifest, path: ['spec', 'ingressClassName'], message };
  },
};
