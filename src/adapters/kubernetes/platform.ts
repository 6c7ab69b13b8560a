import { GateError } from '../../domain/error.js';
import type { AddOn, AddOnState, Platform } from '../../ports/platform.js';
import { metricsServer } from './addons/metrics-server.js';
import { ingressNamespace, traefik } from './addons/traefik.js';
import { isRefusal, type KubeClient } from './client.js';
import type { KubeObject, Node, Pod, WorkloadObject } from './objects.js';
import { worstTrouble } from './pods.js';

const deployments: Readonly<
  Record<AddOn | 'dns', { readonly namespace: string; readonly name: string; readonly selector: string }>
> = {
  metrics: { namespace: 'kube-system', name: 'metrics-server', selector: 'k8s-app=metrics-server' },
  ingress: { namespace: ingressNamespace, name: 'traefik', selector: 'app.kubernetes.io/name=traefik' },
  dns: { namespace: 'kube-system', name: 'coredns', selector: 'k8s-app=kube-dns' },
};

/** What `provision` sees of a cluster through its API server. */
export function kubernetesPlatform(client: KubeClient, ingressNodePort: number): Platform {
  return {
    async nodes(signal) {
      const nodes = await client.list<Node>('/api/v1/nodes', {}, { signal });
      return nodes.map((node) => {
        const ready = node.status?.conditions?.find(({ type }) => type === 'Ready');
        return {
          name: node.metadata.name,
          ready: ready?.status === 'True',
          reason: ready?.message ?? 'no Ready condition',
        };
      });
    },

    async version(signal) {
      return (await client.get<{ gitVersion: string }>('/version', { signal }))?.gitVersion ?? 'unknown';
    },

    async install(addOn, { images, ingressClasses, metricResolutionSeconds }, signal) {
      const objects =
        addOn === 'metrics'
          ? metricsServer(images.metrics, metricResolutionSeconds)
          : traefik(images.ingress, ingressNodePort, ingressClasses);
      for (const object of objects) await applyOwn(client, object, signal);
    },

    state: (addOn, signal) => deploymentState(client, addOn, signal),
    dns: (signal) => deploymentState(client, 'dns', signal),

    async usage(signal) {
      const pods = await client.list<KubeObject & PodMetrics>('/apis/metrics.k8s.io/v1beta1/pods', {}, { signal });
      // An entry without a figure is no usage: metrics-server lists pods before it has two samples of them.
      const usages = pods.flatMap(({ metadata, containers }) => {
        const cpu = containers[0]?.usage?.cpu;
        return cpu === undefined ? [] : [`${metadata.namespace ?? ''}/${metadata.name}: ${cpu} CPU`];
      });
      return usages[0];
    },

    async storage(signal) {
      const classes = await client.list('/apis/storage.k8s.io/v1/storageclasses', {}, { signal });
      return classes.find(
        ({ metadata }) => metadata.annotations?.['storageclass.kubernetes.io/is-default-class'] === 'true',
      )?.metadata.name;
    },
  };
}

interface PodMetrics {
  readonly containers: readonly {
    readonly name: string;
    readonly usage?: { readonly cpu?: string; readonly memory?: string };
  }[];
}

async function applyOwn(client: KubeClient, object: KubeObject, signal: AbortSignal): Promise<void> {
  const answer = await client.apply(object, { signal });
  if (!isRefusal(answer)) return;
  throw new GateError(
    'API_REFUSED',
    `the cluster refused ${object.kind}/${object.metadata.name} of an add-on: ${answer.message}`,
    {
      hint: 'The kubeconfig user must be allowed to install add-ons; or bring them yourself and set `cluster-add-ons: none`.',
    },
  );
}

async function deploymentState(client: KubeClient, which: AddOn | 'dns', signal: AbortSignal): Promise<AddOnState> {
  const { namespace, name, selector } = deployments[which];
  const [deployment, pods] = await Promise.all([
    client.get<WorkloadObject>(`/apis/apps/v1/namespaces/${namespace}/deployments/${name}`, { signal }),
    client.list<Pod>(`/api/v1/namespaces/${namespace}/pods`, { labelSelector: selector }, { signal }),
  ]);
  const wanted = deployment?.spec.replicas ?? 1;
  const ready = deployment?.status?.readyReplicas ?? 0;
  const trouble = worstTrouble(pods);
  const detail = `${ready} of ${wanted} ready${trouble === undefined ? '' : `: ${trouble.message}`}`;
  return {
    ready: deployment !== undefined && ready >= wanted && wanted > 0,
    detail,
    hopeless: trouble?.hopeless ?? false,
  };
}
