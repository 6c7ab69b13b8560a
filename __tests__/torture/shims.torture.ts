import { existsSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { figure, scale } from './figures.js';
import { cells, playAll } from './shims/matrix.js';
import { cli } from './shims/world.js';

const promised = '0 left behind, 0 wrong verdicts, the reason named; each fault seen to happen';
const built = existsSync(cli);

/** The real command line, with programs on the PATH and an API server that go wrong. Needs `npm run build`. */
(built ? test : test.skip)(
  'every program that is started and every request, in every way that it can go wrong: a truthful verdict, nothing left',
  async () => {
    // A third of the cells takes about as long as the rest of the torture; `--scale 3` plays them all.
    const every = Math.max(1, Math.round(3 / scale));
    const only = new RegExp(process.env['SG_SHIM_ONLY'] ?? '');
    const chosen = cells()
      .filter(({ name }) => only.test(name))
      .filter((_, at) => at % every === 0);
    const problems: string[] = [];
    const decisions = new Map<string, number>();
    await playAll(chosen, 6, (cell, outcome, found) => {
      const decision = outcome.report?.decision ?? 'none';
      decisions.set(decision, (decisions.get(decision) ?? 0) + 1);
      problems.push(...found.map((problem) => `${cell.name}: ${problem}`));
      const log = process.env['SG_SHIM_LOG'];
      if (log !== undefined)
        process.stderr.write(
          `${cell.name} → ${decision} ${outcome.seconds.toFixed(1)} s: ${outcome.report?.reason ?? ''}\n`,
        );
    });
    const told = [...decisions].map(([decision, count]) => `${count} ${decision}`).join(', ');
    const value = `${chosen.length} runs of the command line (${told}): ${problems.length} problems`;
    figure('fault matrix, programs and API server', value, promised, problems.length === 0);
    expect(problems).toEqual([]);
  },
  3_600_000,
);
