import type { Json } from '../manifest.js';
import type { LateFaults } from './fault.js';
import { resolvePlain, resolveTagged } from './resolution.js';
import type { Token } from './token.js';

/** A scalar with an explicit tag. */
export function taggedValue(text: string, tag: string, token: Token, late: LateFaults): Json {
  const value = resolveTagged(text, tag);
  if (value !== undefined) return value;
  late.decoding(`cannot decode \`${text}\` as a ${tag.replace('tag:yaml.org,2002:', '!!')}`, token);
  return null;
}

/** What a scalar token stands for; a number that JSON cannot hold is a fault, unless it turns out to be a key. */
export function scalarValue(token: Token, tag: string | undefined, late: LateFaults): Json {
  if (tag !== undefined) return taggedValue(token.value, tag, token, late);
  if (!token.plain) return token.value;
  const value = resolvePlain(token.value);
  if (typeof value === 'number' && !Number.isFinite(value)) {
    const name = Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';
    late.converting(`json: unsupported value: ${name}`, token);
  }
  return value;
}
