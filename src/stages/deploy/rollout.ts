import type { Evidence } from '../../domain/evidence.js';
import type { StageContext } from '../../domain/stage.js';
import type { JsonObject } from '../../manifests/manifest.js';
import type { Deployment, Rollout, WorkloadRef } from '../../ports/deployment.js';
import { waitFor } from '../wait.js';
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
  { clock, log }: DeployPorts,
  see: Witness,
): Promise<readonly Evidence[]> {
  const workloads = objects.flatMap((object) => workloadOf(object, spec.namespace));
  if (workloads.length === 0) {
    return [
      see({
        claim: 'a workload rolls out',
        requirement: 'containers',
        verdict: 'inconclusive',
        observed: '0 Deployments, StatefulSets or DaemonSets in the manifests',
        source: 'manifests',
        remedy: 'Give the gate the manifests of the service itself.',
      }),
    ];
  }
  return Promise.all(
    workloads.map(async (workload) => {
      const name = `${workload.kind}/${workload.name}`;
      const begun = clock.monotonic();
      const outcome = await waitFor(
        {
          what: `${name} has rolled out`,
          deadlineMs: spec.timeoutSeconds * 1000,
          intervalMs: 500,
          observe: async (look) => sighting(await deployment.rollout(workload, look), clock.monotonic() - begun),
        },
        { clock, log, signal },
      );
      const base = {
        claim: `${name} rolls out`,
        requirement: 'containers',
        object: name,
        source: `API server: ${name}, its newest replica set and pods`,
      } as const;
      if (!outcome.met) {
        // Who could not look has not seen a bad workload.
        if (outcome.inability !== undefined) throw outcome.inability;
        log.warn(`${name}: ${outcome.lastSeen}`);
        return see({
          ...base,
          verdict: 'fail',
          observed: `${outcome.lastSeen} after ${(outcome.waitedMs / 1000).toFixed(0)} s`,
          remedy: remedyOf(outcome.lastSeen),
        });
      }
      const seconds = (outcome.waitedMs / 1000).toFixed(1);
      log.info(`${name}: ${outcome.state} after ${seconds} s`);
      return see({ ...base, verdict: 'pass', observed: `${outcome.state} after ${seconds} s` });
    }),
  );
}

function workloadOf(object: JsonObject, namespace: string): WorkloadRef[] {
  const kind = kinds.find((known) => known === object['kind']);
  const metadata = object['metadata'];
  if (kind === undefined || !isObject(metadata)) return [];
  return [{ kind, name: String(metadata['name']), namespace: String(metadata['namespace'] ?? namespace) }];
}

function sighting(
  rollout: Rollout,
  elapsedMs: number,
): { done: true; state: string } | { done: false; seen: string; hopeless: boolean } {
  const { done, desired, ready, trouble } = rollout;
  if (done) return { done, state: `${ready} of ${desired} replicas Ready` };
  const hopeless =
    trouble !== undefined &&
    (trouble.hopeless || (trouble.reason === 'Unschedulable' && elapsedMs > UNSCHEDULABLE_SECONDS * 1000));
  return {
    done,
    seen: `${ready} of ${desired} replicas Ready${trouble === undefined ? '' : `: ${trouble.reason}: ${trouble.message}`}`,
    hopeless,
  };
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
