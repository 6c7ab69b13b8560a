import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { invalidInput } from '../domain/error.js';
import { Secret } from '../domain/secret.js';
import type { SecretSpec } from '../stages/deploy/spec.js';
import type { SecretSource } from './inputs/sections/deploy.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the values of Secrets from where they come from. Throws `INPUT_INVALID` with every one that is missing. */
export function readSecrets(sources: readonly SecretSource[], folder: string, env: Environment): readonly SecretSpec[] {
  const problems: string[] = [];
  const secrets = new Map<string, Record<string, Secret>>();
  for (const { name, key, from } of sources) {
    const value = read(from, folder, env);
    if (value === undefined) problems.push(`Secret ${name}, key ${key}: ${describeOrigin(from)}`);
    else secrets.set(name, { ...secrets.get(name), [key]: value });
  }
  if (problems.length > 0)
    throw invalidInput(problems, 'Set what is missing, or use `generate` for a value that nobody has to know.');
  return [...secrets].map(([name, entries]) => ({ name, entries }));
}

function read(from: SecretSource['from'], folder: string, env: Environment): Secret | undefined {
  if ('generate' in from) return new Secret(randomBytes(from.generate).toString('base64url').slice(0, from.generate));
  if ('env' in from) return given(env[from.env]);
  try {
    return given(readFileSync(path.resolve(folder, from.file), 'utf8'));
  } catch {
    return undefined;
  }
}

function given(value: string | undefined): Secret | undefined {
  return value === undefined || value === '' ? undefined : new Secret(value);
}

function describeOrigin(from: SecretSource['from']): string {
  if ('env' in from) return `environment variable ${from.env} is not set or empty`;
  return 'file' in from ? `file ${from.file} cannot be read or is empty` : '';
}
