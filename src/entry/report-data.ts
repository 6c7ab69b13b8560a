import type { Band, Bands, SizeCount } from '../autoscaler/bands.js';
import type { ShadowDecision } from '../autoscaler/shadow.js';
import type { TimelineRow } from '../autoscaler/timeline.js';
import type {
  DecisionData,
  LoadData,
  LoadPoint,
  PredictionData,
  RedisData,
  RedisNodeData,
} from '../domain/report-data.js';
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
  const decided = output.shadow?.decisions ?? [];
  return {
    autoscaler: `HorizontalPodAutoscaler ${first?.hpa?.name ?? ''}`,
    minReplicas: spec?.minReplicas ?? 1,
    maxReplicas: spec?.maxReplicas ?? 1,
    targetCpuPercent: targetOf(first),
    phases: marks.map(({ phase, from, to }) => ({ name: phase, fromMs: from - begun, toMs: to - begun })),
    points: timeline.map((row) => ({
      ...pointOf(row, begun, sent.get(Math.round(row.at))),
      ...foretoldAt(row.at, decided),
    })),
    decisions: decided.map((decision) => decisionOf(decision, begun)),
    predictions: predictionsOf(output),
    ...(output.projection === null ? {} : { forecast: output.projection.forecast.text }),
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

function pointOf(
  { at, hpa, pods }: TimelineRow,
  begun: number,
  second: LoadSecond | undefined,
): Omit<LoadPoint, 'predictedReplicas' | 'predictedCpuPercent'> {
  return {
    ms: at * 1000 - begun,
    rate: second?.scheduled ?? null,
    bad: second === undefined ? null : second.bad + second.shed,
    p95Ms: second?.p95 ?? null,
    readyReplicas: pods.filter(({ ready, deleting }) => ready?.status === 'True' && !deleting).length,
    desiredReplicas: hpa?.status.desiredReplicas ?? null,
    cpuPercent: utilisationOf(hpa?.status.currentMetrics ?? []),
  };
}

/** What the algorithm says at an instant: its newest decision until then. */
function foretoldAt(
  at: number,
  decisions: readonly ShadowDecision[],
): Pick<LoadPoint, 'predictedReplicas' | 'predictedCpuPercent'> {
  const predicted = decisions.findLast((decision) => decision.at <= at)?.predicted;
  const percent = predicted?.metrics.flatMap((words) => /^(\d+)% /.exec(words)?.[1] ?? [])[0];
  return {
    predictedReplicas: predicted?.desired ?? null,
    predictedCpuPercent: percent === undefined ? null : Number(percent),
  };
}

function decisionOf({ at, observed, predicted, agreement, explanation }: ShadowDecision, begun: number): DecisionData {
  return {
    ms: at * 1000 - begun,
    current: observed.current,
    observed: observed.desired,
    predicted: predicted.desired,
    agrees: agreement !== 'deviates',
    explanation,
  };
}

/** What the simulator expected of the load that was really sent, beside what came. */
function predictionsOf({
  predicted,
  projection,
  reached,
  upSeconds,
  downSeconds,
}: LoadOutput): readonly PredictionData[] {
  if (predicted === null) return [];
  const production = projection?.production ?? null;
  const seconds = (value: number | null | undefined): string => (value == null ? 'not seen' : `${value.toFixed(1)} s`);
  const row = (what: string, of: (bands: Bands) => string, observed: string): PredictionData => ({
    what,
    expected: of(predicted),
    observed,
    ...(production === null ? {} : { production: of(production) }),
  });
  return [
    row('first change up', ({ firstMove }) => bandText(firstMove), seconds(upSeconds?.first)),
    row('last change up', ({ settled }) => bandText(settled), seconds(upSeconds?.last)),
    row('most replicas', ({ peaks }) => sizesText(peaks), String(reached)),
    row('back at the beginning', ({ backToMin }) => bandText(backToMin), seconds(downSeconds)),
  ];
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

/** `7.0 s typically, 21.0 s at most`, over the simulated runs. */
function bandText({ quantiles }: Band): string {
  const typical = quantiles.find(({ q }) => q === 0.5)?.seconds ?? null;
  const last = quantiles.find(({ q }) => q === 1)?.seconds ?? null;
  const shown = (seconds: number | null): string => (seconds === null ? 'never' : `${seconds.toFixed(1)} s`);
  return `${shown(typical)} typically, ${shown(last)} at most`;
}

function sizesText(sizes: readonly SizeCount[]): string {
  const [first, last] = [sizes[0]?.size, sizes.at(-1)?.size];
  return first === last ? `${first ?? 'none'}` : `${first} to ${last}`;
}
