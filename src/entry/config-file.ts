import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { GateError } from '../domain/error.js';

export const configNames = ['scale-gate.yml', 'scale-gate.yaml'] as const;

/** The configuration that was named, or the one that lies in the folder; undefined where there is none, which is fine. */
export function configFile(
  folder: string,
  named: string | undefined,
): { readonly file: string; readonly text: string } | undefined {
  const candidates = named === undefined ? configNames.map((name) => path.join(folder, name)) : [named];
  const file = candidates.find((candidate) => existsSync(candidate));
  if (file !== undefined) return { file, text: readFileSync(file, 'utf8') };
  if (named === undefined) return undefined;
  throw new GateError('INPUT_INVALID', `no such configuration: ${named}`, {
    hint: 'Leave `config` out, and scale-gate.yml is looked for in the folder of the service.',
  });
}
