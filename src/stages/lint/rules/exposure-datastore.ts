import { waysIn } from '../../../manifests/graph/reach.js';
import { hop, type SetRule } from '../rule.js';

/** Ports by which data stores are known. */
const stores: Readonly<Record<number, string>> = {
  1433: 'SQL Server',
  1521: 'Oracle',
  2379: 'etcd',
  3306: 'MySQL',
  5432: 'PostgreSQL',
  5984: 'CouchDB',
  6379: 'Redis',
  7000: 'Cassandra',
  9042: 'Cassandra',
  9200: 'Elasticsearch',
  11211: 'Memcached',
  26257: 'CockroachDB',
  27017: 'MongoDB',
};

/** Host ports and host networks are another rule's; development clusters open them on purpose. */
const open: readonly string[] = ['Ingress', 'Gateway', 'LoadBalancer', 'NodePort', 'externalIPs'];

export const exposureDatastore: SetRule = {
  id: 'exposure-datastore',
  severity: 'error',
  requirement: 'exposure',
  profile: 'recommended',
  remediation: 'Make the Service of the data store ClusterIP.',
  peers: [],
  visits: 'set',
  check({ graph }) {
    return waysIn(graph, [])
      .filter(({ by, podPort }) => open.includes(by) && podPort !== undefined && stores[podPort] !== undefined)
      .map(({ by, manifest, path, workload, podPort = 0, service }) => ({
        on: manifest,
        path,
        message: `${by} opens port ${podPort} (${stores[podPort]}) of ${workload.kind} ${workload.name} to the outside`,
        hops: [
          ...(service && service.manifest !== manifest
            ? [hop(service.manifest, ['spec', 'selector'], `Service ${service.name}`)]
            : []),
          hop(workload.manifest, [...workload.podPath, 'containers'], `${workload.kind} ${workload.name}`),
        ],
      }));
  },
};
