import { GateError } from '../../domain/error.js';
import type { Evidence } from '../../domain/evidence.js';
import type { StageContext } from '../../domain/stage.js';
import type { JsonObject } from '../../manifests/manifest.js';
import type { Deployment, Rollout, WorkloadRef } from '../../ports/deployment.js';
import { stolenTime } from '../stolen-time.js';
import { type Sighting, type Waited, waitFor } from '../wait.js';
import type { Witness } from '../witness.js';
import { isObject } from './adaptation.js';
import type { DeployPorts, DeploySpec } from './spec.js';

const kinds = ['Deployment', 'StatefulSet', 'DaemonSet'] as const;
/** A pod may be unschedulable for a moment while a volume is bound; after this long it is said to be so for good. */
const UNSCHEDULABLE_SECONDS = 20;

/** One claim a workload: its rollout ends with every replica Ready, or the reason is given as soon as it is hopeless. */
export async function proveRollouts(
  spec: DeploySpec,
  objects: readonly JsonObject[],
  deployment: Deployment,
  { signal }: StageContext,
  ports: DeployPorts,
  see: Witness,
): Promise<readonly Evidence[]> {
  const workloads = objects.flatMap((object) => workloadOf(object, spec.namespace));
  if (workloads.length === 0) return [see(nothingToRoll)];
  const proofs = workloads.map((workload) => proveRollout(workload, spec, deployment, signal, ports));
  const ended = await Promise.allSettled(proofs);
  // All have ended by now: what one of them could not find out does not leave the others at work.
  return ended.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return see(one.value);
  });
}

type Claim = Omit<Evidence, 'at'>;

const nothingToRoll: Claim = {
  claim: 'a workload rolls out',
  requirement: 'containers',
  verdict: 'inconclusive',
  observed: '0 Deployments, StatefulSets or DaemonSets in the manifests',
  source: 'manifests',
  remedy: 'Give the gate the manifests of the service itself.',
};

async function proveRollout(
  workload: WorkloadRef,
  spec: DeploySpec,
  deployment: Deployment,
  signal: AbortSignal,
  { clock, log, host }: DeployPorts,
): Promise<Claim> {
  const name = `${workload.kind}/${workload.name}`;
  const [begun, stolen] = [clock.monotonic(), await stolenTime(host)];
  let last: Rollout | undefined;
  const outcome = await waitFor(
    {
      what: `${name} has rolled out`,
      deadlineMs: spec.timeoutSeconds * 1000,
      intervalMs: 500,
      observe: async (look) => {
        last = await deployment.rollout(workload, look);
        return sighting(last, clock.monotonic() - begun);
      },
    },
    { clock, log, signal },
  );
  // Who could not look has not seen a bad workload.
  if (!outcome.met && outcome.inability !== undefined) throw outcome.inability;
  if (!outcome.met && last?.trouble?.cluster === true) throw clusterAtFault(name, last, outcome.waitedMs);
  const claim = outcome.met ? claimOf(name, outcome) : doubted(claimOf(name, outcome), outcome, await stolen());
  if (claim.verdict === 'pass') log.info(`${name}: ${claim.observed}`);
  else log.warn(`${name}: ${claim.observed}`);
  return claim;
}

/** A sound service would have come no further. */
function clusterAtFault(name: string, seen: Rollout, waitedMs: number): GateError {
  const message = `${name} was not rolled out by the cluster: ${describe(seen)} after ${(waitedMs / 1000).toFixed(0)} s`;
  return new GateError('CLUSTER_NOT_READY', message, {
    hint: 'Look at the nodes and at what runs in kube-system: nothing was found out about the service.',
  });
}

function claimOf(name: string, outcome: Waited<Rollout>): Claim {
  const seen = outcome.met ? describe(outcome.state) : outcome.lastSeen;
  const base = {
    claim: `${name} rolls out`,
    requirement: 'containers',
    object: name,
    observed: `${seen} after ${(outcome.waitedMs / 1000).toFixed(outcome.met ? 1 : 0)} s`,
    source: `API server: ${name}, its newest replica set and pods`,
  } as const;
  if (!outcome.met) return { ...base, verdict: 'fail', remedy: remedyOf(outcome.lastSeen) };
  if (outcome.state.desired > 0) return { ...base, verdict: 'pass' };
  return { ...base, verdict: 'inconclusive', remedy: 'Give it at least one replica: nothing of it ran.' };
}

/** Stolen share of the processors above which a rollout that came too late says nothing of the service. */
const mostStolen = 0.4;
/** Ended from outside, as the kubelet does when a probe is not answered in time; not for its memory. */
const killed = /last exit code (137|143) \((?!OOMKilled)/;

/** What only took too long, or was killed for it, is nobody's fault on a machine whose processors others had. */
function doubted(
  claim: Claim,
  { hopeless, lastSeen }: { hopeless: boolean; lastSeen: string },
  stolen: number | null,
): Claim {
  if (stolen === null || stolen <= mostStolen || (hopeless && !killed.test(lastSeen))) return claim;
  const share = `the hypervisor gave ${(100 * stolen).toFixed(0)} % of its processors to others`;
  return {
    ...claim,
    verdict: 'inconclusive',
    observed: `${claim.observed}; but the machine could not keep up: ${share}, over ${100 * mostStolen} %`,
    remedy: 'Run it on a machine of its own, or raise `deploy-timeout`.',
  };
}

function workloadOf(object: JsonObject, namespace: string): WorkloadRef[] {
  const kind = kinds.find((known) => known === object['kind']);
  const metadata = object['metadata'];
  if (kind === undefined || !isObject(metadata)) return [];
  return [{ kind, name: String(metadata['name']), namespace: String(metadata['namespace'] ?? namespace) }];
}

function sighting(rollout: Rollout, elapsedMs: number): Sighting<Rollout> {
  const { done, trouble } = rollout;
  if (done) return { done, state: rollout };
  const graceIsOver = trouble?.reason === 'Unschedulable' && elapsedMs > UNSCHEDULABLE_SECONDS * 1000;
  return { done, seen: describe(rollout), hopeless: trouble?.hopeless === true || graceIsOver };
}

function describe({ ready, desired, trouble }: Rollout): string {
  return `${ready} of ${desired} replicas Ready${trouble === undefined ? '' : `: ${trouble.reason}: ${trouble.message}`}`;
}

const remedies: readonly (readonly [RegExp, string])[] = [
  [
    /ErrImagePull|ImagePullBackOff|ErrImageNeverPull|InvalidImageName/,
    'Build or pull the image on this machine, or mend its name; an image that the local engine holds is loaded by itself.',
  ],
  [/CrashLoopBackOff|RunContainerError/, 'Read the log of the container: `docker run` it with the same environment.'],
  [
    /CreateContainerConfigError/,
    'Create the Secret or ConfigMap key that the container asks for, or declare it under `deploy.secrets`.',
  ],
  [/Unschedulable/, 'Lower the requests, or give the cluster more nodes with `cluster-nodes`.'],
  [/exceeded quota|FailedCreate|ReplicaFailure/, 'Raise the ResourceQuota of the namespace, or lower the requests.'],
];

function remedyOf(seen: string): string {
  return (
    remedies.find(([pattern]) => pattern.test(seen))?.[1] ??
    'Look at the pods of the workload and at their readiness probes; raise `deploy-timeout` when they are only slow.'
  );
}
