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
  *check({ graph }) {
    const isStore = (port: number): boolean => stores[port] !== undefined;
    for (const { by, manifest, path, workload, podPort = 0, service } of waysIn(graph, [], { podPorts: isStore })) {
      if (!open.includes(by)) continue;
      const { kind, name } = workload;
      const behind = service && service.manifest !== manifest ? [service] : [];
      yield {
        on: manifest,
        path,
        message: `${by} opens port ${podPort} (${stores[podPort]}) of ${kind} ${name} to the outside`,
        hops: [
          ...behind.map((one) => hop(one.manifest, ['spec', 'selector'], `Service ${one.name}`)),
          hop(workload.manifest, [...workload.podPath, 'containers'], `${kind} ${name}`),
        ],
      };
    }
  },
};
