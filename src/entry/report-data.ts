import type { TimelineRow } from '../autoscaler/timeline.js';
import type { LoadData, LoadPoint, RedisData, RedisNodeData } from '../domain/report-data.js';
import type { LoadSecond } from '../ports/load-generator.js';
import type { LoadOutput } from '../stages/load/spec.js';
import { describeSlots, splitSlots } from '../stages/redis/slots.js';
import type { RedisOutput } from '../stages/redis/stage.js';

/** What the redis stage found out, in the form that reports draw. */
export function redisData(output: RedisOutput): RedisData & {
  readonly topologyText: string;
  readonly events: RedisOutput['events'];
  readonly bringUp?: RedisOutput['bringUp'];
} {
  const plan = output.bringUp?.formation?.plan ?? [];
  const slots = splitSlots(plan.length);
  const nodes = plan.flatMap(({ primary, replicas }, shard): RedisNodeData[] => [
    { name: primary, role: 'primary', shard, slots: describeSlots(slots.slice(shard, shard + 1)), healthy: true },
    ...replicas.map((name): RedisNodeData => ({ name, role: 'replica', shard, slots: '', healthy: true })),
  ]);
  return {
    topology: { shards: plan.length, replicasPerShard: plan[0]?.replicas.length ?? 0 },
    topologyText: output.topology,
    nodes,
    measured: measuredOf(output),
    events: output.events,
    ...(output.bringUp === undefined ? {} : { bringUp: output.bringUp }),
  };
}

function measuredOf({ bringUp, events }: RedisOutput): Readonly<Record<string, string>> {
  const agreed = bringUp?.soundAfterMs;
  return Object.fromEntries([
    ...(agreed === undefined ? [] : [['all nodes agree', `${(agreed / 1000).toFixed(2)} s`]]),
    ...events.flatMap(({ behaviour, promoteMs }) =>
      promoteMs === undefined ? [] : [[behaviour, `${promoteMs.toFixed(0)} ms`]],
    ),
  ]);
}

/** The run under load as one series: what was sent, second by second, beside what the autoscaler did. */
export function loadData(
  output: LoadOutput,
): LoadData & Pick<LoadOutput, 'aim' | 'reached' | 'upSeconds' | 'downSeconds' | 'marks'> {
  const { timeline, load, marks, slos, aim, reached, upSeconds, downSeconds } = output;
  const first = timeline[0];
  const begun = (first?.at ?? 0) * 1000;
  const sent = new Map((load?.seconds ?? []).map((second) => [Math.round(second.at / 1000), second]));
  const spec = first?.hpa?.spec;
  return {
    autoscaler: `HorizontalPodAutoscaler ${first?.hpa?.name ?? ''}`,
    minReplicas: spec?.minReplicas ?? 1,
    maxReplicas: spec?.maxReplicas ?? 1,
    targetCpuPercent: targetOf(first),
    phases: marks.map(({ phase, from, to }) => ({ name: phase, fromMs: from - begun, toMs: to - begun })),
    points: timeline.map((row) => pointOf(row, begun, sent.get(Math.round(row.at)))),
    thresholds: slos.map(({ threshold, phase, value, interval, samples, verdict }) => ({
      text: threshold,
      observed: `${phase}: ${value.toFixed(2)} (${interval.low.toFixed(2)} to ${interval.high.toFixed(2)}, n=${samples})`,
      verdict,
    })),
    aim,
    marks,
    reached,
    upSeconds,
    downSeconds,
  };
}

function pointOf({ at, hpa, pods }: TimelineRow, begun: number, second: LoadSecond | undefined): LoadPoint {
  return {
    ms: at * 1000 - begun,
    rate: second?.scheduled ?? null,
    bad: second === undefined ? null : second.bad + second.shed,
    p95Ms: second?.p95 ?? null,
    readyReplicas: pods.filter(({ ready, deleting }) => ready?.status === 'True' && !deleting).length,
    desiredReplicas: hpa?.status.desiredReplicas ?? null,
    predictedReplicas: null,
    cpuPercent: utilisationOf(hpa?.status.currentMetrics ?? []),
    predictedCpuPercent: null,
  };
}

interface CpuMetric {
  readonly resource?: {
    readonly name?: string;
    readonly current?: { readonly averageUtilization?: number };
    readonly target?: { readonly averageUtilization?: number };
  };
}

function utilisationOf(metrics: readonly unknown[]): number | null {
  return (
    (metrics as readonly CpuMetric[]).find(({ resource }) => resource?.name === 'cpu')?.resource?.current
      ?.averageUtilization ?? null
  );
}

function targetOf(row: TimelineRow | undefined): number | null {
  const metrics = (row?.hpa?.spec.metrics ?? []) as readonly CpuMetric[];
  return metrics.find(({ resource }) => resource?.name === 'cpu')?.resource?.target?.averageUtilization ?? null;
}
