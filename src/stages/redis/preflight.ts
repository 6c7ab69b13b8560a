import type { Dialled } from '../../ports/redis-hosts.js';
import type { NodeAddress } from '../../ports/redis-nodes.js';
import { describeFindings, type Judgement } from './finding.js';
import { selfOf, takeSnapshot } from './snapshot.js';
import { ANSWER_MS, type Workbench } from './workbench.js';

/**
 * Opens a connection from every node to every other, on the client port and on the bus port, before anything is
 * formed: a blocked bus port is otherwise seen as a cluster that never comes about. Nothing where the environment has
 * no way to dial from inside a node.
 */
export async function preflight(bench: Workbench): Promise<readonly Judgement[]> {
  const { ground, context } = bench;
  bench.addresses = await withBusPorts(bench);
  const dial = async (): Promise<readonly Dialled[]> =>
    (await ground.hosts.dial?.(bench.addresses, context.signal)) ?? [];
  let dialled = await dial();
  // A machine that stands still answers no connection in time; one that is blocked is blocked every time.
  for (let tries = 1; tries < TRIES && dialled.some(({ failure }) => failure !== undefined); tries++)
    dialled = betterOf(dialled, await dial());
  return dialled.length === 0 ? [] : [judgeDialled(dialled, bench.addresses.length)];
}

const TRIES = 3;

/** Every connection that came about once; the others as they failed last. */
function betterOf(before: readonly Dialled[], now: readonly Dialled[]): readonly Dialled[] {
  const keyOf = ({ from, to, port }: Dialled): string => `${from}>${to}:${port}`;
  const again = new Map(now.map((one) => [keyOf(one), one]));
  return before.map((one) => (one.failure === undefined ? one : (again.get(keyOf(one)) ?? one)));
}

/** Each node's own word for its bus port: it need not be the client port and 10000 (cluster-port). */
async function withBusPorts({ ground, addresses }: Workbench): Promise<readonly NodeAddress[]> {
  const names = addresses.map(({ name }) => name);
  const { views } = await takeSnapshot(ground.probe.nodes, names, ANSWER_MS);
  return addresses.map((address) => {
    const view = views.find(({ name }) => name === address.name);
    const busPort = (view === undefined ? undefined : selfOf(view))?.busPort ?? 0;
    return busPort === 0 ? address : { ...address, busPort };
  });
}

export function judgeDialled(dialled: readonly Dialled[], nodes: number): Judgement {
  const base = {
    check: 'ports-open',
    claim: 'every node reaches every other on its client port and its bus port',
    requirement: 'exposure' as const,
  };
  const findings = dialled.flatMap(({ from, to, port, failure }) =>
    failure === undefined
      ? []
      : [
          {
            node: from,
            message: `${from} does not reach ${to} on port ${port}: ${failure}`,
            remedy: `Allow port ${port} between the pods of the cluster: look at NetworkPolicies.`,
          },
        ],
  );
  if (findings.length > 0)
    return {
      ...base,
      verdict: 'fail',
      observed: `${findings.length} of ${dialled.length} connections failed: ${describeFindings(findings)}`,
      findings,
    };
  const expected = nodes * (nodes - 1) * 2;
  if (dialled.length < expected) {
    return {
      ...base,
      verdict: 'inconclusive',
      observed: `${dialled.length} of ${expected} connections could be tried`,
      findings,
      remedy: 'Use an image with bash and timeout, so that connections can be tried from inside the nodes.',
    };
  }
  return { ...base, verdict: 'pass', observed: `${dialled.length} connections opened`, findings };
}
