import { describe, expect, test } from '@jest/globals';
import { INGRESS_NODE_PORT, kindConfig } from '../../../src/adapters/kind/config.js';
import type { ClusterRequest } from '../../../src/ports/cluster-provider.js';

const clocks = {
  syncPeriodSeconds: 5,
  downscaleStabilizationSeconds: 16,
  cpuInitializationSeconds: 30,
  housekeepingSeconds: 6,
  metricResolutionSeconds: 10,
};

interface Node {
  readonly role: string;
  readonly image?: string;
  readonly extraPortMappings?: readonly Readonly<Record<string, unknown>>[];
  readonly kubeadmConfigPatches: readonly string[];
}

function configOf(
  changes: Partial<ClusterRequest>,
): Readonly<Record<string, unknown>> & { readonly nodes: readonly Node[] } {
  const request = {
    name: 'sg',
    kubeconfig: '/tmp/none',
    nodes: 1,
    nodeImage: 'kindest/node:v1.34.4',
    hostPort: 41234,
    clocks: undefined,
    config: undefined,
  };
  return JSON.parse(kindConfig({ ...request, ...changes }));
}

const patchesOf = (node: Node | undefined): readonly Readonly<Record<string, unknown>>[] =>
  (node?.kubeadmConfigPatches ?? []).map((patch) => JSON.parse(patch));
const mapping = { containerPort: INGRESS_NODE_PORT, hostPort: 41234, listenAddress: '127.0.0.1', protocol: 'TCP' };

describe('the configuration of kind', () => {
  test('maps the ingress port on 127.0.0.1 alone, on the first node alone', () => {
    const { kind, apiVersion, nodes } = configOf({ nodes: 3 });
    expect([kind, apiVersion]).toEqual(['Cluster', 'kind.x-k8s.io/v1alpha4']);
    expect(nodes.map(({ role }) => role)).toEqual(['control-plane', 'worker', 'worker']);
    expect(nodes.map(({ extraPortMappings = [] }) => extraPortMappings)).toEqual([[mapping], [], []]);
  });

  test('changes no clock unless it is asked to', () => {
    expect(configOf({ nodes: 2 }).nodes.flatMap(patchesOf)).toEqual([]);
  });

  test('shortens clocks in both forms of kubeadm, the controller manager’s on the control plane alone', () => {
    const { nodes } = configOf({ nodes: 2, clocks });
    const [first, second] = nodes.map(patchesOf);
    const manager = {
      'horizontal-pod-autoscaler-sync-period': '5s',
      'horizontal-pod-autoscaler-downscale-stabilization': '16s',
      'horizontal-pod-autoscaler-cpu-initialization-period': '30s',
    };
    const pairs = Object.entries(manager).map(([name, value]) => ({ name, value }));
    const kubelet = { 'housekeeping-interval': '6s' };
    const list = [{ name: 'housekeeping-interval', value: '6s' }];
    const [old, now] = ['kubeadm.k8s.io/v1beta3', 'kubeadm.k8s.io/v1beta4'];
    expect(first).toEqual([
      { apiVersion: old, kind: 'InitConfiguration', nodeRegistration: { kubeletExtraArgs: kubelet } },
      { apiVersion: now, kind: 'InitConfiguration', nodeRegistration: { kubeletExtraArgs: list } },
      { apiVersion: old, kind: 'ClusterConfiguration', controllerManager: { extraArgs: manager } },
      { apiVersion: now, kind: 'ClusterConfiguration', controllerManager: { extraArgs: pairs } },
    ]);
    expect(second).toEqual([
      { apiVersion: old, kind: 'JoinConfiguration', nodeRegistration: { kubeletExtraArgs: kubelet } },
      { apiVersion: now, kind: 'JoinConfiguration', nodeRegistration: { kubeletExtraArgs: list } },
    ]);
  });

  test('keeps what the user configured and adds to it', () => {
    const own = { containerPort: 9000, hostPort: 9000 };
    const config = {
      networking: { ipFamily: 'dual' },
      nodes: [
        { role: 'control-plane', extraPortMappings: [own], kubeadmConfigPatches: ['kind: Mine'] },
        { role: 'worker', image: 'kindest/node:v1.33.0' },
      ],
    };
    const merged = configOf({ nodes: 1, clocks, config });
    expect(merged['networking']).toEqual({ ipFamily: 'dual' });
    expect(merged.nodes.map(({ role }) => role)).toEqual(['control-plane', 'worker']);
    expect(merged.nodes[0]?.extraPortMappings).toEqual([own, mapping]);
    expect(merged.nodes[0]?.kubeadmConfigPatches[0]).toBe('kind: Mine');
    expect(merged.nodes[0]?.kubeadmConfigPatches).toHaveLength(5);
    expect(merged.nodes[1]?.image).toBe('kindest/node:v1.33.0');
  });

  test.each([[{ nodes: 'all' }], [{ nodes: [] }], [{ nodes: null }]])(
    'survives nodes that are no list: %j',
    (config) => {
      expect(configOf({ config }).nodes).toHaveLength(1);
    },
  );
});
