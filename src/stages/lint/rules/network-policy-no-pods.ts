import { dig } from '../../../manifests/graph/json.js';
import { describeSelector, labelSelector } from '../../../manifests/graph/selector.js';
import { missingSeverity, type ObjectRule } from '../rule.js';

export const networkPolicyNoPods: ObjectRule = {
  id: 'network-policy-no-pods',
  severity: 'warning',
  requirement: 'exposure',
  profile: 'recommended',
  remediation: 'Make the podSelector equal to labels of the pods that it is to protect.',
  peers: ['kube-linter/dangling-networkpolicy', 'kube-score/networkpolicy-targets-pod', 'popeye/POP-1200'],
  visits: 'object',
  kinds: ['NetworkPolicy'],
  check(manifest, lint) {
    const selector = labelSelector(dig(manifest.value, 'spec', 'podSelector') ?? {});
    if (!selector || (selector.matchLabels.size === 0 && selector.requirements.length === 0)) return undefined;
    if (!lint.graph.pods.chosen(lint.graph.namespaceOf(manifest), selector).isEmpty) return undefined;
    const message = `its podSelector ${describeSelector(selector)} matches no pod: it protects nothing`;
    return { on: manifest, path: ['spec', 'podSelector'], message, severity: missingSeverity(lint, true, 'warning') };
  },
};
