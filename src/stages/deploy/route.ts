import { GateError } from '../../domain/error.js';
import type { Evidence } from '../../domain/evidence.js';
import type { StageContext } from '../../domain/stage.js';
import type { JsonObject } from '../../manifests/manifest.js';
import type { Deployment } from '../../ports/deployment.js';
import { type Sighting, type Waited, waitFor } from '../wait.js';
import type { Witness } from '../witness.js';
import { isObject } from './adaptation.js';
import type { DeployPorts, DeploySpec } from './spec.js';

const ROUTE_SECONDS = 30;
/** Answers in a row: the first one may come before every endpoint is known to the controller. */
const ANSWERS = 3;

/** Discovery (each Service with a selector has ready addresses), then routing (the Ingress leads a request to the service). */
export async function proveRoute(
  spec: DeploySpec,
  objects: readonly JsonObject[],
  deployment: Deployment,
  context: StageContext,
  ports: DeployPorts,
  see: Witness,
): Promise<readonly Evidence[]> {
  const discovery = await Promise.all(
    objects.filter(hasSelector).map((service) => proveEndpoints(service, spec, deployment, context, ports, see)),
  );
  if (!objects.some(({ kind }) => kind === 'Ingress')) return discovery;
  return [...discovery, await proveAnswer(spec, takesAnyHost(objects), context, ports, see)];
}

function hasSelector({ kind, spec }: JsonObject): boolean {
  return kind === 'Service' && isObject(spec) && isObject(spec['selector']) && Object.keys(spec['selector']).length > 0;
}

async function proveEndpoints(
  service: JsonObject,
  spec: DeploySpec,
  deployment: Deployment,
  { signal }: StageContext,
  { clock, log }: DeployPorts,
  see: Witness,
): Promise<Evidence> {
  const metadata = isObject(service['metadata']) ? service['metadata'] : {};
  const name = String(metadata['name']);
  const namespace = String(metadata['namespace'] ?? spec.namespace);
  const outcome = await waitFor(
    {
      what: `Service/${name} has ready addresses`,
      deadlineMs: ROUTE_SECONDS * 1000,
      intervalMs: 500,
      observe: async (look) => {
        const ready = await deployment.readyEndpoints(namespace, name, look);
        return ready > 0 ? { done: true, state: ready } : { done: false, seen: '0 ready addresses' };
      },
    },
    { clock, log, signal },
  );
  if (!outcome.met && outcome.inability !== undefined) throw outcome.inability;
  return see({
    claim: `Service/${name} is found, with pods behind it`,
    requirement: 'routing',
    object: `Service/${name}`,
    verdict: outcome.met ? 'pass' : 'fail',
    observed: outcome.met
      ? `${outcome.state} ready ${outcome.state === 1 ? 'address' : 'addresses'}`
      : outcome.lastSeen,
    source: `API server: endpoint slices of ${namespace}/${name}`,
    ...(outcome.met ? {} : { remedy: 'Compare the selector of the Service with the labels of the pods.' }),
  });
}

/** Whether an Ingress of the service is asked for hosts that nobody routes as well. */
function takesAnyHost(objects: readonly JsonObject[]): boolean {
  const routes = objects.filter(({ kind }) => kind === 'Ingress').map(({ spec }) => (isObject(spec) ? spec : {}));
  return routes.some(({ rules, defaultBackend }) => {
    const hosts = (Array.isArray(rules) ? rules : []).map((rule: JsonObject) => rule['host']);
    return defaultBackend !== undefined || hosts.some((host) => host === undefined || host === '' || host === '*');
  });
}

async function proveAnswer(
  spec: DeploySpec,
  anyHost: boolean,
  { signal }: StageContext,
  ports: DeployPorts,
  see: Witness,
): Promise<Evidence> {
  const { host, path } = spec.probe;
  const url = `${spec.cluster.ingress}${path}`;
  const name = `${host ?? ''}${path}`;
  const outcome = await waitFor(
    {
      what: `${name} answers through the Ingress`,
      deadlineMs: ROUTE_SECONDS * 1000,
      intervalMs: 200,
      observe: answersInRow(url, spec, ports),
    },
    { clock: ports.clock, log: ports.log, signal },
  );
  await blameTheRoute(outcome, anyHost, spec, signal, ports);
  if (outcome.met) ports.log.info(`${name} answers through the Ingress: ${outcome.state}`);
  return see({
    claim: 'the external route answers from outside',
    requirement: 'routing',
    source: `GET ${url}${host === undefined ? '' : ` with Host ${host}`}`,
    ...(outcome.met
      ? { verdict: 'pass', observed: outcome.state }
      : { verdict: 'fail', observed: `${outcome.lastSeen} after ${ROUTE_SECONDS} s`, remedy }),
  });
}

const remedy =
  'Compare host, path and backend of the Ingress with the Service; name the path that answers with `deploy-path`.';

function answersInRow(
  url: string,
  { probe: { host, status: wanted } }: DeploySpec,
  { http }: DeployPorts,
): (signal: AbortSignal) => Promise<Sighting<string>> {
  let inRow = 0;
  return async (signal) => {
    const before = inRow;
    inRow = 0;
    const { status, durationMs } = await http.get({ url, host, timeoutMs: 5_000 }, signal);
    inRow = isWanted(status, wanted) ? before + 1 : 0;
    return inRow >= ANSWERS
      ? { done: true, state: `${status} in ${durationMs.toFixed(0)} ms, ${ANSWERS} times in a row` }
      : { done: false, seen: `status ${status}` };
  };
}

/**
 * Whether a route that did not answer as it should is the service's fault: only where the controller answers for a host that
 * nobody routes, and with no error of its own.
 */
async function blameTheRoute(
  outcome: Waited<string>,
  anyHost: boolean,
  { cluster }: DeploySpec,
  signal: AbortSignal,
  { http }: DeployPorts,
): Promise<void> {
  if (outcome.met) return;
  const { inability, lastSeen } = outcome;
  if (inability === undefined && (anyHost || !serverError.test(lastSeen))) return;
  const control = { url: `${cluster.ingress}/`, host: 'nobody.scale-gate.invalid', timeoutMs: 5_000 };
  const { status } = await http.get(control, signal).catch((error: unknown) => Promise.reject(inability ?? error));
  if (anyHost || status < 500) return;
  throw new GateError('ADDON_NOT_READY', `the ingress controller answers ${status} for a host that nobody routes`, {
    hint: 'Look at the ingress controller: nothing was found out about the route to the service.',
  });
}

const serverError = /^status 5\d\d$/;

function isWanted(status: number, wanted: number | undefined): boolean {
  return wanted === undefined ? status >= 200 && status < 400 : status === wanted;
}
