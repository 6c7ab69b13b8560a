import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { GateError, invalidInput } from '../domain/error.js';
import { describeLocation } from '../domain/location.js';
import type { JsonObject } from '../manifests/manifest.js';
import { readManifests } from '../manifests/read.js';

/** The user's own configuration of kind; the gate merges its needs into it. */
export function readKindConfig(named: string | undefined, folder: string): JsonObject | undefined {
  if (named === undefined) return undefined;
  const file = path.join(folder, named);
  const hint = 'Name a file with `kind: Cluster` and `apiVersion: kind.x-k8s.io/v1alpha4`.';
  if (!existsSync(file)) throw new GateError('INPUT_INVALID', `cluster-kind-config: no such file: ${file}`, { hint });
  const { manifests, diagnostics } = readManifests(file, readFileSync(file, 'utf8'));
  const broken = diagnostics.filter(({ severity }) => severity === 'error');
  if (broken.length > 0)
    throw invalidInput(
      broken.map(({ at, message }) => `${describeLocation(at)}: ${message}`),
      hint,
    );
  const config = manifests.find(
    ({ kind, apiVersion }) => kind === 'Cluster' && apiVersion.startsWith('kind.x-k8s.io/'),
  );
  if (config === undefined)
    throw new GateError('INPUT_INVALID', `cluster-kind-config: ${file} holds no kind Cluster`, { hint });
  return config.value;
}
