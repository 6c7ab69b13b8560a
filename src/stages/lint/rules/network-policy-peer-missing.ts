import { asList, dig } from '../../../manifests/graph/json.js';
import { describeSelector, labelSelector } from '../../../manifests/graph/selector.js';
import { type Finding, missingSeverity, type ObjectRule } from '../rule.js';

const directions = [
  ['ingress', 'from'],
  ['egress', 'to'],
] as const;

export const networkPolicyPeerMissing: ObjectRule = {
  id: 'network-policy-peer-missing',
  severity: 'note',
  requirement: 'exposure',
  profile: 'recommended',
  remediation: 'Name labels that pods of the namespace have.',
  peers: ['kube-linter/dangling-networkpolicypeer-podselector', 'popeye/POP-1206'],
  visits: 'object',
  kinds: ['NetworkPolicy'],
  check(manifest, lint) {
    const namespace = lint.graph.namespaceOf(manifest);
    return directions.flatMap(([direction, field]) =>
      asList(dig(manifest.value, 'spec', direction)).flatMap((rule, index) =>
        asList(dig(rule, field)).flatMap((peer, number): Finding[] => {
          const selector = labelSelector(dig(peer, 'podSelector'));
          if (!selector || dig(peer, 'namespaceSelector') !== undefined) return [];
          if (!lint.graph.pods.chosen(namespace, selector).isEmpty) return [];
          const path = ['spec', direction, index, field, number, 'podSelector'];
          const message = `${direction} ${field} ${describeSelector(selector)} matches no pod of namespace ${namespace}`;
          return [{ on: manifest, path, message, severity: missingSeverity(lint, true, 'note') }];
        }),
      ),
    );
  },
};
