import { GateError } from '../../domain/error.js';
import type { StageContext } from '../../domain/stage.js';
import type { Cluster } from '../../ports/cluster-provider.js';
import type { Deployment } from '../../ports/deployment.js';
import type { Log } from '../../ports/log.js';
import type { SecretSpec } from './spec.js';

/** The namespace and its Secrets: the service and the Redis nodes both need them before they can start. */
export async function prepareNamespace(
  namespace: string,
  secrets: readonly SecretSpec[],
  deployment: Deployment,
  { signal }: StageContext,
  log: Log,
): Promise<void> {
  await deployment.namespace(namespace, {}, signal);
  for (const { name, entries } of secrets) {
    await deployment.secret(namespace, name, entries, signal);
    log.info(`Secret ${namespace}/${name} made with ${Object.keys(entries).join(', ')}`);
  }
}

/** A namespace of our own on somebody's cluster. One that is there already is not ours, and would not be left as it was. */
export async function ownNamespace(
  name: string,
  { kubeconfig, context: kubeContext }: Cluster,
  deployment: Deployment,
  { own, signal }: StageContext,
): Promise<void> {
  if (await deployment.hasNamespace(name, signal)) {
    throw new GateError('CLUSTER_EXISTS', `namespace "${name}" exists already in the cluster, and is not this run's`, {
      hint: 'Name another `namespace`: the gate makes its own, and deletes it afterwards.',
    });
  }
  await own({ type: 'namespace', name, kubeconfig, ...(kubeContext === undefined ? {} : { context: kubeContext }) });
}
