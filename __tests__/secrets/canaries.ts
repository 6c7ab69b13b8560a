import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** A secret, and the texts that must not be readable once it is known. */
export interface Canary {
  readonly kind: string;
  readonly value: string;
}

/** Letters and digits that depend on `seed` alone. */
function letters(seed: string, length: number): string {
  let text = '';
  for (let round = 0; text.length < length; round++) {
    text += createHash('sha512')
      .update(`${seed} ${round}`)
      .digest('base64')
      .replace(/[^A-Za-z0-9]/g, '');
  }
  return text.slice(0, length);
}

export function canaries(seed = 'seed'): readonly Canary[] {
  const pem = (letters(`${seed} pem`, 180).match(/.{1,60}/g) ?? []).join('\n');
  const json = {
    type: 'service_account',
    key: letters(`${seed} json`, 40),
    nested: { token: `t/${letters(`${seed} n`, 22)}+=` },
  };
  const signs = [...'@&"\'\\<>$% +!'];
  const special = (letters(`${seed} d`, 26).match(/../g) ?? []).map((pair, at) => pair + (signs[at] ?? '')).join('');
  return [
    { kind: 'letters and digits, 20', value: letters(`${seed} a`, 20) },
    { kind: 'letters and digits, 21', value: letters(`${seed} b`, 21) },
    { kind: 'letters and digits, 22', value: letters(`${seed} c`, 22) },
    { kind: 'with every special character', value: special },
    { kind: 'several lines', value: `-----BEGIN EXAMPLE-----\n${pem}\n-----END EXAMPLE-----\n` },
    { kind: 'a JSON document', value: JSON.stringify(json, null, 2) },
    { kind: 'a URL with a password', value: `redis://default:${letters(`${seed} e`, 24)}@redis.shop.svc:6379/0` },
    { kind: 'not of ASCII', value: `pässwörd-${letters(`${seed} f`, 12)}-密码` },
  ];
}

const b64 = (text: string): string => Buffer.from(text).toString('base64');
const hex = (text: string): string => Buffer.from(text).toString('hex');
const json = (text: string): string => JSON.stringify(text);
const wrap = (text: string, width: number): string => text.replace(new RegExp(`.{1,${width}}`, 'g'), '$&\n');
const goJson = (text: string): string =>
  json(text).replace(/[<>&]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);
