import { reached } from '../../../manifests/graph/reach.js';
import { selects } from '../../../manifests/graph/selector.js';
import { servingKinds } from '../../../manifests/graph/workload.js';
import { missingSeverity, type SetRule } from '../rule.js';

export const exposureExternalUnreachable: SetRule = {
  id: 'exposure-external-unreachable',
  severity: 'error',
  requirement: 'exposure',
  profile: 'recommended',
  remediation: 'Route to it by an Ingress or a Gateway, or take it off the list of external workloads.',
  peers: [],
  visits: 'set',
  check(lint) {
    const { exposure } = lint.settings;
    if (!exposure) return undefined;
    const open = reached(lint.graph, exposure.internalClasses);
    return lint.graph.workloads
      .filter(
        ({ kind, labels }) => servingKinds.includes(kind) && exposure.external.some((one) => selects(one, labels)),
      )
      .filter((workload) => !open.has(lint.graph.pods.numberOf(workload) ?? -1))
      .map((workload) => ({
        on: workload.manifest,
        path: [...workload.templatePath, 'metadata', 'labels'],
        severity: missingSeverity(lint, true),
        message:
          'the exposure policy declares it external, and no Ingress, Gateway or Service leads to it from outside',
      }));
  },
};
