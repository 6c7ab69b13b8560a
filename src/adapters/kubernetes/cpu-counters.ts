import type { CpuCounter, ObservedPod } from '../../ports/autoscaler-observer.js';
import type { KubeClient } from './client.js';

const line = /^container_cpu_usage_seconds_total\{([^}]*)\} ([\d.e+-]+)(?: (\d+))?$/;

/** CPU counters of pods, from the kubelets of their nodes: each container's cumulative seconds with the kubelet's own time. */
export async function cpuCounters(
  client: KubeClient,
  namespace: string,
  pods: readonly ObservedPod[],
  signal: AbortSignal,
): Promise<readonly CpuCounter[]> {
  const wanted = new Set(pods.map(({ name }) => name));
  const nodes = new Set(pods.flatMap(({ node }) => node ?? []));
  const texts = await Promise.all(
    [...nodes].map((node) => client.text(`/api/v1/nodes/${node}/proxy/metrics/resource`, { signal })),
  );
  return sumByPod(texts.flatMap((text) => parse(text, namespace, wanted)));
}

function parse(text: string, namespace: string, wanted: ReadonlySet<string>): CpuCounter[] {
  return text.split('\n').flatMap((row) => {
    const [, labels = '', value, time] = line.exec(row) ?? [];
    const pod = /(?:^|,)pod="([^"]*)"/.exec(labels)?.[1];
    const space = /(?:^|,)namespace="([^"]*)"/.exec(labels)?.[1];
    if (pod === undefined || value === undefined || space !== namespace || !wanted.has(pod)) return [];
    return [{ pod, cpuSeconds: Number(value), timestamp: Number(time ?? Date.now()) }];
  });
}

/** Containers are read at slightly different instants; the pod's is their newest. */
function sumByPod(counters: readonly CpuCounter[]): readonly CpuCounter[] {
  const sums = new Map<string, CpuCounter>();
  for (const counter of counters) {
    const known = sums.get(counter.pod);
    sums.set(counter.pod, {
      pod: counter.pod,
      cpuSeconds: counter.cpuSeconds + (known?.cpuSeconds ?? 0),
      timestamp: Math.max(counter.timestamp, known?.timestamp ?? 0),
    });
  }
  return [...sums.values()];
}
