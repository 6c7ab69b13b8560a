import { GateError } from '../../domain/error.js';
import type { Evidence } from '../../domain/evidence.js';
import type { StageContext } from '../../domain/stage.js';
import type { Cluster } from '../../ports/cluster-provider.js';
import type { AddOn, Platform } from '../../ports/platform.js';
import { waitFor } from '../wait.js';
import { witness } from '../witness.js';
import type { ProvisionPorts, ProvisionSpec } from './spec.js';

type Proof = (signal: AbortSignal) => Promise<string | undefined>;

/** Installs metrics-server and the ingress controller, and takes neither's word for being ready. */
export async function proveAddOns(
  platform: Platform,
  cluster: Cluster,
  spec: ProvisionSpec,
  context: StageContext,
  ports: ProvisionPorts,
): Promise<readonly Evidence[]> {
  await Promise.all([
    platform.install('metrics', spec.addOns, context.signal),
    platform.install('ingress', spec.addOns, context.signal),
  ]);
  const [metrics, ingress] = await Promise.all([
    prove(
      'metrics',
      'the metrics API tells the usage of a real pod',
      (signal) => platform.usage(signal),
      platform,
      spec,
      context,
      ports,
    ),
    prove(
      'ingress',
      'the ingress controller answers through the mapped port',
      (signal) => knock(cluster, signal, ports),
      platform,
      spec,
      context,
      ports,
    ),
  ]);
  const see = witness(ports.clock);
  return [
    see({
      claim: 'the metrics API tells the usage of a real pod',
      requirement: 'autoscaling',
      verdict: 'pass',
      observed: metrics,
      source: 'metrics.k8s.io/v1beta1 pods',
    }),
    see({
      claim: 'the ingress controller answers through the mapped port',
      requirement: 'routing',
      verdict: 'pass',
      observed: ingress,
      source: `GET ${cluster.ingress}/`,
    }),
  ];
}

async function prove(
  addOn: AddOn,
  what: string,
  proof: Proof,
  platform: Platform,
  spec: ProvisionSpec,
  { signal }: StageContext,
  { clock, log }: ProvisionPorts,
): Promise<string> {
  const outcome = await waitFor(
    {
      what,
      deadlineMs: spec.timeoutSeconds * 1000,
      intervalMs: 500,
      observe: async (look) => {
        const { ready, detail, hopeless } = await platform.state(addOn, look);
        if (!ready) return { done: false, seen: detail, hopeless };
        const proven = await proof(look);
        return proven === undefined
          ? { done: false, seen: `${detail}, but no answer yet` }
          : { done: true, state: proven };
      },
    },
    { clock, log, signal },
  );
  if (outcome.met) {
    log.info(`${addOn}: ${outcome.state} after ${(outcome.waitedMs / 1000).toFixed(1)} s`);
    return outcome.state;
  }
  throw new GateError(
    'ADDON_NOT_READY',
    `${addOn} (${spec.addOns.images[addOn]}) was not ready after ${(outcome.waitedMs / 1000).toFixed(0)} s: ${outcome.lastSeen}`,
    {
      hint: outcome.hopeless
        ? `Pull or build ${spec.addOns.images[addOn]} on this machine, so that it can be loaded.`
        : 'Raise `cluster-timeout`, or look at the diagnostics of its pods.',
    },
  );
}

/** An unrouted host must be answered by the controller itself, with 404: anything else listens on that port. */
async function knock({ ingress }: Cluster, signal: AbortSignal, { http }: ProvisionPorts): Promise<string | undefined> {
  const { status } = await http.get(
    { url: `${ingress}/`, host: 'unrouted.scale-gate.invalid', timeoutMs: 2_000 },
    signal,
  );
  return status === 404 ? '404 for a host that is routed nowhere' : undefined;
}
