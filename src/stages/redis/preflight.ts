import type { Dialled } from '../../ports/redis-hosts.js';
import { describeFindings, type Judgement } from './finding.js';
import type { Workbench } from './workbench.js';

/**
 * Opens a connection from every node to every other, on the client port and on the bus port, before anything is
 * formed: a blocked bus port is otherwise seen as a cluster that never comes about. Nothing where the environment has
 * no way to dial from inside a node.
 */
export async function preflight({ ground, addresses, context }: Workbench): Promise<readonly Judgement[]> {
  const dialled = (await ground.hosts.dial?.(addresses, context.signal)) ?? [];
  return dialled.length === 0 ? [] : [judgeDialled(dialled, addresses.length)];
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
