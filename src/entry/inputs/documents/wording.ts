import { expectation } from '../check.js';
import { writeDuration } from '../duration.js';
import type { Kind } from '../option.js';
import type { OptionRow } from '../table.js';

/** The default as people write it; undefined where there is none. */
export function defaultOf({ kind, default: value }: Pick<OptionRow, 'kind' | 'default'>): string | undefined {
  if (value === undefined) return undefined;
  if (kind.type === 'duration') return writeDuration(Number(value), kind.unit);
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.join(', ');
  if (typeof value === 'object') return undefined;
  return String(value);
}

/** What may be given, short: `3 to 30`, `kind, existing`, `duration`. */
export function valuesOf(kind: Kind): string {
  switch (kind.type) {
    case 'text':
      return kind.shape === undefined ? 'text' : kind.shape.expected;
    case 'integer':
      return `${kind.min} to ${kind.max}`;
    case 'choice':
      return kind.values.map((value) => `\`${value}\``).join(', ');
    case 'duration':
      return 'duration: `500ms`, `90s`, `5m`';
    case 'list':
      return kind.of.type === 'text' && kind.of.shape === undefined ? 'list' : `list of ${valuesOf(kind.of)}`;
    case 'map':
      return kind.of.type === 'text' ? 'map, in inputs `key=value` a line' : `map to ${valuesOf(kind.of)}`;
    case 'record':
      return kind.short === undefined
        ? Object.entries(kind.fields)
            .map(([name, { required }]) => `\`${name}\`${required ? '' : '?'}`)
            .join(', ')
        : kind.short.form;
    default:
      return expectation(kind);
  }
}

/** How an input is to be written where a plain value does not say it. */
export function inputForm(kind: Kind): string {
  if (kind.type === 'list') {
    const one = kind.of.type === 'record' ? 'One a line' : 'One a line, or parted by commas';
    return kind.of.type === 'record' && kind.of.short !== undefined
      ? ` One a line: ${kind.of.short.form}.`
      : ` ${one}.`;
  }
  if (kind.type === 'map') return ' One `key=value` a line.';
  return kind.type === 'choice' ? ` One of ${kind.values.join(', ')}.` : '';
}
