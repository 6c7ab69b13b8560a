import type { Evidence, Note } from '../../domain/evidence.js';
import type { Stage, StageContext } from '../../domain/stage.js';
import type { JsonObject } from '../../manifests/manifest.js';
import type { Deployment } from '../../ports/deployment.js';
import { type Witness, witness } from '../witness.js';
import { adapt, nameOf } from './adaptation.js';
import { proveExposure } from './exposure.js';
import { inDependencyOrder } from './order.js';
import { proveRollouts } from './rollout.js';
import { proveRoute } from './route.js';
import type { DeployPorts, DeploySpec, Release } from './spec.js';

/** Puts the service into the cluster and follows it until it serves, or says why it never will. */
export function deployStage(ports: DeployPorts): Stage<DeploySpec, Release> {
  return {
    name: 'deploy',

    plan: ({ namespace, manifests }) => [
      `apply ${manifests.length} objects to namespace "${namespace}" in dependency order`,
      'follow each rollout to its end, then ask the route from outside',
    ],

    async run(spec, context) {
      const deployment = await ports.deployment(spec.cluster);
      const see = witness(ports.clock);
      const { objects, notes } = adaptAll(spec);
      const applied = await deployment.apply(objects, spec.namespace, context.signal);
      ports.log.info(`applied ${applied.length} objects to namespace "${spec.namespace}"`);
      const refused = applied.filter(({ refusal }) => refusal !== undefined);
      const taken = see({
        claim: 'the API server takes every object',
        requirement: 'configuration',
        verdict: refused.length === 0 ? 'pass' : 'fail',
        observed:
          refused.length === 0
            ? `${applied.length} of ${applied.length} objects applied`
            : refused.map(({ object, refusal }) => `${object}: ${refusal ?? ''}`).join('; '),
        source: 'server-side apply, strict field validation',
        ...(refused[0] === undefined ? {} : { object: refused[0].object, remedy: 'Mend what the API server names.' }),
      });
      const evidence =
        refused.length > 0 ? [taken] : [taken, ...(await prove(spec, objects, deployment, context, ports, see))];
      return { evidence, notes, output: await release(spec, objects, deployment, context) };
    },
  };
}

function adaptAll(spec: DeploySpec): { objects: readonly JsonObject[]; notes: readonly Note[] } {
  const adapted = spec.manifests.map(({ value }) => adapt(value, spec));
  return {
    objects: inDependencyOrder(adapted.map(({ object }) => object)),
    notes: adapted.flatMap(({ notes }) => notes),
  };
}

async function prove(
  spec: DeploySpec,
  objects: readonly JsonObject[],
  deployment: Deployment,
  context: StageContext,
  ports: DeployPorts,
  see: Witness,
): Promise<readonly Evidence[]> {
  const rollouts = await proveRollouts(spec, objects, deployment, context, ports, see);
  if (rollouts.some(({ verdict }) => verdict !== 'pass')) return rollouts;
  const route = await proveRoute(spec, objects, deployment, context, ports, see);
  return [...rollouts, ...route, ...(await proveExposure(spec, objects, deployment, context, ports, see))];
}

async function release(
  spec: DeploySpec,
  objects: readonly JsonObject[],
  deployment: Deployment,
  { signal }: StageContext,
): Promise<Release> {
  const { namespace, cluster, probe } = spec;
  const images = await deployment.images(namespace, signal);
  const routed = objects.some(({ kind }) => kind === 'Ingress');
  return {
    namespace,
    objects: objects.map(nameOf),
    images,
    route: routed ? { url: `${cluster.ingress}${probe.path}`, host: probe.host } : undefined,
  };
}
