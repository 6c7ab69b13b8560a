import type { Evidence } from '../../domain/evidence.js';
import type { StageContext } from '../../domain/stage.js';
import type { JsonObject } from '../../manifests/manifest.js';
import type { Deployment } from '../../ports/deployment.js';
import type { Witness } from '../witness.js';
import { isObject } from './adaptation.js';
import { declaredInternal } from './declared-internal.js';
import type { DeployPorts, DeploySpec } from './spec.js';

/** What is external leads through the ingress controller; everything else must not be reachable from outside. */
export async function proveExposure(
  spec: DeploySpec,
  objects: readonly JsonObject[],
  deployment: Deployment,
  { signal }: StageContext,
  { http }: DeployPorts,
  see: Witness,
): Promise<readonly Evidence[]> {
  const exposures = await deployment.exposures(spec.namespace, signal);
  const around = see({
    claim: 'nothing listens outside the cluster but the ingress controller',
    requirement: 'exposure',
    verdict: exposures.length === 0 ? 'pass' : 'fail',
    observed:
      exposures.length === 0
        ? '0 node ports, load balancers, host ports, host networks and external IPs'
        : exposures.map(({ object, how }) => `${object}: ${how}`).join('; '),
    source: `API server: Services and Pods of namespace ${spec.namespace}`,
    ...(exposures[0] === undefined
      ? {}
      : {
          object: exposures[0].object,
          remedy: 'Make the Service a ClusterIP and lead outside traffic through an Ingress.',
        }),
  });
  const routed = new Set(
    objects.filter(({ kind }) => kind === 'Ingress').flatMap((ingress) => backendsOf(ingress['spec'])),
  );
  const services = objects.filter(({ kind }) => kind === 'Service').map(serviceName);
  const internal = services.filter((name) => !routed.has(name));
  const declared = declaredInternal(spec.internal ?? [], { services, routed }, see);
  return [around, ...declared, ...(await Promise.all(internal.map((name) => knock(name, spec, signal, http, see))))];
}

function serviceName({ metadata }: JsonObject): string {
  return isObject(metadata) ? String(metadata['name']) : '';
}

/** Names of the Services that an Ingress leads to, wherever they stand in its spec. */
function backendsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { service, ...rest } = value as { service?: { name?: unknown } };
  const own = typeof service?.name === 'string' ? [service.name] : [];
  return [...own, ...Object.values(rest).flatMap(backendsOf)];
}

/**
 * Asks the ingress controller for an internal Service by the names under which an outsider would try it. An Ingress
 * without a host answers for every name; so the answer is held against that for a name that nobody gave.
 */
async function knock(
  name: string,
  { cluster, namespace }: DeploySpec,
  signal: AbortSignal,
  http: DeployPorts['http'],
  see: Witness,
): Promise<Evidence> {
  const ask = async (host: string): Promise<{ host: string; status: number }> => {
    const { status } = await http.get({ url: `${cluster.ingress}/`, host, timeoutMs: 5_000 }, signal);
    return { host, status };
  };
  const hosts = [name, `${name}.${namespace}`, `${name}.${namespace}.svc.cluster.local`];
  const [control, ...answers] = await Promise.all(['nobody.scale-gate.invalid', ...hosts].map(ask));
  const open = answers.filter(({ status }) => status !== control?.status);
  const closed =
    control?.status === 404
      ? `404 for ${hosts.length} names of it`
      : `${hosts.length} names of it answer ${control?.status ?? 0}, as any name does: the Ingress without a host`;
  return see({
    claim: `Service/${name} is internal and not reachable from outside`,
    requirement: 'exposure',
    object: `Service/${name}`,
    verdict: open.length === 0 ? 'pass' : 'fail',
    observed: open.length === 0 ? closed : open.map(({ host, status }) => `${status} for Host ${host}`).join('; '),
    source: `GET ${cluster.ingress}/ through the ingress controller`,
    ...(open.length === 0 ? {} : { remedy: `Find the Ingress that leads to Service/${name}, and remove that route.` }),
  });
}
