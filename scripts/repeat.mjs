#!/usr/bin/env node
/**
 * `npm run repeat -- 5 podinfo|example`: the whole gate, again and again on new clusters, and whether it says the same
 * each time. One line a run: verdict, settled size and the sizes that the algorithm accepts, times up and down with what
 * the simulator expected, decisions reproduced. Exits with 1 when the verdicts differ or one is not `promote`.
 * `--under 'CMD ARGS'` starts each run by that command (nice, a lock); the reports stay in the folder that is printed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const folders = { podinfo: 'examples/podinfo', example: 'examples/session-shop' };
const { values, positionals } = parseArgs({
  options: { under: { type: 'string', default: '' } },
  allowPositionals: true,
});
const [times, folder] = [Number(positionals[0] ?? 5), folders[positionals[1] ?? 'podinfo']];
if (!Number.isInteger(times) || times < 1 || folder === undefined) {
  console.error("usage: npm run repeat -- TIMES podinfo|example [--under 'CMD ARGS']");
  process.exit(64);
}
const kept = mkdtempSync(path.join(tmpdir(), 'sg-repeat-'));
if (spawnSync(process.execPath, ['scripts/demo-image.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0)
  process.exit(2);

const runs = [];
for (let number = 1; number <= times; number++) {
  const report = await once(number);
  const line = told(report);
  runs.push(line);
  console.log(`${number} of ${times}: ${Object.values(line).join(' | ')}`);
  for (const { claim, observed } of report.not) console.log(`    not pass: ${claim}: ${observed}`);
}
const verdicts = [...new Set(runs.map(({ verdict }) => verdict))];
const sizes = [...new Set(runs.map(({ settled }) => settled))];
console.log(
  `${times} runs of ${folder}: verdicts ${verdicts.join(', ')}; ${sizes.length === 1 ? 'same' : 'different'} sizes; reports in ${kept}`,
);
process.exitCode = verdicts.length === 1 && verdicts[0] === 'promote' ? 0 : 1;

async function once(number) {
  const reports = path.join(kept, String(number));
  const gate = [
    process.execPath,
    'dist/cli/index.js',
    'run',
    folder,
    '--reports-folder',
    path.relative(folder, reports),
  ];
  const [command, ...args] = [...values.under.split(' ').filter(Boolean), ...gate];
  const env = {
    REDIS_PASSWORD: 'repeated-by-hand',
    ...process.env,
    GITHUB_RUN_ID: '',
    XDG_STATE_HOME: kept,
    RUNNER_TEMP: kept,
    NO_COLOR: '1',
  };
  const begun = performance.now();
  const child = spawn(command, args, { env, stdio: ['ignore', 'ignore', 'ignore'] });
  await new Promise((resolve) => child.once('exit', resolve));
  const file = path.join(reports, 'report.json');
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  const load = report?.stages.find(({ stage }) => stage === 'load');
  const not = (report?.stages ?? []).flatMap(({ evidence, error }) => [
    ...evidence.filter(({ verdict }) => verdict !== 'pass'),
    ...(error === undefined ? [] : [{ claim: error.code, observed: error.message }]),
  ]);
  return { seconds: (performance.now() - begun) / 1000, report, load, not };
}

function told({ seconds, report, load }) {
  const seen = (claim) => load?.evidence.find((each) => each.claim.includes(claim))?.observed ?? 'not judged';
  return {
    verdict: report?.decision ?? 'no report',
    settled: seen('rests at a size'),
    up: `up: ${seen('it scales up as soon')}`,
    down: `down: ${seen('it scales down as soon')}`,
    decisions: seen('decides as its algorithm'),
    time: `${seconds.toFixed(0)} s, load average ${loadavg()[0]?.toFixed(1)}`,
  };
}
