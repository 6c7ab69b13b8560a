import { dig } from '../../../manifests/graph/json.js';
import type { ObjectRule } from '../rule.js';

export const jobTtl: ObjectRule = {
  id: 'job-ttl',
  severity: 'note',
  requirement: 'containers',
  profile: 'production',
  remediation: 'Set ttlSecondsAfterFinished.',
  peers: ['kube-linter/job-ttl-seconds-after-finished'],
  visits: 'object',
  kinds: ['Job'],
  check(manifest) {
    const hook =
      dig(manifest.value, 'metadata', 'annotations', 'helm.sh/hook') ??
      dig(manifest.value, 'metadata', 'annotations', 'argocd.argoproj.io/hook');
    if (hook !== undefined || dig(manifest.value, 'spec', 'ttlSecondsAfterFinished') !== undefined) return undefined;
    return {
      on: manifest,
      path: ['spec', 'ttlSecondsAfterFinished'],
      message: 'the finished Job and its pods stay for ever',
    };
  },
};
