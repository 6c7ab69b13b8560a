import { sharedClaims } from '../../../manifests/graph/claim.js';
import { didYouMean } from '../../../manifests/graph/nearness.js';
import { isExternal, missingSeverity, type WorkloadRule } from '../rule.js';

export const claimMissing: WorkloadRule = {
  id: 'claim-missing',
  severity: 'error',
  requirement: 'containers',
  profile: 'recommended',
  remediation: 'Add the PersistentVolumeClaim to the manifests.',
  peers: [],
  visits: 'workload',
  check(workload, lint) {
    const { namespace } = workload;
    return sharedClaims(lint.graph, workload)
      .filter(({ claim, name }) => !claim && !isExternal(lint, 'PersistentVolumeClaim', namespace, name))
      .map(({ name, path }) => {
        const hint = didYouMean(name, lint.graph.namesOf('PersistentVolumeClaim', namespace));
        const message = `PersistentVolumeClaim ${namespace}/${name} is not there${hint}: its pods stay Pending`;
        return { on: workload.manifest, path, message, severity: missingSeverity(lint, hint !== '') };
      });
  },
};
