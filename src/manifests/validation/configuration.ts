import { type At, root } from './at.js';
import type { Faults } from './faults.js';
import { judgeMetadata } from './metadata.js';
import { configKey, dnsSubdomain } from './names.js';
import { has, type Obj, struct, text, texts } from './values.js';

/** Bytes that a Secret or a ConfigMap may hold. */
const most = 1024 * 1024;

function decodedLength(base64: string): number {
  const bare = base64.replaceAll(/[\r\n]/g, '');
  return Math.floor((bare.length * 3) / 4) - (bare.endsWith('==') ? 2 : bare.endsWith('=') ? 1 : 0);
}

/** `data` with `stringData` over it, as text. */
function contents(object: Obj): ReadonlyMap<string, () => string> {
  const found = new Map<string, () => string>();
  for (const [key, value] of texts(object, 'data')) found.set(key, () => Buffer.from(value, 'base64').toString('utf8'));
  for (const [key, value] of texts(object, 'stringData')) found.set(key, () => value);
  return found;
}

function place(object: Obj, key: string): At {
  const own = has(struct(object, 'stringData'), key) ? 'stringData' : 'data';
  return root.called(`data[${key}]`, own, key);
}

function judgeDocker(object: Obj, key: string, data: ReadonlyMap<string, () => string>, faults: Faults): void {
  const value = data.get(key);
  if (value === undefined) {
    faults.required(place(object, key));
    return;
  }
  try {
    const parsed: unknown = JSON.parse(value());
    if (typeof parsed !== 'object' || Array.isArray(parsed))
      faults.invalid(place(object, key), '<redacted>', 'must be a JSON object');
  } catch {
    faults.invalid(place(object, key), '<redacted>', 'must be a JSON object');
  }
}

function judgeType(object: Obj, data: ReadonlyMap<string, () => string>, faults: Faults): void {
  const need = (key: string): void => faults.required(place(object, key));
  switch (text(object, 'type')) {
    case 'kubernetes.io/service-account-token': {
      const key = 'kubernetes.io/service-account.name';
      const named = new Map(texts(struct(object, 'metadata'), 'annotations')).get(key) ?? '';
      if (named === '') faults.required(root.in('metadata').in('annotations').key(key));
      break;
    }
    case 'kubernetes.io/dockercfg':
      judgeDocker(object, '.dockercfg', data, faults);
      break;
    case 'kubernetes.io/dockerconfigjson':
      judgeDocker(object, '.dockerconfigjson', data, faults);
      break;
    case 'kubernetes.io/basic-auth':
      if (!data.has('username') && !data.has('password')) for (const key of ['username', 'password']) need(key);
      break;
    case 'kubernetes.io/ssh-auth':
      if ((data.get('ssh-privatekey')?.() ?? '') === '') need('ssh-privatekey');
      break;
    case 'kubernetes.io/tls':
      for (const key of ['tls.crt', 'tls.key']) if (!data.has(key)) need(key);
      break;
    default:
  }
}

export function judgeSecret(object: Obj, faults: Faults): void {
  judgeMetadata(object, dnsSubdomain, faults);
  const data = contents(object);
  let size = 0;
  for (const [key, value] of texts(object, 'data'))
    if (!has(struct(object, 'stringData'), key)) size += decodedLength(value);
  for (const [, value] of texts(object, 'stringData')) size += Buffer.byteLength(value);
  for (const key of data.keys()) faults.all(place(object, key), key, configKey(key));
  if (size > most) faults.tooLong(root.in('data'), most);
  judgeType(object, data, faults);
}

export function judgeConfigMap(object: Obj, faults: Faults): void {
  judgeMetadata(object, dnsSubdomain, faults);
  const binary = struct(object, 'binaryData');
  let size = 0;
  for (const [key, value] of texts(object, 'data')) {
    faults.all(root.in('data').key(key), key, configKey(key));
    if (Object.hasOwn(binary, key)) faults.invalid(root.in('data').key(key), key, 'is in binaryData too');
    size += Buffer.byteLength(value);
  }
  for (const [key, value] of texts(object, 'binaryData')) {
    faults.all(root.in('binaryData').key(key), key, configKey(key));
    size += decodedLength(value);
  }
  if (size > most) faults.tooLong(root.called(''), most);
}

export function judgeServiceAccount(object: Obj, faults: Faults): void {
  judgeMetadata(object, dnsSubdomain, faults);
}
