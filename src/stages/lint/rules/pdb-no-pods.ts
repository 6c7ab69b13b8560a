import { budgetOf } from '../../../manifests/graph/budget.js';
import { describeSelector } from '../../../manifests/graph/selector.js';
import { missingSeverity, type ObjectRule } from '../rule.js';

export const pdbNoPods: ObjectRule = {
  id: 'pdb-no-pods',
  severity: 'warning',
  requirement: 'horizontal-scaling',
  profile: 'recommended',
  remediation: 'Make the selector equal to labels of the pods that it is to protect.',
  peers: ['popeye/POP-900'],
  visits: 'object',
  kinds: ['PodDisruptionBudget'],
  check(manifest, lint) {
    const { selector, pods } = budgetOf(lint.graph, manifest);
    if (!selector || pods?.isEmpty !== true) return undefined;
    const message = `its selector ${describeSelector(selector)} matches no pod: it protects nothing`;
    return { on: manifest, path: ['spec', 'selector'], message, severity: missingSeverity(lint, true, 'warning') };
  },
};
