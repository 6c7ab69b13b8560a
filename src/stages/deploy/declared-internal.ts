import type { Evidence } from '../../domain/evidence.js';
import type { Witness } from '../witness.js';

/** Services of the manifests, and those of them that an Ingress leads to. */
export interface Routes {
  readonly services: readonly string[];
  readonly routed: ReadonlySet<string>;
}

/**
 * Services that were declared internal, held against the Ingresses. That a Service is routed is no fault by itself;
 * somebody has to have said that it must not be.
 */
export function declaredInternal(names: readonly string[], { services, routed }: Routes, see: Witness): Evidence[] {
  return names.map((name) => {
    const known = services.includes(name);
    const verdict = !known ? 'inconclusive' : routed.has(name) ? 'fail' : 'pass';
    const remedies = {
      pass: {},
      fail: { remedy: `Remove the route to Service/${name}, or take it out of \`deploy-internal\`.` },
      inconclusive: { remedy: 'Correct `deploy-internal`: it names Services of the manifests.' },
    };
    return see({
      claim: `no Ingress leads to Service/${name}, which is declared internal`,
      requirement: 'exposure',
      object: `Service/${name}`,
      verdict,
      observed: known
        ? `${routed.has(name) ? 'an Ingress leads' : '0 Ingresses lead'} to it`
        : 'no Service of that name',
      source: `${services.length} Services and their Ingresses in the manifests`,
      ...remedies[verdict],
    });
  });
}
