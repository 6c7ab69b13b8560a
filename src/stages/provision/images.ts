import { GateError } from '../../domain/error.js';
import type { StageContext } from '../../domain/stage.js';
import { waitFor } from '../wait.js';
import type { ProvisionPorts, ProvisionSpec } from './spec.js';

const CREATE_MS = 300_000;

/** Images on their way into the nodes. Both promises are safe to leave unawaited. */
export interface Loading {
  /** The add-ons' images are there. */
  readonly addOns: Promise<void>;
  /** The service's images are there too. */
  readonly service: Promise<void>;
}

/**
 * Copies images into the nodes while Kubernetes is still starting in them: a node's container runtime takes images long
 * before its API server answers. The add-ons' images go first, because proving the add-ons takes longest.
 */
export function beginLoading(spec: ProvisionSpec, context: StageContext, ports: ProvisionPorts): Loading {
  const nodes = nodesTakingImages(spec, context, ports);
  const addOns = nodes.then((names) => load(Object.values(spec.addOns.images), names, context, ports));
  const service = Promise.all([nodes, addOns]).then(([names]) => load(spec.images, names, context, ports));
  for (const promise of [addOns, service]) promise.catch(() => undefined);
  return { addOns, service };
}

async function nodesTakingImages(
  spec: ProvisionSpec,
  { signal }: StageContext,
  { clusters, clock, log }: ProvisionPorts,
): Promise<readonly string[]> {
  const configured = spec.config?.['nodes'];
  const wanted = Array.isArray(configured) && configured.length > 0 ? configured.length : spec.nodes;
  const outcome = await waitFor(
    {
      what: `${wanted} ${wanted === 1 ? 'node takes' : 'nodes take'} images`,
      deadlineMs: CREATE_MS,
      intervalMs: 500,
      observe: async (look) => {
        const names = await clusters.nodesTakingImages(spec.name, look);
        return names.length >= wanted
          ? { done: true, state: names }
          : { done: false, seen: `${names.length} of ${wanted}` };
      },
    },
    { clock, log: { ...log, progress: () => undefined }, signal },
  );
  if (outcome.met) return outcome.state;
  throw new GateError('CLUSTER_NOT_READY', `the nodes of "${spec.name}" took no images: ${outcome.lastSeen}`, {
    hint: 'Look at the containers of the nodes: `docker ps` and `docker logs`.',
  });
}

async function load(
  images: readonly string[],
  nodes: readonly string[],
  { signal }: StageContext,
  { clusters, log }: ProvisionPorts,
): Promise<void> {
  const local = (await clusters.localImages(images, signal)).map(({ reference }) => reference);
  const absent = images.filter((image) => !local.includes(image));
  if (absent.length > 0) log.info(`not in the local engine, left to the nodes to pull: ${absent.join(', ')}`);
  await clusters.loadImages(nodes, local, signal);
  if (local.length > 0) log.info(`loaded ${local.join(', ')}`);
}
