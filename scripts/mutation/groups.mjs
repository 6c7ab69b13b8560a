// Which sources are mutated, against which tests, and why they are what judges.
import { globSync } from 'node:fs';

const files = (patterns, but = []) => {
  const left = new Set(globSync(but));
  return globSync(patterns)
    .filter((file) => !left.has(file))
    .sort();
};

export const groups = [
  {
    name: 'domain',
    why: 'words and laws: what a verdict is made of, and what may leave the house',
    targets: files(['src/domain/**/*.ts']),
    tests: files([
      '__tests__/domain/**/*.test.ts',
      '__tests__/secrets/**/*.test.ts',
      '__tests__/runner/**/*.test.ts',
      '__tests__/pipeline.test.ts',
      '__tests__/reports/**/*.test.ts',
      '__tests__/stages/promote/*.test.ts',
    ]),
    // They measure time, or take seconds for what others see as well.
    without: [
      'takes no time that grows with the square of the text',
      'takes no time that grows with the square of its length',
      'finds a secret wherever a stream is cut',
    ],
  },
  {
    name: 'autoscaler',
    why: 'the algorithm that every decision of a real autoscaler is compared with',
    targets: files(['src/autoscaler/**/*.ts']),
    tests: files(['__tests__/autoscaler/**/*.test.ts']),
  },
  {
    name: 'load',
    why: 'the claims over a recorded run, and the arithmetic that they stand on',
    targets: files([
      'src/stages/load/claims/*.ts',
      'src/stages/load/{aim,calibration,cpu,derived,measured-load,readiness,recording,slo,statistics,threshold,timeline,prediction}.ts',
    ]),
    tests: files(['__tests__/stages/load/*.test.ts']),
  },
  {
    name: 'promote',
    why: 'the last word',
    targets: files(['src/stages/promote/*.ts']),
    tests: files(['__tests__/stages/promote/*.test.ts', '__tests__/pipeline.test.ts', '__tests__/gate-run.test.ts']),
  },
  {
    name: 'redis',
    why: 'what is said of nodes, slots, replicas, placement, settings and losses; what only talks to nodes is left out',
    targets: files([
      'src/stages/redis/{agreement,cluster-nodes,configuration,event,finding,ledger,membership,ownership,placement,placement-checks,replication,settings-check,settings-checks,slots,storage-checks,structure,structure-check,topology}.ts',
    ]),
    tests: files(['__tests__/stages/redis/*.test.ts']),
  },
  {
    name: 'lint',
    why: 'which finding counts: waivers, baselines, severities, and evidence of them; each rule has tests of its own',
    targets: files(['src/stages/lint/policy/*.ts', 'src/stages/lint/{evidence,engine,fingerprint,credential}.ts']),
    tests: files(['__tests__/stages/lint/policy/*.test.ts', '__tests__/stages/lint/*.test.ts']),
  },
  {
    name: 'deploy',
    why: 'whether it rolled out, answers, and is open where it should not be; and the loop in which all of them wait',
    targets: files(['src/stages/deploy/{rollout,route,exposure,declared-internal}.ts', 'src/stages/wait.ts']),
    tests: files(['__tests__/stages/deploy/*.test.ts', '__tests__/stages/wait.test.ts']),
  },
];
