import { GateError } from '../../domain/error.js';
import type { Evidence } from '../../domain/evidence.js';
import type { Requirement } from '../../domain/requirement.js';
import type { StageContext } from '../../domain/stage.js';
import type { Cluster } from '../../ports/cluster-provider.js';
import type { HttpProbe } from '../../ports/http-probe.js';
import type { AddOn, Platform } from '../../ports/platform.js';
import { type Sighting, type Waited, waitFor } from '../wait.js';
import { witness } from '../witness.js';
import type { ProvisionPorts, ProvisionSpec } from './spec.js';

/** How an add-on is seen to work, whatever its Deployment says. */
interface Proof {
  readonly addOn: AddOn;
  readonly claim: string;
  readonly requirement: Requirement;
  readonly source: string;
  look(signal: AbortSignal): Promise<Sighting<string>>;
}

/** Installs metrics-server and the ingress controller, and takes neither's word for being ready. */
export async function proveAddOns(
  platform: Platform,
  cluster: Cluster,
  spec: ProvisionSpec,
  { signal }: StageContext,
  ports: ProvisionPorts,
): Promise<readonly Evidence[]> {
  const proofs = [metricsProof(platform), ingressProof(cluster, ports.http)];
  await Promise.all(proofs.map(({ addOn }) => platform.install(addOn, spec.addOns, signal)));
  const see = witness(ports.clock);
  return Promise.all(
    proofs.map(async (proof) => {
      const { claim, requirement, source } = proof;
      const observed = await prove(proof, platform, spec, signal, ports);
      return see({ claim, requirement, verdict: 'pass', observed, source });
    }),
  );
}

function metricsProof(platform: Platform): Proof {
  return {
    addOn: 'metrics',
    claim: 'the metrics API tells the usage of a real pod',
    requirement: 'autoscaling',
    source: 'metrics.k8s.io/v1beta1 pods',
    look: async (signal) => {
      const usage = await platform.usage(signal);
      return usage === undefined ? { done: false, seen: 'usage of 0 pods' } : { done: true, state: usage };
    },
  };
}

/** An unrouted host must be answered by the controller itself, with 404: anything else listens on that port. */
function ingressProof({ ingress }: Cluster, http: HttpProbe): Proof {
  const request = { url: `${ingress}/`, host: 'unrouted.scale-gate.invalid', timeoutMs: 2_000 };
  return {
    addOn: 'ingress',
    claim: 'the ingress controller answers through the mapped port',
    requirement: 'routing',
    source: `GET ${ingress}/`,
    look: async (signal) => {
      const { status } = await http.get(request, signal);
      return status === 404
        ? { done: true, state: '404 for a host that is routed nowhere' }
        : { done: false, seen: `status ${status} for a host that is routed nowhere: something else answers there` };
    },
  };
}

async function prove(
  { addOn, claim, look }: Proof,
  platform: Platform,
  spec: ProvisionSpec,
  signal: AbortSignal,
  { clock, log }: ProvisionPorts,
): Promise<string> {
  const observe = async (inner: AbortSignal): Promise<Sighting<string>> => {
    const { ready, detail, hopeless } = await platform.state(addOn, inner);
    if (!ready) return { done: false, seen: detail, hopeless };
    const sighting = await look(inner);
    return sighting.done ? sighting : { ...sighting, seen: `${detail}, but ${sighting.seen}` };
  };
  const bounds = { what: claim, deadlineMs: spec.timeoutSeconds * 1000, intervalMs: 500 };
  const outcome = await waitFor({ ...bounds, observe }, { clock, log, signal });
  if (!outcome.met) throw notReady(addOn, spec.addOns.images[addOn], outcome);
  log.info(`${addOn}: ${outcome.state} after ${seconds(outcome, 1)} s`);
  return outcome.state;
}

function notReady(addOn: AddOn, image: string, outcome: Waited<string> & { readonly met: false }): GateError {
  const message = `${addOn} (${image}) was not ready after ${seconds(outcome, 0)} s: ${outcome.lastSeen}`;
  const hint = outcome.hopeless
    ? `Pull or build ${image} on this machine, so that it can be loaded.`
    : 'Raise `cluster-timeout`, or look at the diagnostics of its pods.';
  return new GateError('ADDON_NOT_READY', message, { hint });
}

function seconds({ waitedMs }: { readonly waitedMs: number }, digits: number): string {
  return (waitedMs / 1000).toFixed(digits);
}
