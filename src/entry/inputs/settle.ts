import type { Complain } from './check.js';
import { contradictions } from './contradictions.js';
import type { Offers } from './offer.js';
import type { GateSpec } from './spec.js';

/**
 * Fills in what one option says of another, and complains of options that contradict each other.
 *
 * @param refused names of options whose value was refused already; what follows from them is not complained of.
 */
export function settle(spec: GateSpec, offers: Offers, refused: ReadonlySet<string>, complain: Complain): GateSpec {
  const settled: GateSpec = {
    ...spec,
    cluster: {
      ...spec.cluster,
      mode: clusterMode(spec, offers),
      quickClocks: spec.cluster.quickClocks && !spec.cluster.strict,
    },
    redis: { ...spec.redis, mode: redisMode(spec, offers) },
  };
  for (const problem of contradictions(settled, offers, refused)) complain(problem);
  return settled;
}

function clusterMode({ cluster }: GateSpec, offers: Offers): GateSpec['cluster']['mode'] {
  if (offers.has('cluster-mode')) return cluster.mode;
  return cluster.kubeconfig === undefined && cluster.context === undefined ? cluster.mode : 'existing';
}

function redisMode({ redis }: GateSpec, offers: Offers): GateSpec['redis']['mode'] {
  if (offers.has('redis-mode')) return redis.mode;
  const asked = [...offers.keys()].some((name) => name === 'redis' || name.startsWith('redis-'));
  return asked ? 'create' : redis.mode;
}
