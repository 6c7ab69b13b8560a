import { GateError } from '../../domain/error.js';
import type { Evidence } from '../../domain/evidence.js';
import type { StageContext } from '../../domain/stage.js';
import type { Clock } from '../../ports/clock.js';
import type { Log } from '../../ports/log.js';
import type { NodeState, Platform } from '../../ports/platform.js';
import { waitFor } from '../wait.js';
import { witness } from '../witness.js';

interface Ports {
  readonly clock: Clock;
  readonly log: Log;
}

/** Nodes, DNS and storage, each seen ready. Throws `CLUSTER_NOT_READY` where one does not become so in time. */
export async function proveBasics(
  platform: Platform,
  timeoutSeconds: number,
  { signal }: StageContext,
  { clock, log }: Ports,
): Promise<readonly Evidence[]> {
  const wait = { clock, log, signal };
  const bounds = { deadlineMs: timeoutSeconds * 1000, intervalMs: 500 };
  const nodes = await waitFor(
    {
      what: 'every node is Ready',
      ...bounds,
      observe: async (look) => {
        const seen = await platform.nodes(look);
        return allReady(seen) ? { done: true, state: seen } : { done: false, seen: describeNodes(seen) };
      },
    },
    wait,
  );
  if (!nodes.met) throw notReady('the nodes', nodes.lastSeen, timeoutSeconds);
  const dns = await waitFor(
    {
      what: 'cluster DNS is ready',
      ...bounds,
      observe: async (look) => {
        const { ready, detail, hopeless } = await platform.dns(look);
        return ready ? { done: true, state: detail } : { done: false, seen: detail, hopeless };
      },
    },
    wait,
  );
  if (!dns.met) throw notReady('cluster DNS', dns.lastSeen, timeoutSeconds);
  const storage = await platform.storage(signal);
  const see = witness(clock);
  return [
    see({
      claim: 'every node is Ready',
      requirement: 'containers',
      verdict: 'pass',
      observed: describeNodes(nodes.state),
      source: 'API server: nodes',
    }),
    see({
      claim: 'cluster DNS answers',
      requirement: 'routing',
      verdict: 'pass',
      observed: `CoreDNS ${dns.state}`,
      source: 'API server: Deployment kube-system/coredns',
    }),
    ...(storage === undefined
      ? []
      : [
          see({
            claim: 'there is a default storage class',
            requirement: 'horizontal-scaling',
            verdict: 'pass',
            observed: storage,
            source: 'API server: storage classes',
          }),
        ]),
  ];
}

/** A cluster that lists no nodes yet is not a cluster whose nodes are all ready. */
function allReady(nodes: readonly NodeState[]): boolean {
  return nodes.length > 0 && nodes.every(({ ready }) => ready);
}

function describeNodes(nodes: readonly NodeState[]): string {
  if (nodes.length === 0) return 'no node is listed';
  return nodes.map(({ name, ready, reason }) => (ready ? `${name} Ready` : `${name} not Ready (${reason})`)).join(', ');
}

function notReady(what: string, lastSeen: string, timeoutSeconds: number): GateError {
  return new GateError('CLUSTER_NOT_READY', `${what} were not ready after ${timeoutSeconds} s: ${lastSeen}`, {
    hint: 'Raise `cluster-timeout` on a slow machine, or look at the diagnostics of the nodes.',
  });
}
