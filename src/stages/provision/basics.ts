import { GateError } from '../../domain/error.js';
import type { Evidence } from '../../domain/evidence.js';
import type { Requirement } from '../../domain/requirement.js';
import type { StageContext } from '../../domain/stage.js';
import type { Clock } from '../../ports/clock.js';
import type { Log } from '../../ports/log.js';
import type { NodeState, Platform } from '../../ports/platform.js';
import { type Condition, waitFor } from '../wait.js';
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
  const nodes = await waitFor({ ...bounds, ...everyNodeReady(platform) }, wait);
  if (!nodes.met) throw notReady('the nodes were', nodes.lastSeen, timeoutSeconds);
  const dns = await waitFor({ ...bounds, ...dnsReady(platform) }, wait);
  if (!dns.met) throw notReady('cluster DNS was', dns.lastSeen, timeoutSeconds);
  const storage = await platform.storage(signal);
  const see = witness(clock);
  const claim = (what: string, requirement: Requirement, observed: string, source: string): Evidence =>
    see({ claim: what, requirement, verdict: 'pass', observed, source: `API server: ${source}` });
  return [
    claim('every node is Ready', 'containers', describeNodes(nodes.state), 'nodes'),
    claim('cluster DNS is ready', 'routing', `CoreDNS ${dns.state}`, 'Deployment kube-system/coredns'),
    ...(storage === undefined
      ? []
      : [claim('there is a default storage class', 'horizontal-scaling', storage, 'storage classes')]),
  ];
}

type Look<State> = Pick<Condition<State>, 'what' | 'observe'>;

function everyNodeReady(platform: Platform): Look<readonly NodeState[]> {
  return {
    what: 'every node is Ready',
    observe: async (signal) => {
      const seen = await platform.nodes(signal);
      return allReady(seen) ? { done: true, state: seen } : { done: false, seen: describeNodes(seen) };
    },
  };
}

function dnsReady(platform: Platform): Look<string> {
  return {
    what: 'cluster DNS is ready',
    observe: async (signal) => {
      const { ready, detail, hopeless } = await platform.dns(signal);
      return ready ? { done: true, state: detail } : { done: false, seen: detail, hopeless };
    },
  };
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
  return new GateError('CLUSTER_NOT_READY', `${what} not ready after ${timeoutSeconds} s: ${lastSeen}`, {
    hint: 'Raise `cluster-timeout` on a slow machine, or look at the diagnostics of the nodes.',
  });
}
