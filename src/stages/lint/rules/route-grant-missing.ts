import { asList, dig } from '../../../manifests/graph/json.js';
import type { Backend } from '../../../manifests/graph/route.js';
import { describeBackend } from '../../../manifests/graph/route.js';
import { type Lint, missingSeverity, type SetRule } from '../rule.js';

function granted({ namespace, serviceNamespace, service, manifest }: Backend, { graph }: Lint): boolean {
  return graph.ofKind('ReferenceGrant').some((grant) => {
    if (graph.namespaceOf(grant) !== serviceNamespace) return false;
    const from = asList(dig(grant.value, 'spec', 'from'));
    const to = asList(dig(grant.value, 'spec', 'to'));
    return (
      from.some((one) => dig(one, 'kind') === manifest.kind && dig(one, 'namespace') === namespace) &&
      to.some(
        (one) =>
          dig(one, 'kind') === 'Service' && [undefined, service].includes(dig(one, 'name') as string | undefined),
      )
    );
  });
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
