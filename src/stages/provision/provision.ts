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
      const { clusters, log, platform: open } = ports;
      log.info((await clusters.preflight(context.signal)).join(', '));
      // What is begun beside the creation ends with it: no image goes into a cluster that did not come to be.
      const failed = new AbortController();
      const guarded = { ...context, signal: AbortSignal.any([context.signal, failed.signal]) };
      try {
        return await grow(spec, guarded, ports, open);
      } catch (error) {
        failed.abort(error);
        throw error;
      }
    },
  };
}

async function grow(
  spec: ProvisionSpec,
  context: StageContext,
  ports: ProvisionPorts,
  open: ProvisionPorts['platform'],
): Promise<StageResult<Cluster>> {
  const [cluster, loading] = await create(spec, context, ports);
  const platform = await open(cluster);
  const version = await platform.version(context.signal);
  ports.log.info(`cluster "${cluster.name}" answers with Kubernetes ${version}; ingress at ${cluster.ingress}`);
  const [addOns, basics] = await Promise.all([
    proveWhenLoaded(loading, spec, cluster, platform, context, ports),
    proveBasics(platform, spec.timeoutSeconds, context, ports),
  ]);
  return { output: cluster, evidence: [...basics, ...addOns], notes: clockNotes(spec.clocks) };
}

async function create(
  spec: ProvisionSpec,
  context: StageContext,
  ports: ProvisionPorts,
): Promise<readonly [Cluster, Loading]> {
  const { own, signal } = context;
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
  const creating = clusters.create({ name, kubeconfig, nodes, nodeImage, hostPort, clocks, config }, signal);
  const loading = beginLoading(spec, context, ports);
  return [await creating, loading];
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
