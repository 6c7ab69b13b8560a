import { asText, dig } from '../../../manifests/graph/json.js';
import type { ObjectRule } from '../rule.js';

export const instanceLabelMismatch: ObjectRule = {
  id: 'instance-label-mismatch',
  severity: 'note',
  requirement: 'configuration',
  profile: 'production',
  remediation: 'Let app.kubernetes.io/instance name the release that the object belongs to.',
  peers: ['polaris/metadataAndInstanceMismatched'],
  visits: 'object',
  kinds: ['Deployment', 'StatefulSet', 'DaemonSet'],
  check(manifest) {
    const label = dig(manifest.value, 'metadata', 'labels', 'app.kubernetes.io/instance');
    if (
      label === undefined ||
      label === null ||
      manifest.name.includes(asText(label)) ||
      asText(label).includes(manifest.name)
    )
      return undefined;
    const path = ['metadata', 'labels', 'app.kubernetes.io/instance'];
    return {
      on: manifest,
      path,
      message: `label app.kubernetes.io/instance is ${asText(label)}, and nothing in its name says so`,
    };
  },
};
