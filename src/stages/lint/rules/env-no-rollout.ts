import { asStrings, dig } from '../../../manifests/graph/json.js';
import { referencesOf } from '../../../manifests/graph/reference.js';
import { hop, type WorkloadRule } from '../rule.js';

const hashedName = /-[a-z0-9]{8,10}$/;

/** Variables are read when a container starts: a changed ConfigMap reaches nobody before a restart. */
export const envNoRollout: WorkloadRule = {
  id: 'env-no-rollout',
  severity: 'note',
  requirement: 'configuration',
  profile: 'production',
  remediation: 'Put a checksum of the ConfigMap into an annotation of the pod template, or its hash into its name.',
  peers: [],
  visits: 'workload',
  check(workload, { graph }) {
    const annotations = asStrings(dig(workload.manifest.value, ...workload.templatePath, 'metadata', 'annotations'));
    const watched = ['stakater', 'reloader', 'checksum', 'hash'];
    const own = asStrings(dig(workload.manifest.value, 'metadata', 'annotations'));
    if ([...annotations.keys(), ...own.keys()].some((name) => watched.some((word) => name.includes(word))))
      return undefined;
    const found = referencesOf(workload).find(({ kind, use, name }) => {
      const byEnvironment = kind === 'ConfigMap' && (use === 'env' || use === 'envFrom') && !hashedName.test(name);
      const map = byEnvironment ? graph.find('ConfigMap', workload.namespace, name) : undefined;
      return map !== undefined && map.value['immutable'] !== true;
    });
    const map = found && graph.find('ConfigMap', workload.namespace, found.name);
    if (!found || !map) return undefined;
    const message = `it reads ConfigMap ${found.name} into its environment: a change of it reaches the pods only when they restart`;
    return { on: workload.manifest, path: found.path, message, hops: [hop(map, ['data'], `ConfigMap ${found.name}`)] };
  },
};
