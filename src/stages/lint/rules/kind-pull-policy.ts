import { asString } from '../../../manifests/graph/json.js';
import type { ContainerRule } from '../rule.js';

/** What the API server defaults: `Always` for `latest` or no tag, else `IfNotPresent` (`SetDefaults_Container`). */
function policyOf(image: string, written: string | undefined): string {
  if (written !== undefined) return written;
  const tag = /:([^/:@]+)$/.exec(image.split('@')[0] ?? '')?.[1];
  return !image.includes('@') && (tag === undefined || tag === 'latest') ? 'Always' : 'IfNotPresent';
}

export const kindPullPolicy: ContainerRule = {
  id: 'kind-pull-policy',
  severity: 'error',
  requirement: 'containers',
  profile: 'kind',
  remediation: 'Set imagePullPolicy: IfNotPresent, and give the image a tag.',
  peers: [],
  visits: 'container',
  check({ value, path, workload, name }, { settings: { cluster } }) {
    const image = asString(value['image']) ?? '';
    if (!cluster?.loadedImages.includes(image)) return undefined;
    const written = asString(value['imagePullPolicy']);
    if (policyOf(image, written) !== 'Always') return undefined;
    const why = written ? 'imagePullPolicy is Always' : 'it has no tag, or latest, so imagePullPolicy is Always';
    return {
      on: workload.manifest,
      path: [...path, written ? 'imagePullPolicy' : 'image'],
      message: `image ${image} of container ${name} is loaded into the nodes, and ${why}: the kubelet asks a registry for it`,
    };
  },
};
