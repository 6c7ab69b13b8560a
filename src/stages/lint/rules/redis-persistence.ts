import { asList, asString, dig } from '../../../manifests/graph/json.js';
import { type RedisServer, redisClusters, settingOf } from '../../../manifests/graph/redis.js';
import { type Finding, hop, type SetRule } from '../rule.js';

interface Mount {
  readonly name: string;
  readonly at: string;
}

function mountOf({ container }: RedisServer, folder: string): Mount | undefined {
  const mounts = asList(container.value['volumeMounts']).map((one) => {
    return { name: asString(dig(one, 'name')) ?? '', at: asString(dig(one, 'mountPath')) ?? '' };
  });
  return mounts
    .filter(({ at }) => folder === at || folder.startsWith(at.endsWith('/') ? at : `${at}/`))
    .toSorted((a, b) => b.at.length - a.at.length)
    .at(0);
}

function findingOf(server: RedisServer): Finding | undefined {
  const { workload, container } = server;
  const file = settingOf(server, 'cluster-config-file')?.value ?? 'nodes.conf';
  // The images of Redis and Valkey work in /data.
  const folder = file.startsWith('/')
    ? file.slice(0, file.lastIndexOf('/')) || '/'
    : (settingOf(server, 'dir')?.value ?? '/data');
  const mount = mountOf(server, folder);
  const claims = asList(dig(workload.manifest.value, 'spec', 'volumeClaimTemplates'));
  if (mount && claims.some((claim) => dig(claim, 'metadata', 'name') === mount.name)) return undefined;
  const volumes = asList(workload.pod['volumes']);
  const index = volumes.findIndex((volume) => dig(volume, 'name') === mount?.name);
  const readOnly = dig(volumes[index], 'configMap') !== undefined || dig(volumes[index], 'secret') !== undefined;
  if (dig(volumes[index], 'persistentVolumeClaim') !== undefined) return undefined;
  const where = mount ? `${folder} on volume ${mount.name}` : `${folder} in the container's own file system`;
  return {
    on: workload.manifest,
    path: [...container.path, 'volumeMounts'],
    severity: readOnly ? 'error' : 'warning',
    message: readOnly
      ? `${file} is written to ${where}, which is read-only: the node does not start`
      : `${file} is kept in ${where}: a pod that is made anew forgets its slots and its data`,
    hops: index < 0 ? [] : [hop(workload.manifest, [...workload.podPath, 'volumes', index], `volume ${mount?.name}`)],
  };
}

export const redisPersistence: SetRule = {
  id: 'redis-persistence',
  severity: 'warning',
  requirement: 'containers',
  profile: 'recommended',
  remediation: 'Mount a claim of volumeClaimTemplates where nodes.conf and the data are.',
  peers: [],
  visits: 'set',
  check: ({ graph }) => redisClusters(graph).flatMap((server) => findingOf(server) ?? []),
};
