import { defaultSetup } from '../../autoscaler/hpa.js';
import { assumedCost, type Plan, planOf, planRuns } from '../../autoscaler/plan.js';
import { planText } from '../../autoscaler/plan-text.js';
import { invalidInput } from '../../domain/error.js';
import { exitCodes } from '../../domain/verdict.js';
import { configFile } from '../config-file.js';
import { parseOptions } from '../inputs/parse.js';
import { lintOnly } from '../lint-only.js';
import { boundaryOf } from '../named-paths.js';
import { lintSpec } from '../specs.js';
import { shellTerritory } from '../territories.js';
import type { Asked } from './program.js';
import { scalingFacts } from './scaling-facts.js';

/** What is taken of a pod that nobody measured: idle cost in millicores, seconds until it is ready. */
const assumedPod = { idleMilliPerPod: 2, readySeconds: [3, 12] } as const;

/** `scale-gate plan [FOLDER]`: what the manifests alone tell. Exit 1 where something can never scale. */
export async function planCommand(asked: Asked): Promise<number> {
  const folder = asked.operands[0] ?? '.';
  const cost = costOf(asked.own['cost']);
  const config = configFile(folder, asked.config);
  const spec = parseOptions({
    ...(config === undefined ? {} : { config }),
    given: asked.given,
    label: (name) => `--${name}`,
  });
  const boundary = boundaryOf({ spec, folder, given: asked.given }, shellTerritory(folder));
  const { decision, output } = await lintOnly(
    lintSpec(spec, folder, spec.namespace ?? 'default'),
    spec.service ?? folder,
    new AbortController().signal,
    boundary,
  );
  const plans = scalingFacts(output.manifests).map(
    ({ hpa, workload }): Plan =>
      planOf({
        hpa,
        workload,
        setup: defaultSetup,
        cost,
        ...assumedPod,
        rates: spec.load.rate === undefined ? [] : [spec.load.rate],
        seed: 1,
        runs: planRuns,
      }),
  );
  const errors = output.diagnostics.filter(({ severity }) => severity === 'error').length;
  process.stdout.write(
    `${plans.map(planText).join('\n\n')}\n\nlint: ${errors === 0 ? 'no errors' : `${errors} errors; scale-gate lint ${folder} lists them`}\n`,
  );
  const stuck = plans.some(({ findings }) => findings.some(({ kind }) => kind.startsWith('never-scales')));
  return exitCodes[stuck ? 'reject' : decision];
}

export function costOf(given: unknown): typeof assumedCost {
  if (given === undefined) return assumedCost;
  const ms = Number(given);
  if (Number.isFinite(ms) && ms > 0) return { lowMs: ms, highMs: ms, source: 'given' };
  throw invalidInput([`--cost is "${String(given)}"`], 'Give the CPU milliseconds of one request, such as `--cost 4`.');
}
