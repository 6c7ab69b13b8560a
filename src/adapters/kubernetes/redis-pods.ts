import type { HostedNode, HostingFacts } from '../../ports/redis-hosts.js';
import type { ContainerStatus, KubeObject, Node, Pod } from './objects.js';
import { isReady, troubleOf } from './pods.js';
import { CLIENT_PORT } from './redis-objects.js';

/** The parts of a pod that only Redis asks for. */
export interface RedisPod extends Pod {
  readonly status: Pod['status'] & {
    /** `containerd://id` of what runs now. */
    readonly containerStatuses?: readonly (ContainerStatus & { readonly containerID?: string })[];
  };
  readonly spec: Pod['spec'] & {
    readonly terminationGracePeriodSeconds?: number;
    readonly volumes?: readonly { readonly persistentVolumeClaim?: { readonly claimName: string } }[];
    readonly containers: readonly (Pod['spec']['containers'][number] & {
      readonly lifecycle?: { readonly preStop?: unknown };
      readonly readinessProbe?: unknown;
    })[];
  };
}

export interface Claim extends KubeObject {
  readonly spec?: { readonly volumeName?: string };
}

interface TaintedNode extends Node {
  readonly spec?: {
    readonly unschedulable?: boolean;
    readonly taints?: readonly { readonly key: string; readonly effect: string }[];
  };
}

/** A pod as a Redis node. A pod that is going away has no address any more, whatever it still answers. */
export function hostedNode(pod: RedisPod, claims: readonly Claim[], servicePort?: number | string): HostedNode {
  const { metadata, spec, status } = pod;
  const claim = spec.volumes?.flatMap(({ persistentVolumeClaim: found }) => found?.claimName ?? [])[0];
  const trouble = troubleOf(pod);
  const going = metadata.deletionTimestamp !== undefined || status.podIP === undefined;
  const address = going
    ? undefined
    : { name: metadata.name, host: status.podIP ?? '', port: clientPort(pod, servicePort) };
  const restarts = (status.containerStatuses ?? []).reduce((sum, { restartCount }) => sum + restartCount, 0);
  return {
    name: metadata.name,
    address,
    incarnation: `${metadata.uid ?? ''}/${restarts}`,
    machine: spec.nodeName,
    ready: isReady(pod),
    ...(trouble?.hopeless ? { trouble: `${trouble.reason}: ${trouble.message}` } : {}),
    memoryLimit: bytes(spec.containers[0]?.resources?.limits?.['memory']),
    persistent: claim !== undefined,
    volume: claims.find(({ metadata: { name } }) => name === claim)?.spec?.volumeName,
  };
}

interface ContainerPort {
  readonly name?: string;
  readonly containerPort?: number;
}

/** Whether a pod is a Redis node and not what we put beside them. */
export function isNode({ metadata: { labels = {} } }: RedisPod): boolean {
  return labels['app.kubernetes.io/component'] !== 'redis-probe';
}

/**
 * Where a pod listens for clients: at what the Service points to, by number or by name; else at a port of a telling
 * name, at the one that has a bus 10000 above it, at the first that is no bus, or where Redis always does.
 */
export function clientPort({ spec }: RedisPod, servicePort?: number | string): number {
  if (typeof servicePort === 'number') return servicePort;
  const ports = spec.containers.flatMap(({ ports: own = [] }) => own as readonly ContainerPort[]);
  const named = ports.find(({ name }) => name !== undefined && name === servicePort)?.containerPort;
  if (named !== undefined) return named;
  const numbers = ports.flatMap(({ containerPort }) => containerPort ?? []);
  const telling = ports.find(({ name = '' }) => /^((tcp-)?(redis|valkey)(-client)?|client)$/.test(name))?.containerPort;
  const first = ports.find(({ name = '' }) => !/bus|gossip|metrics|exporter/.test(name))?.containerPort;
  return telling ?? numbers.find((port) => numbers.includes(port + 10_000)) ?? first ?? CLIENT_PORT;
}

const units: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  Ki: 1024,
  Mi: 1024 ** 2,
  Gi: 1024 ** 3,
};

/** Bytes of a Kubernetes quantity; undefined where there is none, or of a unit that memory has not. */
function bytes(quantity: string | undefined): number | undefined {
  const [, number, unit = ''] = /^([\d.]+)([A-Za-z]*)$/.exec(quantity ?? '') ?? [];
  const factor = units[unit];
  return number === undefined || factor === undefined ? undefined : Number(number) * factor;
}

export interface Surroundings {
  readonly nodes: readonly Node[];
  readonly pods: readonly RedisPod[];
  readonly budgets: readonly (KubeObject & {
    readonly spec?: { readonly selector?: { readonly matchLabels?: Readonly<Record<string, string>> } };
  })[];
  readonly policies: readonly (KubeObject & {
    readonly spec?: {
      readonly podSelector?: { readonly matchLabels?: Readonly<Record<string, string>> };
      readonly policyTypes?: readonly string[];
    };
  })[];
}

export function hostingFacts({ nodes, pods, budgets, policies }: Surroundings): HostingFacts {
  const pod = pods[0];
  const container = pod?.spec.containers[0];
  const labels = pod?.metadata.labels ?? {};
  const selects = (wanted: Readonly<Record<string, string>> | undefined): boolean =>
    Object.entries(wanted ?? {}).every(([key, value]) => labels[key] === value);
  return {
    machines: nodes.filter(takesPods).map(({ metadata }) => metadata.name),
    disruptionBudget: budgets.some(({ spec }) => selects(spec?.selector?.matchLabels)),
    graceSeconds: pod?.spec.terminationGracePeriodSeconds,
    preStop: container?.lifecycle?.preStop !== undefined,
    readinessProbe: container?.readinessProbe !== undefined,
    isolated: policies.some(
      ({ spec }) => selects(spec?.podSelector?.matchLabels) && (spec?.policyTypes ?? ['Ingress']).includes('Ingress'),
    ),
  };
}

function takesPods(node: Node): boolean {
  const { unschedulable = false, taints = [] } = (node as TaintedNode).spec ?? {};
  return !unschedulable && taints.every(({ effect }) => effect === 'PreferNoSchedule');
}
