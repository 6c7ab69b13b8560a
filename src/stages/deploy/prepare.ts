import type { StageContext } from '../../domain/stage.js';
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
