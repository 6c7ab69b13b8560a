import type { Json } from '../manifest.js';
import { parseQuantity } from './quantity.js';
import type { TypeWord } from './type.js';

const rfc3339 =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:[.,]\d+)?(?:Z|[+-](?:[01]\d|2[0-4]):[0-5]\d)$/;
const rfc3339Micro =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d[.,]\d{6,}(?:Z|[+-](?:[01]\d|2[0-4]):[0-5]\d)$/;
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

const words: Readonly<Record<string, string>> = {
  s: 'a string',
  b: 'true or false',
  i: 'a whole number',
  l: 'a whole number',
  d: 'a number',
  q: 'a quantity such as `500m` or `64Mi`',
  p: 'a whole number or a string',
  t: 'a time such as `2024-01-31T00:00:00Z`',
  T: 'a time with microseconds',
  y: 'base64',
  o: 'a mapping',
  A: 'a schema or a list of schemas',
  B: 'true, false or a schema',
  S: 'a schema or a list of strings',
};

export function describeType(type: TypeWord): string {
  if (type.startsWith('[')) return 'a list';
  if (type.startsWith('{')) return 'a mapping';
  return words[type] ?? 'a mapping';
}

export function describeValue(value: Json): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return value === null ? 'null' : 'a mapping';
  return `${typeof value === 'string' ? 'the string' : `the ${typeof value}`} \`${String(value).slice(0, 60)}\``;
}

/** Whether a scalar fits its type; `'silent'` where Go's error names no field. */
export function scalarFits(value: Json, type: TypeWord): boolean | 'silent' {
  switch (type) {
    case 's':
      return typeof value === 'string';
    case 'b':
      return typeof value === 'boolean';
    case 'i':
      return typeof value === 'number' && Number.isInteger(value) && value >= -2147483648 && value <= 2147483647;
    case 'l':
      return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 2 ** 63;
    case 'd':
      return typeof value === 'number';
    case 'p':
      return typeof value === 'string' || scalarFits(value, 'i');
    case 'q':
      if (typeof value !== 'string' && typeof value !== 'number') return 'silent';
      return parseQuantity(String(value).trim()) === undefined ? 'silent' : true;
    case 't':
    case 'T':
      if (typeof value !== 'string') return false;
      return (type === 't' ? rfc3339 : rfc3339Micro).test(value) ? true : 'silent';
    case 'y':
      if (typeof value !== 'string') return Array.isArray(value);
      return base64.test(value.replaceAll(/[\r\n]/g, '')) ? true : 'silent';
    default:
      return true;
  }
}
