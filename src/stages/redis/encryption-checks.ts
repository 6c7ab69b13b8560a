import { amount } from '../../domain/amount.js';
import type { HostingFacts } from '../../ports/redis-hosts.js';
import type { NodeSettings } from './configuration.js';
import { describeFindings, type Finding, type Judgement } from './finding.js';

/** A certificate that ends sooner than this is renewed too late by whoever does it by hand. */
const DAYS_LEFT = 14;
const DAY_MS = 86_400_000;

/** B14. Asked only where TLS is: whether anything still goes in clear, and for how long the certificate is good. */
export function judgeEncryption(
  settings: readonly NodeSettings[],
  { certificateExpires }: HostingFacts,
  now: number,
): readonly Judgement[] {
  return [
    judgeLinks(settings),
    ...(certificateExpires === undefined ? [] : [judgeCertificate(certificateExpires, now)]),
  ];
}

/** Each of them leaves a way open where it is otherwise; so each has to be told. */
const wanted = [
  ['tls-cluster', 'yes'],
  ['tls-replication', 'yes'],
  ['port', '0'],
] as const;

function judgeLinks(settings: readonly NodeSettings[]): Judgement {
  const base = {
    check: 'encrypted',
    claim: 'clients, replication and the cluster bus speak TLS, and nothing listens in clear',
    requirement: 'exposure' as const,
  };
  const findings = settings.flatMap(clearFaults);
  if (findings.length > 0) return { ...base, verdict: 'fail', observed: describeFindings(findings), findings };
  const untold = settings.filter(({ config }) => wanted.some(([key]) => config[key] === undefined));
  if (settings.length === 0 || untold.length > 0) {
    const observed = `${untold.length} of ${amount(settings.length, 'node')} did not tell their TLS settings (CONFIG GET refused?)`;
    return { ...base, verdict: 'inconclusive', observed, findings, remedy: 'Allow the probe’s user CONFIG GET.' };
  }
  const observed = `tls-cluster and tls-replication yes, port 0 on ${amount(settings.length, 'node')}`;
  return { ...base, verdict: 'pass', observed, findings };
}

function clearFaults({ name, config }: NodeSettings): readonly Finding[] {
  return wanted.flatMap(([key, right]) => {
    const value = config[key];
    if (value === undefined || value === right) return [];
    const message = `${name} has ${key} ${value}, TLS wants ${right}`;
    return [{ node: name, message, remedy: `Set ${key} ${right} on every node.` }];
  });
}

function judgeCertificate(expires: number, now: number): Judgement {
  const days = Math.floor((expires - now) / DAY_MS);
  const observed =
    days < 0 ? `it ended ${amount(-days, 'day')} ago` : `${amount(days, 'day')} left, ${DAYS_LEFT} wanted`;
  const remedy = 'Renew the certificate, and have the nodes read it again.';
  return {
    check: 'certificate-lasts',
    claim: "the nodes' certificate is good for two weeks more",
    requirement: 'configuration',
    verdict: days >= DAYS_LEFT ? 'pass' : 'fail',
    observed,
    findings: days >= DAYS_LEFT ? [] : [{ message: `the certificate: ${observed}`, remedy }],
  };
}
