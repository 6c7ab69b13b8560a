import { asString } from '../../../manifests/graph/json.js';
import type { ContainerRule } from '../rule.js';

export const imageRegistry: ContainerRule = {
  id: 'image-registry',
  severity: 'note',
  requirement: 'containers',
  profile: 'production',
  remediation: 'Name the registry that the image comes from.',
  peers: ['kube-linter/latest-tag'],
  visits: 'container',
  check(container) {
    const image = asString(container.value['image']) ?? '';
    const [first = '', ...rest] = image.split('/');
    if (image === '' || (rest.length > 0 && /[.:]|^localhost$/.test(first))) return undefined;
    const message = `image ${image} of container ${container.name} names no registry: the node's own configuration decides where it comes from`;
    return { on: container.workload.manifest, path: [...container.path, 'image'], message };
  },
};