const markup = (text: string): string => text.replace(/[&<>"']/g, (each) => `&#${each.charCodeAt(0)};`);
const form = (text: string): string => new URLSearchParams({ v: text.toWellFormed() }).toString().slice(2);

/** The forms in which tools print a secret, by name. */
export const forms: Readonly<Record<string, (value: string) => string>> = {
  raw: (v) => v,
  base64: b64,
  'base64 with a line end': (v) => b64(`${v}\n`),
  'base64 of user:secret': (v) => b64(`admin:${v}`),
  'base64 of user:secret, other place': (v) => b64(`user1:${v}`),
  'base64 in the middle of a URL': (v) => b64(`redis://:${v}@redis-0.redis:6379`),
  'base64 of .dockerconfigjson': (v) =>
    b64(JSON.stringify({ auths: { 'r.io': { auth: b64(`u:${v}`), password: v } } })),
  'base64 wrapped at 76': (v) => wrap(b64(`prefix ${v} suffix`), 76),
  'base64 wrapped at 20': (v) => wrap(b64(v), 20),
  base64url: (v) => Buffer.from(v).toString('base64url'),
  'base64url of user:secret': (v) => Buffer.from(`me:${v}`).toString('base64url'),
  'base64 of base64': (v) => b64(b64(v)),
  'base64 of base64 with line ends': (v) => b64(`${b64(`${v}\n`)}\n`),
  "Helm's release: base64 of gzip": (v) => gzipSync(JSON.stringify({ manifest: v })).toString('base64'),
  "Helm's release in a Secret": (v) => b64(gzipSync(JSON.stringify({ manifest: v })).toString('base64')),
  'base64 of UTF-16': (v) => Buffer.from(v, 'utf16le').toString('base64'),
  hex,
  'hex in upper case': (v) => hex(v).toUpperCase(),
  'hex with colons': (v) => (hex(v).match(/../g) ?? []).join(':'),
  'hex dump': (v) => (hex(v).match(/../g) ?? []).join(' '),
  'JSON string': json,
  'JSON in JSON': (v) => json(json(v)),
  'JSON of Go': goJson,
  'JSON of Go in JSON': (v) => json(goJson(v)),
  'JSON of PHP': (v) => json(v).replaceAll('/', '\\/'),
  'JSON in ASCII': (v) =>
    json(v).replace(/[^\x20-\x7e]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`),
  'YAML, single quotes': (v) => `'${v.replaceAll("'", "''")}'`,
  'YAML, block': (v) => `|\n${v.replace(/^/gm, '    ')}`,
  'YAML, folded': (v) => `>-\n${wrap(v, 12).replace(/^/gm, '    ')}`,
  'shell, single quotes': (v) => `'${v.replaceAll("'", "'\\''")}'`,
  'shell, other quotes': (v) => `'${v.replaceAll("'", `'"'"'`)}'`,
  'shell, double quotes': (v) => `"${v.replace(/["\\$`]/g, '\\$&')}"`,
  'shell, %q': (v) => v.replace(/[^\w@%+=:,./-]/g, '\\$&'),
  PowerShell: (v) => `"${v.replace(/["`$]/g, '`$&')}"`,
  CSV: (v) => `"${v.replaceAll('"', '""')}"`,
  'URI component': (v) => encodeURIComponent(v),
  'URI, strict': (v) => encodeURIComponent(v).replace(/[!'()*]/g, (each) => `%${hex(each)}`),
  'URI, twice': (v) => encodeURIComponent(encodeURIComponent(v)),
  'URI, every byte': (v) => (hex(v).match(/../g) ?? []).map((each) => `%${each}`).join(''),
  'form field': form,
  'HTML, numbers': markup,
  'HTML, names': (v) =>
    v
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&apos;'),
  'workflow command data': (v) => v.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'),
  'ANSI inside': (v) => v.replace(/.{7}/g, '$&\x1b[1;31m'),
  'colour on each character': (v) => [...v].map((each) => `\x1b[3${each.length}m${each}\x1b[0m`).join(''),
  'upper case': (v) => v.toUpperCase(),
  'lower case': (v) => v.toLowerCase(),
  'first four fifths': (v) => v.slice(0, Math.floor(v.length * 0.8)),
  'last four fifths': (v) => v.slice(Math.floor(v.length * 0.2)),
  'a character a line': (v) => [...v].join('\n'),
  'CR LF line ends': (v) => v.replaceAll('\n', '\r\n'),
  'zero width inside': (v) => v.replace(/.{5}/g, '$&\u200b'),
  'escaped bytes': (v) => [...Buffer.from(v)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join(''),
};

const visible = (text: string): string =>
  text
    .replace(/\x1b\[[0-9;]*m/g, '')
    .replace(/[\s\p{Cf}]/gu, '')
    .toLowerCase();

/** Ten characters of a form, one after another, that depend on the secret, give it away. */
const telling = 10;

/** Places of a printed form whose character is another for other secrets of the same shape. */
function dependent(printed: string, blind: readonly string[]): boolean[] {
  const comparable = blind.filter((each) => each.length === printed.length);
  return [...printed].map((_, at) => comparable.length === 0 || comparable.some((each) => each[at] !== printed[at]));
}

/**
 * The first stretch of the printed form that is still there and holds ten characters which depend on the secret; blanks,
 * colours and case aside. Undefined when nothing leaks.
 */
export function leakOf(output: string, canary: Canary, name: string): string | undefined {
  const encode = forms[name];
  if (encode === undefined) throw new Error(`no form ${name}`);
  const printed = visible(encode(canary.value));
  const places = dependent(
    printed,
    (shapes.get(canary.kind) ?? []).map((value) => visible(encode(value))),
  );
  const seen = visible(output);
  for (let at = 0; at < printed.length; at++) {
    let [end, count] = [at, 0];
    for (; end < printed.length && count < telling; end++) count += places[end] === true ? 1 : 0;
    if (count === telling && seen.includes(printed.slice(at, end))) return printed.slice(at, end);
  }
  return undefined;
}

const blindSeeds = Array.from({ length: 8 }, (_, index) => canaries(`other ${index}`));
const shapes = new Map(
  canaries().map(({ kind }) => [
    kind,
    blindSeeds.map((each) => each.find((canary) => canary.kind === kind)?.value ?? ''),
  ]),
);
