import { writeTopology } from './ambiguous.js';
import { readDuration } from './duration.js';
import { didYouMean } from './nearest.js';
import type { Kind, RecordKind, Shape } from './option.js';
import type { Place } from './place.js';

/** Receives every complaint; the checks go on, so that a user mends all of them at once. */
export type Complain = (problem: string) => void;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
};

/** What a value of a kind looks like, for messages and docs. */
export function expectation(kind: Kind): string {
  switch (kind.type) {
    case 'text':
      return kind.shape?.expected ?? 'text';
    case 'integer':
      return `an integer from ${kind.min} to ${kind.max}`;
    case 'number':
      return `a number from ${kind.min} to ${kind.max}`;
    case 'boolean':
      return 'true or false';
    case 'duration':
      return 'a duration such as 90s, 5m or 500ms';
    case 'choice':
      return `one of ${kind.values.join(', ')}`;
    case 'list':
      return `a list, each ${expectation(kind.of)}`;
    case 'map':
      return `a map to ${expectation(kind.of)}`;
    case 'record':
      return `a map of ${Object.keys(kind.fields).join(', ')}${kind.short ? `, or ${kind.short.form}` : ''}`;
  }
}

/** The value as the spec holds it; undefined after a complaint. */
export function checkValue(kind: Kind, value: unknown, place: Place, complain: Complain): unknown {
  if (kind.type === 'list') return checkList(kind.of, value, place, complain);
  if (kind.type === 'map') return checkMap(kind.of, value, place, complain);
  if (kind.type === 'record') return checkRecord(kind, value, place, complain);
  const found = readScalar(kind, value, place);
  if (found === undefined) complain(`${place.subject('value')} is ${shown(value)}; ${scalarAdvice(kind, value)}`);
  return found;
}

function scalarAdvice(kind: Kind, value: unknown): string {
  const guess = kind.type === 'choice' && typeof value === 'string' ? didYouMean(value, kind.values) : '';
  const topology = kind.type === 'integer' && typeof value === 'string' ? writeTopology(value) : undefined;
  return topology ?? `expected ${expectation(kind)}${guess}`;
}

function readScalar(kind: Kind, value: unknown, place: Place): string | number | boolean | undefined {
  switch (kind.type) {
    case 'text': {
      const text = pairText(kind.shape, value) ?? readText(value, place);
      return text !== undefined && (kind.shape?.pattern.test(text) ?? true) ? text : undefined;
    }
    case 'integer':
    case 'number':
      if (typeof value !== 'number' || (kind.type === 'integer' && !Number.isInteger(value))) return undefined;
      return value >= kind.min && value <= kind.max ? value : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'duration':
      return typeof value === 'string' ? readDuration(value, kind.unit) : undefined;
    case 'choice':
      return typeof value === 'string' && kind.values.includes(value) ? value : undefined;
    default:
      return undefined;
  }
}

/** A pair where its shape says that people mean text by it. */
function pairText(shape: Shape | undefined, value: unknown): string | undefined {
  if (shape?.pair === undefined || !isRecord(value)) return undefined;
  const [[key, rest] = [], ...others] = Object.entries(value);
  return key !== undefined && typeof rest === 'string' && others.length === 0 ? `${key}: ${rest}` : undefined;
}

/** A number or boolean where text is wanted is taken as it is written: version `1.30` is not 1.3. */
function readText(value: unknown, place: Place): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (typeof value === 'number' || typeof value === 'boolean') return place.source() ?? String(value);
  return undefined;
}

function checkList(of: Kind, value: unknown, place: Place, complain: Complain): unknown {
  if (!Array.isArray(value)) {
    // One entry without its dash is what people write, and means one thing.
    if (typeof value === 'string' || typeof value === 'number') return [checkValue(of, value, place, complain)];
    complain(`${place.subject('value')} is ${shown(value)}; expected ${expectation({ type: 'list', of })}`);
    return undefined;
  }
  return value.map((entry, i) => checkValue(of, entry, place.child(i), complain));
}

function checkMap(of: Kind, value: unknown, place: Place, complain: Complain): unknown {
  if (!isRecord(value)) {
    complain(`${place.subject('value')} is ${shown(value)}; expected ${expectation({ type: 'map', of })}`);
    return undefined;
  }
  const entries = Object.entries(value);
  return Object.fromEntries(entries.map(([key, entry]) => [key, checkValue(of, entry, place.child(key), complain)]));
}

function checkRecord(kind: RecordKind, given: unknown, place: Place, complain: Complain): unknown {
  const value = typeof given === 'string' ? kind.short?.read(given) : given;
  if (!isRecord(value)) {
    complain(`${place.subject('value')} is ${shown(given)}; expected ${expectation(kind)}`);
    return undefined;
  }
  const names = Object.keys(kind.fields);
  for (const key of Object.keys(value).filter((name) => !names.includes(name))) {
    complain(
      `${place.child(key).subject('key')} is unknown${didYouMean(key, names) || `; expected ${expectation(kind)}`}`,
    );
  }
  const here = names.filter((name) => value[name] !== undefined && value[name] !== null);
  if (kind.exactlyOne && here.length !== 1) {
    complain(
      `${place.subject('key')} has ${here.length === 0 ? 'none' : here.join(' and ')}; expected exactly one of ${names.join(', ')}`,
    );
  }
  return Object.fromEntries(fieldsOf(kind, value, place, complain));
}

function fieldsOf(kind: RecordKind, value: Readonly<Record<string, unknown>>, place: Place, complain: Complain) {
  return Object.entries(kind.fields).flatMap(([name, field]): [string, unknown][] => {
    const entry = value[name];
    if (entry !== undefined && entry !== null)
      return [[name, checkValue(field.kind, entry, place.child(name), complain)]];
    if (field.required) complain(`${place.subject('key')} lacks ${name}: ${field.description}`);
    return [];
  });
}
