import { existsSync, readFileSync } from 'node:fs';
import { type ClockSettings, flagsOf, productionClocks, quickClocks } from '../../autoscaler/clocks.js';
import { defaultSetup, type HpaSpec } from '../../autoscaler/hpa.js';
import { shadow } from '../../autoscaler/shadow.js';
import type { TimelineRow } from '../../autoscaler/timeline.js';
import { recordedSizes, type Trace, traceFromCsv, traceFromTimeline } from '../../autoscaler/trace.js';
import { type Variant, whatIf } from '../../autoscaler/what-if.js';
import { whatIfText } from '../../autoscaler/what-if-text.js';
import { GateError, invalidInput } from '../../domain/error.js';
import { configFile } from '../config-file.js';
import { parseOptions } from '../inputs/parse.js';
import { lintOnly } from '../lint-only.js';
import { lintSpec } from '../specs.js';
import { costOf } from './plan.js';
import type { Asked } from './program.js';
import { type ScalingFacts, scalingFacts } from './scaling-facts.js';

const IDLE_MILLI = 2;
const RUNS = 20;

/** A trace, with the rows that it was made of where it is a recording. */
interface Load {
  readonly trace: Trace;
  readonly rows: readonly TimelineRow[];
}

/** `scale-gate simulate FOLDER --trace FILE [--set tolerance=0.05 …]`: the HPA of the manifests over a recorded load, as it is and as it could be. */
export async function simulateCommand(asked: Asked): Promise<number> {
  const folder = asked.operands[0] ?? '.';
  const load = readLoad(String(asked.own['trace']), asked.own['cost']);
  const clocks = asked.own['clocks'] === 'quick' ? quickClocks : productionClocks;
  const config = configFile(folder, asked.config);
  const spec = parseOptions({
    ...(config === undefined ? {} : { config }),
    given: asked.given,
    label: (name) => `--${name}`,
  });
  const { output } = await lintOnly(
    lintSpec(spec, folder, spec.namespace ?? 'default'),
    spec.service ?? folder,
    new AbortController().signal,
  );
  const facts = scalingFacts(output.manifests);
  const texts = facts.map((one) => simulated(one, load, clocks, variantsOf(asked.own['set'], one.hpa)));
  const name = asked.own['clocks'] === 'quick' ? 'quick' : 'production';
  for (const [index, text] of texts.entries())
    process.stdout.write(
      `HorizontalPodAutoscaler ${facts[index]?.name}, ${RUNS} simulated runs on ${name} clocks\n\n${text}\n`,
    );
  if (load.rows.length > 0) process.stdout.write(`\n${replayed(load.rows, clocks)}\n`);
  return 0;
}

function simulated(
  { hpa, workload }: ScalingFacts,
  { trace, rows }: Load,
  clocks: ClockSettings,
  variants: readonly Variant[],
): string {
  const sum = (values: readonly (number | null)[]): number | null =>
    values.reduce<number | null>((total, value) => (total === null || value === null ? null : total + value), 0);
  const { containers } = workload;
  const result = whatIf({
    hpa,
    setup: defaultSetup,
    pod: {
      requestMilli: sum(containers.map(({ cpuRequestMilli, cpuLimitMilli }) => cpuRequestMilli ?? cpuLimitMilli)),
      limitMilli: sum(containers.map(({ cpuLimitMilli }) => cpuLimitMilli)),
      idleMilli: IDLE_MILLI,
      readySeconds: [3, 12],
    },
    clocks,
    trace,
    startReplicas: rows[0]?.scale?.spec ?? hpa.minReplicas ?? 1,
    variants,
    runs: RUNS,
    seed: 1,
  });
  return whatIfText(result, recordedSizes(rows, trace));
}

/** What the recorded HPA decided, held against the algorithm once more. */
function replayed(rows: readonly TimelineRow[], clocks: ClockSettings): string {
  const { syncPeriodSeconds } = clocks;
  const { decisions, exact, withinInterval } = shadow(rows, {
    setup: { ...defaultSetup, flags: flagsOf(clocks) },
    syncPeriodSeconds,
  });
  const differing = decisions.filter(({ agreement }) => agreement === 'deviates');
  const lines = differing
    .slice(0, 10)
    .map(({ at, code, explanation }) => `  ${at.toFixed(0)} s ${code}: ${explanation}`);
  return [
    `recorded decisions that the algorithm reproduces: ${exact + withinInterval} of ${decisions.length}`,
    ...lines,
  ].join('\n');
}

function readLoad(file: string, cost: unknown): Load {
  if (!existsSync(file))
    throw new GateError('INPUT_INVALID', `no such trace: ${file}`, {
      hint: 'Give a CSV of `seconds,demandMilli` or `seconds,rps`, or the timeline.jsonl of an earlier run.',
    });
  const text = readFileSync(file, 'utf8');
  if (!file.endsWith('.jsonl'))
    return { trace: traceFromCsv(text, cost === undefined ? undefined : costOf(cost).highMs), rows: [] };
  const rows = text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [rowOf(line, index + 1)]));
  return { trace: traceFromTimeline(rows, IDLE_MILLI), rows };
}

function rowOf(line: string, number: number): TimelineRow {
  try {
    const row = JSON.parse(line) as TimelineRow;
    if (typeof row.at === 'number' && Array.isArray(row.pods)) return row;
  } catch {
    // Said below, with its line.
  }
  throw invalidInput(
    [`trace line ${number} is no row of a timeline`],
    'Give the timeline.jsonl that a run has written.',
  );
}

/** `--set tolerance=0.05 --set target=50`: each change is a variant of its own. */
function variantsOf(changes: unknown, hpa: HpaSpec): readonly Variant[] {
  if (!Array.isArray(changes)) return [];
  const problems: string[] = [];
  const variants = changes.flatMap((change: string) => {
    const [, key = '', text = ''] = /^([a-z-]+)=(.+)$/.exec(change) ?? [];
    const value = Number(text);
    const variant = Number.isFinite(value) && text !== '' ? variantOf(key, value, hpa) : undefined;
    if (variant === undefined) problems.push(`--set ${change}`);
    return variant === undefined ? [] : [{ name: change, ...variant }];
  });
  if (problems.length > 0)
    throw invalidInput(
      problems,
      'Changes are min, max, target, tolerance, request, limit or scale-down-window, each `=` a number (request and limit in millicores, the window in seconds).',
    );
  return variants;
}

function variantOf(key: string, value: number, hpa: HpaSpec): Omit<Variant, 'name'> | undefined {
  switch (key) {
    case 'min':
      return { spec: { minReplicas: value } };
    case 'max':
      return { spec: { maxReplicas: value } };
    case 'target':
      return {
        spec: {
          metrics: [
            { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: value } } },
          ],
        },
      };
    case 'tolerance':
      return { tolerance: value };
    case 'request':
      return { requestMilli: value };
    case 'limit':
      return { limitMilli: value };
    case 'scale-down-window':
      return {
        spec: {
          behavior: { ...hpa.behavior, scaleDown: { ...hpa.behavior?.scaleDown, stabilizationWindowSeconds: value } },
        },
      };
    default:
      return undefined;
  }
}
