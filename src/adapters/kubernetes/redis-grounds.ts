import { GateError } from '../../domain/error.js';
import type { MachineShell } from '../../ports/machine-shell.js';
import type { RedisGround, RedisGrounds, RedisHosting } from '../../ports/redis-probe.js';
import { isRefusal, type KubeClient } from './client.js';
import type { KubeObject } from './objects.js';
import { kubernetesRedisFaults } from './redis-faults.js';
import { findNodes, lookForNodes } from './redis-finding.js';
import { kubernetesRedisHosts } from './redis-hosts.js';
import { nodeObjects } from './redis-objects.js';
import { openProbe, type ProbeOptions } from './redis-probe.js';

export interface RedisGroundsOptions extends ProbeOptions {
  /** Command on a machine of the cluster, where there is a way; without it nothing is killed, hung or partitioned. */
  readonly shell?: MachineShell;
}

/** Redis Clusters as StatefulSets, and the probe as a pod beside them. */
export function kubernetesRedisGrounds(options: RedisGroundsOptions): RedisGrounds {
  const open = async (
    hosting: RedisHosting,
    signal: AbortSignal,
    objects: readonly KubeObject[],
  ): Promise<RedisGround> => {
    const { client, shell } = options;
    await applyAll(client, objects, signal);
    const [probe, found] = await Promise.all([openProbe(options, hosting, signal), findNodes(client, hosting, signal)]);
    return {
      hosts: kubernetesRedisHosts(client, found),
      faults: kubernetesRedisFaults(client, found, found.workload, shell),
      probe,
    };
  };
  return {
    create: (hosting, signal) => open(hosting, signal, nodeObjects(hosting)),
    find: (hosting, signal) => open(hosting, signal, []),
    exists: async (hosting, signal) => (await lookForNodes(options.client, hosting, signal)) !== undefined,
  };
}

async function applyAll(client: KubeClient, objects: readonly KubeObject[], signal: AbortSignal): Promise<void> {
  for (const object of objects) {
    const answer = await client.apply(object, { signal });
    if (!isRefusal(answer)) continue;
    throw new GateError(
      'API_REFUSED',
      `${object.kind} ${object.metadata.namespace}/${object.metadata.name} was refused: ${answer.message}`,
      {
        hint: 'Look at the message: quota, admission policy or the storage class may forbid it.',
      },
    );
  }
}
