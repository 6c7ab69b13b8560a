import type { ScriptThreshold } from '../../ports/scripted-load.js';

/** What k6 wrote at its end, in whichever of its forms. */
export interface Summary {
  readonly metrics: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly thresholds: readonly ScriptThreshold[];
}

type Json = Readonly<Record<string, unknown>>;

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

/** `p95` of the new form and `p(95)` of the old one are the same. */
function statistic(name: string): string {
  return name.replace(/^p(\d+(?:\.\d+)?)$/, 'p($1)');
}

function numbers(values: Json): Readonly<Record<string, number>> {
  const found = Object.entries(values).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
  return Object.fromEntries(found.map(([name, value]) => [statistic(name), value]));
}

/** In `--summary-export` true means crossed; `handleSummary` and the new form say `ok` or `passed`. */
function held(state: unknown): boolean {
  if (typeof state === 'boolean') return !state;
  const { ok, passed } = object(state);
  return ok === true || passed === true;
}

function thresholdsOf(metric: string, thresholds: unknown): readonly ScriptThreshold[] {
  if (Array.isArray(thresholds)) {
    return thresholds.map((each) => {
      const { source, expression, threshold } = object(each);
      return { metric, expression: String(source ?? expression ?? threshold ?? ''), held: held(each) };
    });
  }
  return Object.entries(object(thresholds)).map(([expression, state]) => ({ metric, expression, held: held(state) }));
}

/** `metrics` by name: `--summary-export` of 1.x and 2.x has values beside thresholds, `handleSummary` has them apart. */
function byName(metrics: Json): Summary {
  const entries = Object.entries(metrics).map(([name, metric]) => [name, object(metric)] as const);
  return {
    metrics: Object.fromEntries(entries.map(([name, metric]) => [name, numbers(object(metric['values'] ?? metric))])),
    thresholds: entries.flatMap(([name, metric]) => thresholdsOf(name, metric['thresholds'])),
  };
}

/** `results.metrics` as a list, without thresholds: what 1.5 and later, and 2.x, write with `--new-machine-readable-summary`. */
function asList(results: Json): Summary {
  const metrics = (Array.isArray(results['metrics']) ? results['metrics'] : []).map(object);
  const listed = (Array.isArray(results['thresholds']) ? results['thresholds'] : []).map(object);
  return {
    metrics: Object.fromEntries(metrics.map(({ name, values }) => [String(name), numbers(object(values))])),
    thresholds: [
      ...metrics.flatMap(({ name, thresholds }) => thresholdsOf(String(name), thresholds)),
      ...listed.flatMap((each) => thresholdsOf(String(each['metric'] ?? ''), [each])),
    ],
  };
}

/** Null where the text is no summary of k6. */
export function parseSummary(text: string): Summary | null {
  let json: Json;
  try {
    json = object(JSON.parse(text));
  } catch {
    return null;
  }
  if (json['results'] !== undefined) return asList(object(json['results']));
  return json['metrics'] === undefined ? null : byName(object(json['metrics']));
}
