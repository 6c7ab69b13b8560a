import type { StageName } from '../../../domain/stage.js';
import { stageNames } from '../../../domain/stage.js';
import { outputTable } from '../../../reports/outputs.js';
import { doorOptions, type OptionRow, optionTable } from '../table.js';
import { defaultOf, inputForm } from './wording.js';

const about: Readonly<Record<StageName | 'gate', readonly [name: string, description: string]>> = {
  gate: [
    'Scale Gate',
    'Prove that a service scales before it is promoted: promote, reject or inconclusive, with evidence.',
  ],
  lint: [
    'Scale Gate: lint',
    'Judge the Kubernetes manifests of a service by graph, autoscaler and route; needs no Docker.',
  ],
  provision: ['Scale Gate: provision', 'An ephemeral kind cluster with metrics and ingress, proven ready.'],
  deploy: [
    'Scale Gate: deploy',
    'Deploy a service into an ephemeral cluster and prove that it answers, and what must not does not.',
  ],
  redis: ['Scale Gate: redis', "A Redis Cluster brought up and verified from every node's own view."],
  load: ['Scale Gate: load', 'Load a service through its Ingress and prove that it scales up and back.'],
  promote: ['Scale Gate: promote', 'Decide over the evidence of earlier jobs, and publish the verdict.'],
};

/** The options that an action offers: those of the stages that it runs. `promote` alone runs none before it. */
function rowsFor(action: StageName | 'gate'): readonly OptionRow[] {
  if (action === 'gate') return optionTable;
  const upTo = stageNames.slice(0, stageNames.indexOf(action) + 1);
  const stages: readonly string[] = action === 'promote' ? ['promote'] : upTo;
  return optionTable.filter(({ stage }) => stage === 'gate' || stages.includes(stage));
}

/** A YAML scalar in quotes, which JSON's are, too. */
const quoted = (text: string): string =>
  text.includes('"') ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);

function inputLines(action: StageName | 'gate'): readonly string[] {
  const doors = doorOptions
    .filter(({ name }) => action === 'gate' || name !== 'stage')
    .flatMap(({ name, description, default: value }) => entry(name, description, value));
  const stage =
    action === 'gate' ? [] : entry('stage', 'The stage that this action is for; not to be changed.', action);
  return [...doors, ...stage, ...rowsFor(action).flatMap(rowLines)];
}

function entry(name: string, description: string, value?: string): readonly string[] {
  const head = [`  ${name}:`, `    description: ${quoted(description)}`];
  return value === undefined ? head : [...head, `    default: ${quoted(value)}`];
}

function rowLines(row: OptionRow): readonly string[] {
  const value = defaultOf(row);
  const said = value === undefined ? '' : ` Default: ${value}.`;
  return entry(row.name, `${row.description}${inputForm(row.kind)}${said}`);
}

/**
 * The text of an action.yml. Options have no `default:` there: the runner would hand it over like a value that was
 * given, and it would win over scale-gate.yml.
 */
export function actionFile(action: StageName | 'gate'): string {
  const [name, description] = about[action];
  const bundle = action === 'gate' ? 'dist/action/index.js' : '../dist/action/index.js';
  return [
    '# Written by `npm run docs` from the tables of options and outputs; change those.',
    `name: ${quoted(name)}`,
    `description: ${quoted(description)}`,
    'author: "Scale Gate"',
    'branding:',
    '  icon: "trending-up"',
    '  color: "green"',
    'inputs:',
    ...inputLines(action),
    'outputs:',
    ...outputTable.flatMap((row) => [`  ${row.name}:`, `    description: ${quoted(row.description)}`]),
    'runs:',
    '  using: "node24"',
    `  main: ${quoted(bundle)}`,
    `  post: ${quoted(bundle)}`,
    '',
  ].join('\n');
}
