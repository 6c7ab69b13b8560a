import { amount } from '../../domain/amount.js';
import type { NodeSettings } from './configuration.js';
import { describeFindings, type Finding, type Judgement } from './finding.js';

/** Which server a node runs, and of which version: `redis 8.0.6`, `valkey 8.1.1`. */
export function serverOf({ info }: NodeSettings): string | undefined {
  // Valkey goes on calling itself redis_version 7.2.4, for clients that look at nothing else.
  const valkey = info['valkey_version'];
  if (valkey !== undefined) return `${info['server_name'] ?? 'valkey'} ${valkey}`;
  const redis = info['redis_version'];
  return redis === undefined ? undefined : `${info['server_name'] ?? 'redis'} ${redis}`;
}

/** Nodes of two versions replicate one way only, and a failover may turn that round. */
export function judgeVersions(settings: readonly NodeSettings[]): Judgement {
  const base = {
    check: 'one-version',
    claim: 'all nodes run one server of one version',
    requirement: 'containers' as const,
  };
  const parties = [...Map.groupBy(settings, serverOf).entries()].sort(([, a], [, b]) => b.length - a.length);
  const untold = settings.filter((one) => serverOf(one) === undefined);
  const [norm, ...odd] = parties.filter(([server]) => server !== undefined);
  const others = norm === undefined ? '' : `${amount(norm[1].length, 'other runs', 'others run')} ${norm[0]}`;
  const findings: readonly Finding[] = odd.flatMap(([server, nodes]) =>
    nodes.map(({ name }) => ({
      node: name,
      message: `${name} runs ${server}, ${others}`,
      remedy: 'Finish the upgrade: one image on every node.',
    })),
  );
  if (findings.length > 0) return { ...base, verdict: 'fail', observed: describeFindings(findings), findings };
  if (norm === undefined || untold.length > 0) {
    const observed = `${untold.length} of ${amount(settings.length, 'node')} did not tell their version (INFO refused?)`;
    return { ...base, verdict: 'inconclusive', observed, findings, remedy: 'Allow the probe’s user INFO.' };
  }
  return { ...base, verdict: 'pass', observed: `${norm[0]} on ${amount(settings.length, 'node')}`, findings };
}
