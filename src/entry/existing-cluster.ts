import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { invalidInput } from '../domain/error.js';
import type { Cluster } from '../ports/cluster-provider.js';
import type { GateSpec } from './inputs/spec.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** A cluster that is there already, by kubeconfig. Throws `INPUT_INVALID` with everything that is missing. */
export function existingCluster({ kubeconfig, context, ingress }: GateSpec['cluster'], env: Environment): Cluster {
  const file = kubeconfig ?? env['KUBECONFIG'] ?? path.join(homedir(), '.kube', 'config');
  const problems = [
    ...(existsSync(file) ? [] : [`cluster-kubeconfig: no such file: ${file}`]),
    ...(ingress === undefined ? ['cluster-ingress is not given: where does the ingress of the cluster answer?'] : []),
    ...(ingress === undefined || /^https?:\/\/[^\s/]+$/.test(ingress)
      ? []
      : [`cluster-ingress is "${ingress}"; expected an origin such as http://127.0.0.1:8080`]),
  ];
  if (problems.length > 0 || ingress === undefined)
    throw invalidInput(problems, 'An existing cluster needs a kubeconfig and the address of its ingress.');
  return {
    name: context ?? path.basename(file),
    kubeconfig: file,
    ingress,
    nodes: [],
    ephemeral: false,
    ...(context === undefined ? {} : { context }),
  };
}
