import { GateError } from '../../domain/error.js';
import type { Evidence, Note } from '../../domain/evidence.js';
import type { Stage, StageContext, StageResult } from '../../domain/stage.js';
import type { Cluster, QuickClocks } from '../../ports/cluster-provider.js';
import type { Platform } from '../../ports/platform.js';
import { proveAddOns } from './add-ons.js';
import { proveBasics } from './basics.js';
import { beginLoading, type Loading } from './images.js';
import type { ProvisionPorts, ProvisionSpec } from './spec.js';

/** Creates an ephemeral kind cluster and proves by our own observation that everything a gate needs of it works. */
export function provisionStage(ports: ProvisionPorts): Stage<ProvisionSpec, Cluster> {
  return {
    name: 'provision',

    plan: ({ name, nodes, nodeImage, images }) => [
      `create kind cluster "${name}": ${nodes} ${nodes === 1 ? 'node' : 'nodes'} of ${nodeImage ?? 'the newest node image here'}`,
      `load those of ${images.length} images that the local engine holds`,
      'install metrics-server and Traefik, and see both answer',
    ],

    async run(spec, context) {
      ports.log.info((await ports.clusters.preflight(context.signal)).join(', '));
      // What is begun beside the creation ends with it, before this does: nothing goes into a cluster that failed.
      const failed = new AbortController();
      const atWork: Promise<unknown>[] = [];
      try {
        return await grow(
          spec,
          { ...context, signal: AbortSignal.any([context.signal, failed.signal]) },
          ports,
          atWork,
        );
      } catch (error) {
        failed.abort(error);
        await Promise.allSettled(atWork);
        throw error;
      }
    },
  };
}

/** Whatever is begun without being awaited at once is put into `atWork`. */
async function grow(
  spec: ProvisionSpec,
  context: StageContext,
  ports: ProvisionPorts,
  atWork: Promise<unknown>[],
): Promise<StageResult<Cluster>> {
  const creating = await create(spec, context, ports);
  const loading = beginLoading(spec, context, ports);
  atWork.push(loading.addOns, loading.service);
  const cluster = await creating.cluster;
  const platform = await ports.platform(cluster);
  const version = await platform.version(context.signal);
  ports.log.info(`cluster "${cluster.name}" answers with Kubernetes ${version}; ingress at ${cluster.ingress}`);
  const proofs = [
    proveBasics(platform, spec.timeoutSeconds, context, ports),
    proveWhenLoaded(loading, spec, cluster, platform, context, ports),
  ];
  atWork.push(...proofs);
  return { output: cluster, evidence: (await Promise.all(proofs)).flat(), notes: clockNotes(spec.clocks) };
}

/** Begins the creation of a cluster that is owned by then. */
async function create(
  spec: ProvisionSpec,
  { own, disown, signal }: StageContext,
  ports: ProvisionPorts,
): Promise<{ readonly cluster: Promise<Cluster> }> {
  const { clusters, log } = ports;
  const { name, kubeconfig, nodes, clocks, config } = spec;
  if (await clusters.exists(name, signal)) {
    throw new GateError('CLUSTER_EXISTS', `a kind cluster "${name}" exists already and is not this run's`, {
      hint: `Choose another \`cluster-name\`, or delete it yourself: kind delete cluster --name ${name}`,
    });
  }
  const nodeImage = spec.nodeImage ?? (await clusters.nodeImage(spec.kubernetesVersion, signal));
  const hostPort = await clusters.hostPort(spec.hostPort);
  await own({ type: 'kind-cluster', name });
  await own({ type: 'path', path: kubeconfig });
  log.info(`creating kind cluster "${name}" (${nodes} of ${nodeImage}), ingress on 127.0.0.1:${hostPort}`);
  const cluster = clusters
    .create({ name, kubeconfig, nodes, nodeImage, hostPort, clocks, config }, signal)
    .catch(async (error: unknown) => {
      // Somebody else was quicker: theirs must not be deleted as ours.
      if (error instanceof GateError && error.code === 'CLUSTER_EXISTS') await disown?.({ type: 'kind-cluster', name });
      throw error;
    });
  cluster.catch(() => undefined);
  return { cluster };
}

async function proveWhenLoaded(
  loading: Loading,
  spec: ProvisionSpec,
  cluster: Cluster,
  platform: Platform,
  context: StageContext,
  ports: ProvisionPorts,
): Promise<readonly Evidence[]> {
  await loading.addOns;
  const service = loading.service.then(() => ports.onUsable(cluster));
  const [evidence] = await Promise.all([proveAddOns(platform, cluster, spec, context, ports), service]);
  return evidence;
}

function clockNotes(clocks: QuickClocks | undefined): readonly Note[] {
  if (clocks === undefined) return [];
  const {
    syncPeriodSeconds,
    downscaleStabilizationSeconds,
    cpuInitializationSeconds,
    housekeepingSeconds,
    metricResolutionSeconds,
  } = clocks;
  return [
    {
      kind: 'modified-for-ci',
      text: `HPA sync period ${syncPeriodSeconds} s (15 s by default), downscale stabilization ${downscaleStabilizationSeconds} s (300 s), CPU initialization ${cpuInitializationSeconds} s (300 s), kubelet housekeeping ${housekeepingSeconds} s (10 s), metric resolution ${metricResolutionSeconds} s (15 s)`,
    },
  ];
}
