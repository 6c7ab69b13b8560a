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

function judgeLinks(settings: readonly NodeSettings[]): Judgement {
  const base = {
    check: 'encrypted',
    claim: 'clients, replication and the cluster bus speak TLS, and nothing listens in clear',
    requirement: 'exposure' as const,
  };
  const findings = settings.flatMap(clearFaults);
  if (findings.length > 0) return { ...base, verdict: 'fail', observed: describeFindings(findings), findings };
  const untold = settings.filter(({ config }) => config['tls-cluster'] === undefined || config.port === undefined);
  if (settings.length === 0 || untold.length > 0) {
    const observed = `${untold.length} of ${settings.length} nodes do not tell their TLS settings (CONFIG GET refused?)`;
    return { ...base, verdict: 'inconclusive', observed, findings, remedy: 'Allow the probe’s user CONFIG GET.' };
  }
  const observed = `tls-cluster and tls-replication yes, port 0 on ${settings.length} nodes`;
  return { ...base, verdict: 'pass', observed, findings };
}

function clearFaults({ name, config }: NodeSettings): readonly Finding[] {
  const wanted = { 'tls-cluster': 'yes', 'tls-replication': 'yes', port: '0' } as const;
  return (Object.keys(wanted) as (keyof typeof wanted)[]).flatMap((key) => {
    const value = config[key];
    if (value === undefined || value === wanted[key]) return [];
    const message = `${name} has ${key} ${value}, TLS wants ${wanted[key]}`;
    return [{ node: name, message, remedy: `Set ${key} ${wanted[key]} on every node.` }];
  });
}

function judgeCertificate(expires: number, now: number): Judgement {
  const days = Math.floor((expires - now) / DAY_MS);
  const observed = days < 0 ? `it ended ${-days} days ago` : `${days} days left, ${DAYS_LEFT} wanted`;
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
