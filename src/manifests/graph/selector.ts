import type { Json } from '../manifest.js';
import { asList, asObject, asString, asStrings } from './json.js';

export type Labels = ReadonlyMap<string, string>;

export interface Requirement {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  readonly values: ReadonlySet<string>;
}

/** A label selector, ready to be asked. An empty one selects everything, as in `metav1.LabelSelectorAsSelector`. */
export interface Selector {
  readonly matchLabels: Labels;
  readonly requirements: readonly Requirement[];
}

const operators: readonly string[] = ['In', 'NotIn', 'Exists', 'DoesNotExist'];

/** The form with `matchLabels` and `matchExpressions`; undefined where there is none, which selects nothing. */
export function labelSelector(value: Json | undefined): Selector | undefined {
  const object = asObject(value);
  if (!object) return undefined;
  const requirements = asList(object['matchExpressions']).flatMap((one): Requirement[] => {
    const { key, operator, values } = asObject(one) ?? {};
    if (typeof key !== 'string' || typeof operator !== 'string' || !operators.includes(operator)) return [];
    const strings = asList(values).flatMap((item) => asString(item) ?? []);
    return [{ key, operator: operator as Requirement['operator'], values: new Set(strings) }];
  });
  return { matchLabels: asStrings(object['matchLabels']), requirements };
}

/** The plain form of Services and ReplicationControllers. */
export function plainSelector(value: Json | undefined): Selector | undefined {
  const matchLabels = asStrings(value);
  return matchLabels.size === 0 ? undefined : { matchLabels, requirements: [] };
}

function meets(labels: Labels, { key, operator, values }: Requirement): boolean {
  const value = labels.get(key);
  if (operator === 'Exists') return value !== undefined;
  if (operator === 'DoesNotExist') return value === undefined;
  if (operator === 'In') return value !== undefined && values.has(value);
  return value === undefined || !values.has(value);
}

export function selects(selector: Selector, labels: Labels): boolean {
  for (const [key, value] of selector.matchLabels) if (labels.get(key) !== value) return false;
  return selector.requirements.every((requirement) => meets(labels, requirement));
}

/** `app=web,tier in (a,b)`, as kubectl writes it. */
export function describeSelector({ matchLabels, requirements }: Selector): string {
  const parts = [...matchLabels].map(([key, value]) => `${key}=${value}`);
  for (const { key, operator, values } of requirements) {
    if (operator === 'Exists') parts.push(key);
    else if (operator === 'DoesNotExist') parts.push(`!${key}`);
    else parts.push(`${key} ${operator === 'In' ? 'in' : 'notin'} (${[...values].join(',')})`);
  }
  return parts.join(',') || 'everything';
}
