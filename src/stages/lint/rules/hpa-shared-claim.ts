import { sharedClaims } from '../../../manifests/graph/claim.js';
import { hop, type WorkloadRule } from '../rule.js';

export const hpaSharedClaim: WorkloadRule = {
  id: 'hpa-shared-claim',
  severity: 'warning',
  requirement: 'horizontal-scaling',
  profile: 'recommended',
  remediation: 'Use a claim per pod (StatefulSet volumeClaimTemplates), ReadWriteMany, or a store outside of the pods.',
  peers: [],
  visits: 'workload',
  check(workload, { graph }) {
    const [scaler] = graph.scalersOf(workload);
    const most = scaler?.max ?? workload.replicas ?? 1;
    if (most < 2) return undefined;
    return sharedClaims(graph, workload)
      .filter(
        ({ accessModes }) => accessModes.length > 0 && accessModes.every((mode) => mode.startsWith('ReadWriteOnce')),
      )
      .map(({ name, path, claim, accessModes }) => ({
        on: workload.manifest,
        path,
        severity: accessModes.includes('ReadWriteOncePod') ? ('error' as const) : ('warning' as const),
        message: `up to ${most} pods share claim ${name}, which is ${accessModes.join(', ')}: pods on a second node can not start`,
        hops: claim ? [hop(claim, ['spec', 'accessModes'], `PersistentVolumeClaim ${name}`)] : [],
      }));
  },
};
