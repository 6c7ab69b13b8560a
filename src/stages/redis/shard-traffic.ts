import { amount } from '../../domain/amount.js';
import type { NodeCall, NodeReply } from '../../ports/redis-nodes.js';
import { describeFindings, type Finding, type Judgement } from './finding.js';
import { describeSlots, keyWithin, type SlotRange } from './slots.js';
import { selfOf, takeSnapshot } from './snapshot.js';
import { ANSWER_MS, type Workbench } from './workbench.js';

const TTL_SECONDS = 120;
/** Milliseconds for all copies: what is asked is whether they come, and not how soon; the lag is judged elsewhere. */
export const COPIES_MS = 10_000;

/** A shard as it is: its primary, the first range of its slots, and who follows. */
export interface Owner {
  readonly name: string;
  readonly range: SlotRange;
  readonly replicas: readonly string[];
  /** Grows with every failover of the shard. */
  readonly epoch: number;
}

/** Who owns which slots now, with the replicas that follow. */
export async function shardsOf({ ground, addresses }: Workbench): Promise<readonly Owner[]> {
  const snapshot = await takeSnapshot(
    ground.probe.nodes,
    addresses.map(({ name }) => name),
    ANSWER_MS,
  );
  return snapshot.views.flatMap((view) => {
    const range = selfOf(view)?.slots[0];
    if (selfOf(view)?.role !== 'primary' || range === undefined) return [];
    const replicas = snapshot.views.filter((other) => selfOf(other)?.primary === view.id).map(({ name }) => name);
    return [{ name: view.name, range, replicas, epoch: selfOf(view)?.epoch ?? 0 }];
  });
}

/** Writes a session through each primary with a key of its own slots, and reads value and expiry from every copy. */
export async function writeAndRead(bench: Workbench): Promise<Judgement> {
  const { nodes } = bench.ground.probe;
  const owners = await shardsOf(bench);
  const findings: Finding[] = [];
  let copies = 0;
  for (const owner of owners) {
    const key = keyWithin(owner.range, `scale-gate:shard:${owner.name}:`);
    const replies = await nodes.call(
      [
        ['SET', key, owner.name, 'EX', String(TTL_SECONDS)],
        ['WAIT', String(owner.replicas.length), String(COPIES_MS)],
      ].map((args) => ({ node: owner.name, args })),
      COPIES_MS + ANSWER_MS,
    );
    const [set, wait] = replies;
    if (set?.ok !== true) findings.push(fault(owner, `refused a write of its own slot: ${wordsOf(set)}`));
    else if (Number(wait?.ok === true ? wait.value : 0) < owner.replicas.length) {
      findings.push(
        fault(
          owner,
          `${wait?.ok === true ? wait.value : 0} of ${amount(owner.replicas.length, 'replica')} had a write within ${COPIES_MS / 1000} s`,
        ),
      );
    }
    const calls = readCalls(owner, key);
    const read = await nodes.call(calls, ANSWER_MS);
    copies += owner.replicas.length + 1;
    findings.push(...readFaults(owner, read));
    await nodes.call([{ node: owner.name, args: ['DEL', key] }], ANSWER_MS);
  }
  return {
    check: 'write-and-read',
    claim:
      'a session written through each primary is read with its value and expiry from the primary and every replica',
    requirement: 'horizontal-scaling',
    verdict: findings.length > 0 ? 'fail' : owners.length === 0 ? 'inconclusive' : 'pass',
    observed:
      findings.length > 0
        ? describeFindings(findings)
        : `${amount(owners.length, 'shard')}, ${amount(copies, 'copy', 'copies')} read`,
    findings,
    remedy: 'Form the cluster first: no node owns a slot.',
  };
}

function readCalls({ name, replicas }: Owner, key: string): readonly NodeCall[] {
  return [name, ...replicas].flatMap((node) => [
    // READONLY is the connection's: without it a replica answers MOVED.
    { node, lane: 'read', args: ['READONLY'] },
    { node, lane: 'read', args: ['GET', key] },
    { node, lane: 'read', args: ['PEXPIRETIME', key] },
  ]);
}

function readFaults(owner: Owner, replies: readonly NodeReply[]): readonly Finding[] {
  const [expiry] = [replies[2]].map((reply) => (reply?.ok ? Number(reply.value) : 0));
  return [owner.name, ...owner.replicas].flatMap((node, index) => {
    const [value, expires] = [replies[index * 3 + 1], replies[index * 3 + 2]];
    if (value?.ok !== true || value.value !== owner.name)
      return [fault(owner, `${node} gives ${wordsOf(value)} for the value`, node)];
    if (expires?.ok !== true || Number(expires.value) !== expiry || Number(expires.value) <= 0) {
      return [fault(owner, `${node} has the expiry ${wordsOf(expires)}, the primary ${expiry}`, node)];
    }
    return [];
  });
}

function fault({ name, range }: Owner, what: string, node = name): Finding {
  return {
    node,
    message: `shard of ${name} (${describeSlots([range])}): ${what}`,
    remedy: `Look at INFO replication and the log of ${node}.`,
  };
}

function wordsOf(reply: NodeReply | undefined): string {
  if (reply === undefined) return 'nothing';
  return reply.ok ? JSON.stringify(reply.value) : reply.error;
}
