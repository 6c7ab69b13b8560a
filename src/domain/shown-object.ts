import { createHash } from 'node:crypto';

type Json = unknown;
type Fields = Readonly<Record<string, Json>>;

/** Annotations that hold the whole object once more, with the values of a Secret in it. */
const copies = [
  'kubectl.kubernetes.io/last-applied-configuration',
  'kapp.k14s.io/original',
  'objectset.rio.cattle.io/applied',
];
/** Names of environment variables and keys that hold secrets, as far as a name can tell. */
const secretName =
  /pass(word|wd|phrase)?|secret|token|credential|api[-_]?key|private[-_]?key|auth|dsn|connection[-_]?string|_url$|_uri$/i;

/**
 * A Kubernetes object as it may be shown: a Secret's values as length and salted digest, by which two can be told apart
 * but not read; no annotation that repeats the object; no value of an environment variable whose name sounds secret; no
 * managed fields. `salt` is drawn anew for each run.
 */
export function shownObject(object: Json, salt: string): Json {
  if (Array.isArray(object)) return object.map((each) => shownObject(each, salt));
  if (!isFields(object)) return object;
  const fields = isSecret(object) ? withoutValues(object, salt) : object;
  const isVariable = typeof fields['name'] === 'string' && typeof fields['value'] === 'string';
  const hides = (key: string): boolean =>
    copies.includes(key) || (isVariable && key === 'value' && secretName.test(String(fields['name'])));
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([key, value]) => key !== 'managedFields' && value !== undefined)
      .map(([key, value]) => [key, hides(key) ? '***' : shownObject(value, salt)]),
  );
}

function isSecret({ kind }: Fields): boolean {
  return kind === 'Secret';
}

function withoutValues(secret: Fields, salt: string): Fields {
  const outline = (values: Json, encoding: BufferEncoding): Json =>
    isFields(values)
      ? Object.fromEntries(Object.entries(values).map(([key, value]) => [key, digest(String(value), encoding, salt)]))
      : values;
  return { ...secret, data: outline(secret['data'], 'base64'), stringData: outline(secret['stringData'], 'utf8') };
}

function digest(value: string, encoding: BufferEncoding, salt: string): string {
  const bytes = Buffer.from(value, encoding);
  const hash = createHash('sha256').update(salt).update(bytes).digest('hex').slice(0, 8);
  return `*** (${bytes.length} bytes, ${hash})`;
}

function isFields(value: Json): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
