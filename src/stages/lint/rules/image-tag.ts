import { asString } from '../../../manifests/graph/json.js';
import type { ContainerRule } from '../rule.js';

export const imageTag: ContainerRule = {
  id: 'image-tag',
  severity: 'warning',
  requirement: 'containers',
  profile: 'recommended',
  remediation: 'Name a version or a digest of the image.',
  peers: ['kube-linter/latest-tag', 'kube-score/container-image-tag', 'polaris/tagNotSpecified'],
  visits: 'container',
  check(container) {
    const image = asString(container.value['image']) ?? '';
    const tag = /:([^/:@]+)$/.exec(image.split('@')[0] ?? '')?.[1];
    if (image === '' || image.includes('@') || (tag !== undefined && tag !== 'latest')) return undefined;
    const message = `image ${image} of container ${container.name} is another one tomorrow: it has ${tag === undefined ? 'no tag' : 'the tag latest'}`;
    return { on: container.workload.manifest, path: [...container.path, 'image'], message };
  },
};
