import { cancelled } from '../../domain/error.js';
import type { HostedNode } from '../../ports/redis-hosts.js';
import type { Finding, Judgement } from './finding.js';
import { describeFindings } from './finding.js';
import { nodesTotal } from './topology.js';
import { ANSWER_MS, type Workbench } from './workbench.js';

const LOOK_EVERY_MS = 250;
/** A node in trouble that waiting does not mend is waited for no longer than this. */
const HOPELESS_MS = 20_000;

/**
 * Waits until all nodes have an address and answer PING from where the probe is; keeps their addresses on the bench.
 * `changed` waits for other incarnations than these, after a restart.
 */
export async function awaitNodes(bench: Workbench, changed: ReadonlySet<string> = new Set()): Promise<Judgement> {
  const { ground, clock, context, log, spec } = bench;
  const begun = clock.monotonic();
  const wanted = nodesTotal(bench.topology);
  let said = '';
  let troubledAt: number | undefined;
  for (;;) {
    if (context.signal.aborted) throw cancelled('waiting for Redis nodes');
    bench.hosted = (await ground.hosts.nodes(context.signal)).filter(({ incarnation }) => !changed.has(incarnation));
    bench.addresses = bench.hosted.flatMap(({ address }) => address ?? []);
    const mute = await unanswered(bench);
    if (complete(bench, wanted) && mute.length === 0) return arrived(bench, clock.monotonic() - begun);
    const now = clock.monotonic();
    troubledAt = bench.hosted.some(({ trouble }) => trouble !== undefined) ? (troubledAt ?? now) : undefined;
    const hopeless = troubledAt !== undefined && now - troubledAt > HOPELESS_MS;
    if (hopeless || now - begun > spec.timeoutSeconds * 1000) return missing(bench, wanted, mute, now - begun);
    const progress = `${bench.addresses.length - mute.length} of ${wanted} Redis nodes answer`;
    if (progress !== said) log.progress(progress);
    said = progress;
    await clock.sleep(LOOK_EVERY_MS, context.signal);
  }
}

/** A cluster that is taken as it is may have more nodes than was said; that is for the structure's judgement to say. */
function complete({ addresses, hosted, spec }: Workbench, wanted: number): boolean {
  if (addresses.length === wanted) return hosted.length === wanted;
  return spec.mode === 'verify' && addresses.length > wanted && hosted.length === addresses.length;
}

/** A node that answers anything but a refusal of our password is there; LOADING will pass. */
async function unanswered({ ground, addresses }: Workbench): Promise<readonly Finding[]> {
  await ground.probe.nodes.use(addresses);
  const replies = await ground.probe.nodes.call(
    addresses.map(({ name }) => ({ node: name, args: ['PING'] })),
    ANSWER_MS,
  );
  return addresses.flatMap(({ name, host, port }, index) => {
    const reply = replies[index];
    if (reply?.ok) return [];
    const message = `${name} (${host}:${port}) does not answer: ${reply?.ok === false ? reply.error : 'no reply'}`;
    return [
      {
        node: name,
        message,
        remedy: 'Look at the node’s log, at the password, and at NetworkPolicies between the probe and it.',
      },
    ];
  });
}

const claim = 'all nodes run and answer the probe';

function arrived({ addresses }: Workbench, ms: number): Judgement {
  const observed = `${addresses.length} of ${addresses.length} nodes answered PING after ${(ms / 1000).toFixed(1)} s`;
  return { check: 'nodes-answer', claim, requirement: 'containers', verdict: 'pass', observed, findings: [] };
}

/** A node that the orchestrator holds for broken is a fault; one that just does not answer may be our own blindness. */
function missing(
  { hosted, addresses, topology }: Workbench,
  wanted: number,
  mute: readonly Finding[],
  waitedMs: number,
): Judgement {
  const broken = hosted.flatMap(troubleOf);
  const absent: Finding[] =
    hosted.length === wanted
      ? []
      : [
          {
            message: `${hosted.length} of ${wanted} nodes exist for ${topology.shards} shards`,
            remedy:
              'Say the topology that is there (redis-shards, redis-replicas-per-shard), or add the missing nodes.',
          },
        ];
  const findings = [...broken, ...absent, ...mute];
  return {
    check: 'nodes-answer',
    claim,
    requirement: 'containers',
    verdict: broken.length > 0 ? 'fail' : 'inconclusive',
    observed: `${addresses.length - mute.length} of ${wanted} nodes answered within ${Math.round(waitedMs / 1000)} s: ${describeFindings(findings) || 'the others have no address'}`,
    findings,
    remedy: 'Give the nodes more time (redis timeout), or room to be scheduled.',
  };
}

function troubleOf({ name, trouble }: HostedNode): readonly Finding[] {
  return trouble === undefined
    ? []
    : [{ node: name, message: `${name}: ${trouble}`, remedy: `Mend what stops ${name}.` }];
}
