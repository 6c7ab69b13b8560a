import { settle } from './settle.js';
import type { GateSpec } from './spec.js';
import { optionTable } from './table.js';

/** Defaults, and over them what was given. The table gives each value its type; here they are only put in their places. */
export function specOf(values: ReadonlyMap<string, unknown>): GateSpec {
  const spec: Record<string, unknown> = {};
  for (const { name, property, default: fallback } of optionTable) {
    const value = values.get(name) ?? fallback;
    const [first = '', second] = property;
    if (second === undefined) spec[first] = value;
    else spec[first] = { ...(spec[first] as object | undefined), [second]: value };
  }
  return spec as unknown as GateSpec;
}

/** What `parseOptions` makes of no configuration and no inputs, without what reads them: YAML is a lot to load. */
export function usualSpec(): GateSpec {
  return settle(specOf(new Map()), new Map(), new Set(), () => undefined);
}
