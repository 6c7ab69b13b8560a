import type { ClusterRequest, QuickClocks } from '../../ports/cluster-provider.js';

/** Port of the nodes to which the ingress controller's Service is bound. */
export const INGRESS_NODE_PORT = 30080;

type Fields = Readonly<Record<string, unknown>>;

/**
 * kind's configuration: the user's own, with what the gate needs added to it. JSON is YAML, so no writer is needed.
 * The first node is the control plane; the ingress port is mapped there.
 */
export function kindConfig({ nodes, hostPort, clocks, config = {} }: ClusterRequest): string {
  const wanted = list(config['nodes']);
  const all = wanted.length > 0 ? wanted : defaultNodes(nodes);
  const mapping = { containerPort: INGRESS_NODE_PORT, hostPort, listenAddress: '127.0.0.1', protocol: 'TCP' };
  const merged = all.map((node, index) => ({
    ...node,
    ...(index === 0 ? { extraPortMappings: [...list(node['extraPortMappings']), mapping] } : {}),
    kubeadmConfigPatches: [
      ...strings(node['kubeadmConfigPatches']),
      ...(clocks === undefined ? [] : patches(clocks, index === 0)),
    ],
  }));
  return JSON.stringify({ ...config, kind: 'Cluster', apiVersion: 'kind.x-k8s.io/v1alpha4', nodes: merged });
}

function defaultNodes(count: number): Fields[] {
  return Array.from({ length: count }, (_, index) => ({ role: index === 0 ? 'control-plane' : 'worker' }));
}

/** kubeadm changed the form of extra arguments between v1beta3 and v1beta4; a patch for the other version is ignored. */
function patches(clocks: QuickClocks, controlPlane: boolean): string[] {
  const kubelet = { 'housekeeping-interval': `${clocks.housekeepingSeconds}s` };
  const manager = {
    'horizontal-pod-autoscaler-sync-period': `${clocks.syncPeriodSeconds}s`,
    'horizontal-pod-autoscaler-downscale-stabilization': `${clocks.downscaleStabilizationSeconds}s`,
    'horizontal-pod-autoscaler-cpu-initialization-period': `${clocks.cpuInitializationSeconds}s`,
  };
  const kind = controlPlane ? 'InitConfiguration' : 'JoinConfiguration';
  return [
    { apiVersion: 'kubeadm.k8s.io/v1beta3', kind, nodeRegistration: { kubeletExtraArgs: kubelet } },
    { apiVersion: 'kubeadm.k8s.io/v1beta4', kind, nodeRegistration: { kubeletExtraArgs: pairs(kubelet) } },
    ...(controlPlane
      ? [
          {
            apiVersion: 'kubeadm.k8s.io/v1beta3',
            kind: 'ClusterConfiguration',
            controllerManager: { extraArgs: manager },
          },
          {
            apiVersion: 'kubeadm.k8s.io/v1beta4',
            kind: 'ClusterConfiguration',
            controllerManager: { extraArgs: pairs(manager) },
          },
        ]
      : []),
  ].map((patch) => JSON.stringify(patch));
}

function pairs(args: Readonly<Record<string, string>>): { name: string; value: string }[] {
  return Object.entries(args).map(([name, value]) => ({ name, value }));
}

function list(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter((item): item is Fields => typeof item === 'object' && item !== null) : [];
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
