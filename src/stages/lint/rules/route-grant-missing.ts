import type { Graph } from '../../../manifests/graph/graph.js';
import { asList, asString, dig } from '../../../manifests/graph/json.js';
import { remembered } from '../../../manifests/graph/remembered.js';
import type { Backend } from '../../../manifests/graph/route.js';
import { describeBackend } from '../../../manifests/graph/route.js';
import type { Json } from '../../../manifests/manifest.js';
import { type Lint, missingSeverity, type SetRule } from '../rule.js';

/** Names of the Services that one grant opens; undefined in it stands for all. */
type Opened = ReadonlySet<Json | undefined>;

/** What grants open, by their namespace and by kind and namespace of who may come in. */
const grants = remembered((graph: Graph): ReadonlyMap<string, ReadonlySet<Opened>> => {
  const openedBy = new Map<string, Set<Opened>>();
  for (const grant of graph.ofKind('ReferenceGrant')) {
    const to = asList(dig(grant.value, 'spec', 'to')).filter((one) => dig(one, 'kind') === 'Service');
    const opened = new Set(to.map((one) => dig(one, 'name')));
    for (const one of asList(dig(grant.value, 'spec', 'from'))) {
      const key = `${graph.namespaceOf(grant)}\n${asString(dig(one, 'kind'))}\n${asString(dig(one, 'namespace'))}`;
      openedBy.set(key, (openedBy.get(key) ?? new Set()).add(opened));
    }
  }
  return openedBy;
});

function granted({ namespace, serviceNamespace, service, manifest }: Backend, { graph }: Lint): boolean {
  const opened = grants(graph).get(`${serviceNamespace}\n${manifest.kind}\n${namespace}`) ?? [];
  for (const names of opened) if (names.has(undefined) || names.has(service)) return true;
  return false;
}

/** Gateway API lets a route leave its namespace only where the other namespace grants it. */
export const routeGrantMissing: SetRule = {
  id: 'route-grant-missing',
  severity: 'error',
  requirement: 'routing',
  profile: 'recommended',
  remediation: 'Add a ReferenceGrant to the namespace of the Service, or route to a Service of the own namespace.',
  peers: [],
  visits: 'set',
  check(lint) {
    return lint.graph.backends
      .filter((backend) => backend.namespace !== backend.serviceNamespace && !granted(backend, lint))
      .map((backend) => ({
        on: backend.manifest,
        path: [...backend.servicePath.slice(0, -1), 'namespace'],
        message:
          `${describeBackend(backend)} leads into namespace ${backend.serviceNamespace}, which has no ReferenceGrant ` +
          `for ${backend.manifest.kind} of ${backend.namespace}`,
        severity: missingSeverity(lint, true),
      }));
  },
};
