/**
 * The ways in which tools print a secret: encoders of JSON, YAML, shells, URLs, markup and base64, as kubectl, Helm, Go's
 * loggers and shells use them. Forms that only break or recolour the text (folding, wrapping, ANSI, upper case) need no
 * encoder: the redactor looks through them.
 */
const hex = (value: string, separator: string): string =>
  [...Buffer.from(value)].map((byte) => byte.toString(16).padStart(2, '0')).join(separator);
const json = (value: string): string => JSON.stringify(value).slice(1, -1);
const unicode = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
const goJson = (value: string): string => json(value).replace(/[<>&\u2028\u2029]/g, unicode);
const percent = (value: string): string => hex(value, '%').replace(/^(?=.)/, '%');
const strictUri = (value: string): string =>
  encodeURIComponent(value.toWellFormed()).replace(/[!'()*]/g, (character) => `%${hex(character, '')}`);
const entity = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const encoders: readonly ((value: string) => string)[] = [
  (value) => value,
  json,
  (value) => json(json(value)),
  goJson,
  (value) => json(goJson(value)),
  (value) => json(value).replaceAll('/', '\\/'),
  (value) => json(value).replace(/[^\x20-\x7e]/g, unicode),
  (value) => value.replaceAll("'", "''"),
  (value) => value.replaceAll("'", "'\\''"),
  (value) => value.replaceAll("'", `'"'"'`),
  (value) => value.replaceAll('"', '""'),
  (value) => value.replaceAll('"', '\\"'),
  (value) => value.replace(/["\\$`]/g, '\\$&'),
  (value) => value.replace(/["`$]/g, '`$&'),
  (value) => value.replace(/[^\w@%+=:,./-]/g, '\\$&'),
  (value) => value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'),
  (value) => encodeURIComponent(value.toWellFormed()),
  (value) => encodeURI(value.toWellFormed()),
  strictUri,
  (value) => encodeURIComponent(value.toWellFormed()).replaceAll('%20', '+'),
  (value) => strictUri(value).replaceAll('%20', '+'),
  (value) => encodeURIComponent(strictUri(value)),
  percent,
  entity,
  (value) => entity(value).replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
  (value) => entity(value).replaceAll('"', '&#34;').replaceAll("'", '&#39;'),
  (value) => entity(value).replaceAll('"', '&quot;').replaceAll("'", '&apos;'),
  (value) => entity(value).replaceAll('"', '&quot;').replaceAll("'", '&#x27;'),
  (value) => hex(value, ''),
  (value) => hex(value, ':'),
  (value) => hex(value, '\\x').replace(/^(?=.)/, '\\x'),
];

const base64: readonly ((bytes: Buffer) => string)[] = [
  (bytes) => bytes.toString('base64'),
  (bytes) => bytes.toString('base64url'),
];

/**
 * What of a value's base64 does not depend on what stands before and behind it, for each of the three places that it can
 * have in a larger text: `user:secret`, a URL, `.dockerconfigjson`, or a trailing line end.
 */
function base64Cores(value: string): string[] {
  const bytes = Buffer.from(value);
  return [0, 1, 2].flatMap((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]);
    const from = Math.ceil((before * 8) / 6);
    const to = Math.floor((whole.length * 8) / 6);
    return base64.map((encode) => encode(whole).slice(from, to));
  });
}

/** Every form, each once. Long values, such as keys and bundles, have only the forms in which they are met. */
export function formsOf(value: string): ReadonlySet<string> {
  const isLong = value.length > 4_096;
  const plain = (isLong ? encoders.slice(0, 4) : encoders).map((encode) => encode(value));
  const once = base64Cores(value);
  const wide = isLong ? [] : base64Cores(Buffer.from(value, 'utf16le').toString('latin1'));
  const twice = isLong ? [] : base64Cores(Buffer.from(value).toString('base64')).concat(once.flatMap(base64Cores));
  return new Set([...plain, ...once, ...wide, ...twice].filter((form) => form !== ''));
}
