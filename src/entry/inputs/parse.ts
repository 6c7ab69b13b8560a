import { invalidInput } from '../../domain/error.js';
import { stageNames } from '../../domain/stage.js';
import { type Complain, checkValue } from './check.js';
import { readConfig } from './config.js';
import { readGiven } from './given.js';
import type { Offer, Offers } from './offer.js';
import { settle } from './settle.js';
import type { GateSpec } from './spec.js';
import { specOf } from './usual.js';

export interface Sources {
  /** The configuration file: its path as messages show it, and its text. */
  readonly config?: { readonly file: string; readonly text: string };
  /** Inputs or flags by the name of the option; they win over the configuration. An empty text is not given. */
  readonly given: Readonly<Record<string, string>>;
  /** How a message names one of `given`; by default `input redis-shards`. */
  readonly label?: (name: string) => string;
}

/**
 * The spec of a run from configuration and inputs, with every default filled in.
 *
 * @throws GateError `INPUT_INVALID` with every problem of both at once, each with its place.
 */
export function parseOptions({ config, given, label = (name) => `input ${name}` }: Sources): GateSpec {
  const problems: string[] = [];
  const complain: Complain = (problem) => problems.push(problem);
  const fromConfig = config === undefined ? new Map<string, Offer>() : readConfig(config, complain);
  const offers = new Map([...fromConfig, ...readGiven(given, label, complain)]);
  const { values, refused } = valuesOf(offers, complain);
  const spec = settle(specOf(values), offers, refused, complain);
  if (problems.length > 0) throw invalidInput(problems, hintFor(config?.file));
  return spec;
}

function hintFor(file: string | undefined): string {
  const where = file === undefined ? 'the inputs' : `${file} or the inputs`;
  return `Correct ${where}; docs/inputs.md describes every option. Stages are ${stageNames.join(', ')}.`;
}

/** What was offered and is right; and the names of what was refused. */
function valuesOf(offers: Offers, complain: Complain) {
  const [values, refused] = [new Map<string, unknown>(), new Set<string>()];
  for (const [name, { row, value, place }] of offers) {
    if (name !== row.name) continue;
    const checked = checkValue(row.kind, value, place, (problem) => {
      refused.add(name);
      complain(problem);
    });
    if (!refused.has(name)) values.set(name, checked);
  }
  return { values, refused };
}
