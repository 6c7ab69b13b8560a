import { dig } from '../../../manifests/graph/json.js';
import type { ObjectRule } from '../rule.js';

export const cronjobDeadline: ObjectRule = {
  id: 'cronjob-deadline',
  severity: 'note',
  requirement: 'containers',
  profile: 'recommended',
  remediation: 'Set startingDeadlineSeconds.',
  peers: ['kube-score/cronjob-has-deadline'],
  visits: 'object',
  kinds: ['CronJob'],
  check(manifest) {
    if (dig(manifest.value, 'spec', 'startingDeadlineSeconds') !== undefined) return undefined;
    const message =
      'without startingDeadlineSeconds it stops for good after 100 missed starts, or runs late ones at any time';
    return { on: manifest, path: ['spec', 'startingDeadlineSeconds'], message };
  },
};
