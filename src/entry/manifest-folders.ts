import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { GateError } from '../domain/error.js';

const rendered: ReadonlySet<string> = new Set([
  'kustomization.yaml',
  'kustomization.yml',
  'Kustomization',
  'Chart.yaml',
]);
const usual = ['k8s', 'manifests', 'deploy', 'kubernetes'] as const;

/** Where the manifests of a folder are: as given, else in one of the usual folders, else its own YAML files. */
export function manifestPaths(folder: string, given: readonly string[]): readonly string[] {
  requireFolder(folder);
  const inside = (name: string): string => path.join(folder, name);
  if (given.length > 0) return given.map((name) => (name === '-' ? name : inside(name)));
  const found = usual.map(inside).find((candidate) => existsSync(candidate) && statSync(candidate).isDirectory());
  if (found !== undefined) return [found];
  const names = readdirSync(folder);
  // What is rendered is a folder, not the files in it.
  if (names.some((name) => rendered.has(name))) return [folder];
  const files = names.filter(
    (name) =>
      /\.(ya?ml|json)$/.test(name) && !/^(scale-gate|package|tsconfig|kind|docker-compose|compose)\b/.test(name),
  );
  if (files.length > 0) return files.sort().map(inside);
  throw new GateError(
    'INPUT_INVALID',
    `no manifests in ${folder}: none of ${usual.map((name) => `${name}/`).join(', ')} and no YAML file`,
    {
      hint: 'Name the folder of the service, or its manifests with `manifests` in scale-gate.yml.',
    },
  );
}

function requireFolder(folder: string): void {
  if (!existsSync(folder))
    throw new GateError('INPUT_INVALID', `no such folder: ${folder}`, {
      hint: 'Name the folder that holds scale-gate.yml or the manifests.',
    });
  if (!statSync(folder).isDirectory())
    throw new GateError('INPUT_INVALID', `${folder} is a file, not a folder`, {
      hint: 'Name the folder of the service; single manifests go to `scale-gate lint FILE`.',
    });
}
