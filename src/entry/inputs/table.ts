import type { StageName } from '../../domain/stage.js';
import type { Option } from './option.js';
import { clusterOptions } from './sections/cluster.js';
import { deployOptions } from './sections/deploy.js';
import { gateOptions } from './sections/gate.js';
import { lintOptions } from './sections/lint.js';
import { loadOptions } from './sections/load.js';
import { promoteOptions } from './sections/promote.js';
import { redisOptions } from './sections/redis.js';
import { reportsOptions } from './sections/reports.js';
import { toolsOptions } from './sections/tools.js';

/** One row of the one table of options. */
export interface OptionRow extends Option<unknown> {
  /** Input of the action, and flag of the CLI behind `--`: `load-thresholds`. */
  readonly name: string;
  /** The stage that it is for; `gate` where it is for the whole run. */
  readonly stage: StageName | 'gate';
  /** Where it is in scale-gate.yml: `['load', 'thresholds']`. */
  readonly path: readonly string[];
  /** Where it is in a `GateSpec`: `['load', 'thresholds']`, `['cluster', 'timeoutSeconds']`. */
  readonly property: readonly string[];
}

/** Sections of scale-gate.yml, in the order in which docs show them; `''` holds the top-level keys. */
const sections: readonly {
  name: string;
  stage: OptionRow['stage'];
  options: Readonly<Record<string, Option<unknown>>>;
}[] = [
  { name: '', stage: 'gate', options: gateOptions },
  { name: 'lint', stage: 'lint', options: lintOptions },
  { name: 'tools', stage: 'provision', options: toolsOptions },
  { name: 'cluster', stage: 'provision', options: clusterOptions },
  { name: 'deploy', stage: 'deploy', options: deployOptions },
  { name: 'redis', stage: 'redis', options: redisOptions },
  { name: 'load', stage: 'load', options: loadOptions },
  { name: 'promote', stage: 'promote', options: promoteOptions },
  { name: 'reports', stage: 'gate', options: reportsOptions },
];

/** `timeoutSeconds` → `timeout`, `k6Script` → `k6-script`: the unit is in the value that people write. */
function optionKey(property: string, { kind }: Option<unknown>): string {
  const bare = kind.type === 'duration' ? property.replace(/(Seconds|Ms)$/, '') : property;
  return bare.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

export const sectionNames: readonly string[] = sections.map(({ name }) => name).filter((name) => name !== '');

/** The one table of options. */
export const optionTable: readonly OptionRow[] = sections.flatMap(({ name, stage, options }) => {
  const section = name === '' ? [] : [name];
  return Object.entries(options).map(([property, option]) => {
    const path = [...section, optionKey(property, option)];
    return { ...option, name: path.join('-'), stage, path, property: [...section, property] };
  });
});

const byName = new Map(optionTable.map((row) => [row.name, row]));

export function optionNamed(name: string): OptionRow | undefined {
  return byName.get(name);
}

/** What only a door needs, and no config can hold. */
export const doorOptions: readonly {
  readonly name: string;
  readonly description: string;
  readonly default?: string;
}[] = [
  { name: 'folder', description: 'Folder of the service.', default: '.' },
  { name: 'config', description: 'Configuration file. Without it: scale-gate.yml in the folder, where there is one.' },
  { name: 'stage', description: 'Run everything up to this stage. Without it: the stages of the option `stages`.' },
  {
    name: 'token',
    description: 'Token for comments, checks and statuses; it needs no permission for anything else.',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of workflows
    default: '${{ github.token }}',
  },
];
