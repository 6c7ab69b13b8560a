import { parseArgs } from 'node:util';
import { type Cluster, cluster } from './cluster.js';
import type { Defect } from './defect.js';
import { defects } from './defects.js';
import { cli, type Outcome, tried } from './trial.js';

const { values } = parseArgs({
  options: {
    lint: { type: 'boolean', default: false },
    cluster: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
});
const chosen = defects.filter(({ name, until }) => {
  const left = until === 'lint' ? values.cluster && !values.lint : values.lint && !values.cluster;
  return name.includes(values.only) && !left;
});

function print({ defect, as, decision, stage, seconds, reason }: Outcome): void {
  const said = [decision, stage].filter((one) => one !== undefined).join(' by ');
  console.log(
    `${as ? 'ok   ' : 'WRONG'} ${defect.name.padEnd(74)} ${said.padEnd(22)} ${seconds.toFixed(1).padStart(6)} s`,
  );
  if (!as || defect.until !== 'lint') console.log(`        ${reason.slice(0, 300)}`);
}

const outcomes: Outcome[] = [];
async function all(some: readonly Defect[], place: Cluster | undefined): Promise<void> {
  for (const defect of some) {
    const outcome = await tried(defect, place);
    print(outcome);
    outcomes.push(outcome);
  }
}

await all(
  chosen.filter(({ until }) => until === 'lint'),
  undefined,
);
const shared = chosen.filter(({ until, own }) => until !== 'lint' && own !== true);
if (shared.length > 0) {
  const place = cluster(cli);
  try {
    await all(shared, place);
  } finally {
    place.remove();
  }
}
await all(
  chosen.filter(({ own }) => own === true),
  undefined,
);

const promoted = outcomes.filter(
  ({ decision, defect }) => decision === 'promote' && defect.expect.decision !== 'promote',
);
const refused = outcomes.filter(({ decision, defect }) => decision === 'reject' && defect.expect.decision !== 'reject');
const right = outcomes.filter(({ as }) => as).length;
console.log(
  `${right} of ${outcomes.length} as expected, ${promoted.length} false promote, ${refused.length} false reject`,
);
process.exitCode = right === outcomes.length ? 0 : 1;
