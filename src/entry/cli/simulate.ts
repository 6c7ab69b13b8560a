import { existsSync, readFileSync } from 'node:fs';
import { productionClocks } from '../../autoscaler/clocks.js';
import { defaultSetup, type HpaSpec } from '../../autoscaler/hpa.js';
import type { TimelineRow } from '../../autoscaler/timeline.js';
import { type Trace, traceFromCsv, traceFromTimeline } from '../../autoscaler/trace.js';
import { type Variant, whatIf } from '../../autoscaler/what-if.js';
import { whatIfText } from '../../autoscaler/what-if-text.js';
import { GateError, invalidInput } from '../../domain/error.js';
import { configFile } from '../config-file.js';
import { parseOptions } from '../inputs/parse.js';
import { lintOnly } from '../lint-only.js';
import { lintSpec } from '../specs.js';
import { costOf } from './plan.js';
import type { Asked } from './program.js';
import { scalingFacts } from './scaling-facts.js';

const IDLE_MILLI = 2;
const RUNS = 20;

/** `scale-gate simulate FOLDER --trace FILE [--set tolerance=0.05 …]`: the HPA of the manifests over a recorded load, as it is and as it could be. */
export async function simulateCommand(asked: Asked): Promise<number> {
  const folder = asked.operands[0] ?? '.';
  const trace = readTrace(String(asked.own['trace']), asked.own['cost']);
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
  for (const { name, hpa, workload } of scalingFacts(output.manifests)) {
    const sum = (values: readonly (number | null)[]): number | null =>
      values.reduce<number | null>((total, value) => (total === null || value === null ? null : total + value), 0);
    const pod = {
      requestMilli: sum(
        workload.containers.map(({ cpuRequestMilli, cpuLimitMilli }) => cpuRequestMilli ?? cpuLimitMilli),
      ),
      limitMilli: sum(workload.containers.map(({ cpuLimitMilli }) => cpuLimitMilli)),
      idleMilli: IDLE_MILLI,
      readySeconds: [3, 12] as const,
    };
    const result = whatIf({
      hpa,
      setup: defaultSetup,
      pod,
      clocks: productionClocks,
      trace,
      startReplicas: hpa.minReplicas ?? 1,
      variants: variantsOf(asked.own['set'], hpa),
      runs: RUNS,
      seed: 1,
    });
    process.stdout.write(
      `HorizontalPodAutoscaler ${name}, ${RUNS} simulated runs on production clocks\n\n${whatIfText(result)}\n`,
    );
  }
  return 0;
}

function readTrace(file: string, cost: unknown): Trace {
  if (!existsSync(file))
    throw new GateError('INPUT_INVALID', `no such trace: ${file}`, {
      hint: 'Give a CSV of `seconds,demandMilli` or `seconds,rps`, or the timeline.jsonl of an earlier run.',
    });
  const text = readFileSync(file, 'utf8');
  if (file.endsWith('.jsonl'))
    return traceFromTimeline(
      text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line) as TimelineRow])),
      IDLE_MILLI,
    );
  return traceFromCsv(text, cost === undefined ? undefined : costOf(cost).highMs);
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
