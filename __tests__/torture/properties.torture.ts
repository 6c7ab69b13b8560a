import { expect, test } from '@jest/globals';
import { acceptanceOf } from '../../src/autoscaler/acceptance.js';
import { type CpuTarget, proposedAt, usedMilli } from '../../src/autoscaler/cpu-target.js';
import { milliOf } from '../../src/autoscaler/quantity.js';
import { decisionOf, type Verdict, worst } from '../../src/domain/verdict.js';
import { readManifests } from '../../src/manifests/read.js';
import { figure, scale } from './figures.js';
import { hostileYaml, randomNumbers } from './random-text.js';

const verdicts: readonly Verdict[] = ['pass', 'fail', 'inconclusive'];

/** Each takes random numbers and tells what is wrong, if anything is. */
const properties: readonly (readonly [
  name: string,
  runs: number,
  holds: (random: () => number) => string | undefined,
])[] = [
  [
    'parser: every text gives manifests or diagnostics, and touches no prototype',
    400_000,
    (random) => {
      const text = hostileYaml(random);
      const { manifests, diagnostics } = readManifests('k8s.yaml', text);
      if (({} as Record<string, unknown>)['polluted'] !== undefined || Object.keys(Object.prototype).length > 0)
        return text;
      const placed = diagnostics.every(({ at }) => at.start.line >= 1 && at.start.column >= 1);
      return placed && manifests.every(({ kind }) => typeof kind === 'string') ? undefined : text;
    },
  ],
  [
    'verdict: no list with a fail, a gap or nothing in it is a promotion',
    300_000,
    (random) => {
      const list = Array.from({ length: Math.floor(random() * 6) }, () => verdicts[Math.floor(random() * 3)] ?? 'fail');
      const decision = decisionOf(worst(list));
      const sound = list.length > 0 && list.every((each) => each === 'pass');
      if ((decision === 'promote') !== sound) return `${list.join()} → ${decision}`;
      return (decision === 'reject') === list.includes('fail') ? undefined : `${list.join()} → ${decision}`;
    },
  ],
  [
    'autoscaler: within its bounds; more use never gives fewer; a size at which it rests proposes itself',
    300_000,
    (random) => {
      const min = 1 + Math.floor(random() * 5);
      const cpu: CpuTarget = {
        min,
        max: min + Math.floor(random() * 20),
        tolerances: { down: 0.1, up: 0.1 },
        target: {
          kind: 'utilization',
          percent: 10 + Math.floor(random() * 190),
          requestMilli: 10 + Math.floor(random() * 990),
        },
        limitMilli: random() < 0.5 ? null : 100 + Math.floor(random() * 4_000),
      };
      const size = cpu.min + Math.floor(random() * (cpu.max - cpu.min + 1));
      const used = Math.floor(random() * 5_000);
      const [some, more] = [proposedAt(cpu, used, size), proposedAt(cpu, used + Math.floor(random() * 500), size)];
      const demand = { loadMilli: Math.floor(random() * 20_000), idleMilliPerPod: Math.floor(random() * 20) };
      const rests = acceptanceOf(cpu, demand).members;
      const fixed = rests.every((each) => proposedAt(cpu, usedMilli(cpu, demand, each), each) === each);
      return some >= cpu.min && some <= cpu.max && more >= some && fixed
        ? undefined
        : JSON.stringify({ cpu, size, used, some, more, rests });
    },
  ],
  [
    'quantity: read as a number of thousandths, or refused; never a wrong size',
    100_000,
    (random) => {
      const number = Math.floor(random() * 1_000_000);
      const [suffix, factor] = (
        [
          ['m', 1n],
          ['', 1_000n],
          ['k', 1_000_000n],
          ['Ki', 1_024_000n],
          ['Mi', 1_048_576_000n],
        ] as const
      )[Math.floor(random() * 5)] ?? ['', 1_000n];
      return milliOf(`${number}${suffix}`) === BigInt(number) * factor ? undefined : `${number}${suffix}`;
    },
  ],
];

test('properties over parsers, graph, autoscaler and verdict', () => {
  let total = 0;
  const failures: string[] = [];
  for (const [name, planned, holds] of properties) {
    const random = randomNumbers(7_919 + planned);
    for (let run = 0; run < planned * scale && failures.length < 10; run++) {
      total++;
      const wrong = trial(holds, random);
      if (wrong !== undefined) failures.push(`${name}: ${wrong}`);
    }
  }
  const value = `${failures.length} of ${properties.length} properties broken in ${total} runs`;
  figure('properties', value, '≥ 10⁶ runs over parsers, autoscaler, verdict, 0 broken', failures.length === 0);
  expect(failures).toEqual([]);
});

function trial(holds: (random: () => number) => string | undefined, random: () => number): string | undefined {
  try {
    return holds(random);
  } catch (error) {
    return error instanceof Error ? error.stack : String(error);
  }
}
