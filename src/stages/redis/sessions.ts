import type { NodeCall, NodeReply } from '../../ports/redis-nodes.js';
import { describeFindings, type Finding, type Judgement } from './finding.js';
import type { Conclusion } from './planned-failover.js';
import { COPIES_MS, type Owner, shardsOf } from './shard-traffic.js';
import { describeSlots, keyWithin } from './slots.js';
import { ANSWER_MS, type Workbench } from './workbench.js';

const FIRST_SECONDS = 60;
const SLID_SECONDS = 600;
const SHORT_MS = 300;

/** What a session store has to do: slide an expiry on every read, on all copies, and forget in time. */
export async function sessions(bench: Workbench): Promise<Conclusion> {
  const shards = await shardsOf(bench);
  const findings: Finding[] = [];
  for (const shard of shards) findings.push(...(await slide(bench, shard)), ...(await expire(bench, shard)));
  const judgement: Judgement = {
    check: 'sessions-slide',
    claim: 'reading a session slides its expiry on the primary and every replica, and an expired one is gone on all',
    requirement: 'horizontal-scaling',
    verdict: findings.length > 0 ? 'fail' : shards.length === 0 ? 'inconclusive' : 'pass',
    observed:
      findings.length > 0
        ? describeFindings(findings)
        : `${shards.length} shards: GETEX slid ${FIRST_SECONDS} s to ${SLID_SECONDS} s, equal on all copies; ${SHORT_MS} ms sessions gone`,
    findings,
    remedy: 'Form the cluster first: no node owns a slot.',
  };
  return { judgements: [judgement], events: [] };
}

async function slide(bench: Workbench, shard: Owner): Promise<readonly Finding[]> {
  const key = keyWithin(shard.range, 'scale-gate:slide:');
  const on = (args: string[]): NodeCall => ({ node: shard.name, lane: 'session', args });
  const replies = await bench.ground.probe.nodes.call(
    [
      on(['SET', key, 'intact', 'EX', String(FIRST_SECONDS)]),
      on(['PEXPIRETIME', key]),
      on(['GETEX', key, 'EX', String(SLID_SECONDS)]),
      on(['PEXPIRETIME', key]),
      on(['WAIT', String(shard.replicas.length), String(COPIES_MS)]),
    ],
    COPIES_MS + ANSWER_MS,
  );
  const [first, value, slid] = [numberOf(replies[1]), replies[2], numberOf(replies[3])];
  const copies = await readCopies(bench, shard, key);
  await bench.ground.probe.nodes.call([on(['DEL', key])], ANSWER_MS);
  const gained = slid - first;
  const wanted = (SLID_SECONDS - FIRST_SECONDS) * 1000;
  return [
    ...(value?.ok && value.value === 'intact' ? [] : [fault(shard, shard.name, `GETEX gave ${wordsOf(value)}`)]),
    ...(Math.abs(gained - wanted) < 2000
      ? []
      : [fault(shard, shard.name, `GETEX moved the expiry by ${gained} ms, not ${wanted}`)]),
    ...copies.flatMap(({ node, value: copy, expiresAt }) => {
      if (copy?.ok !== true || copy.value !== 'intact') return [fault(shard, node, `${node} holds ${wordsOf(copy)}`)];
      return numberOf(expiresAt) === slid
        ? []
        : [fault(shard, node, `${node} lets it expire at ${wordsOf(expiresAt)}, the primary at ${slid}`)];
    }),
  ];
}

async function expire(bench: Workbench, shard: Owner): Promise<readonly Finding[]> {
  const key = keyWithin(shard.range, 'scale-gate:expire:');
  await bench.ground.probe.nodes.call(
    [{ node: shard.name, args: ['SET', key, 'short', 'PX', String(SHORT_MS)] }],
    ANSWER_MS,
  );
  await bench.clock.sleep(SHORT_MS + 50, bench.context.signal);
  const copies = await readCopies(bench, shard, key);
  const [own] = await bench.ground.probe.nodes.call([{ node: shard.name, args: ['GET', key] }], ANSWER_MS);
  return [...copies.map(({ node, value }) => ({ node, value })), { node: shard.name, value: own }].flatMap(
    ({ node, value }) =>
      value?.ok && value.value === null
        ? []
        : [
            fault(
              shard,
              node,
              `${node} still gives ${wordsOf(value)} ${SHORT_MS + 50} ms after a session of ${SHORT_MS} ms`,
            ),
          ],
  );
}

interface Copy {
  readonly node: string;
  readonly value: NodeReply | undefined;
  readonly expiresAt: NodeReply | undefined;
}

async function readCopies({ ground }: Workbench, { replicas }: Owner, key: string): Promise<readonly Copy[]> {
  const calls = replicas.flatMap((node) =>
    [['READONLY'], ['GET', key], ['PEXPIRETIME', key]].map((args) => ({ node, lane: 'read', args })),
  );
  const replies = await ground.probe.nodes.call(calls, ANSWER_MS);
  return replicas.map((node, index) => ({ node, value: replies[index * 3 + 1], expiresAt: replies[index * 3 + 2] }));
}

function numberOf(reply: NodeReply | undefined): number {
  return reply?.ok ? Number(reply.value) : Number.NaN;
}

function wordsOf(reply: NodeReply | undefined): string {
  if (reply === undefined) return 'nothing';
  return reply.ok ? JSON.stringify(reply.value) : reply.error;
}

function fault({ name, range }: Owner, node: string, what: string): Finding {
  return {
    node,
    message: `shard of ${name} (${describeSlots([range])}): ${what}`,
    remedy: `Look at the clock and the replication of ${node}.`,
  };
}
