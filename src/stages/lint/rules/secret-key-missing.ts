import { didYouMean } from '../../../manifests/graph/nearness.js';
import { keysOf, referencesOf } from '../../../manifests/graph/reference.js';
import { type Finding, hop, type WorkloadRule } from '../rule.js';

export const secretKeyMissing: WorkloadRule = {
  id: 'secret-key-missing',
  severity: 'error',
  requirement: 'configuration',
  profile: 'recommended',
  remediation: 'Name a key that the Secret has.',
  peers: [],
  visits: 'workload',
  check(workload, { graph }) {
    return referencesOf(workload).flatMap((one): Finding[] => {
      const secret = one.kind === 'Secret' ? graph.find('Secret', workload.namespace, one.name) : undefined;
      if (!secret || one.key === undefined || one.optional) return [];
      const keys = keysOf(secret);
      // A Secret without data is filled by somebody else.
      if (keys.list.length === 0 || keys.has(one.key)) return [];
      return [
        {
          on: workload.manifest,
          path: one.keyPath,
          message: `Secret ${one.name} has no key ${one.key}${didYouMean(one.key, keys)}: its pods stay in CreateContainerConfigError`,
          hops: [
            hop(
              secret,
              [secret.value['stringData'] === undefined ? 'data' : 'stringData'],
              `keys of Secret ${one.name}`,
            ),
          ],
        },
      ];
    });
  },
};
