import type { NodeAddress, NodeCall, NodeReply } from '../../ports/redis-nodes.js';
import { describeFindings, type Finding, type Judgement } from './finding.js';
import type { Conclusion } from './planned-failover.js';
import { parseRedirect } from './routes.js';
import { type Owner, shardsOf } from './shard-traffic.js';
import { keyWithin, slotOf } from './slots.js';
import { takeSnapshot } from './snapshot.js';
import { ANSWER_MS, type Workbench } from './workbench.js';

/** MOVED, ASK, TRYAGAIN, CROSSSLOT and hash tags, each with the exact answer that the specification has for it. */
export async function redirects(bench: Workbench): Promise<Conclusion> {
  const shards = await shardsOf(bench);
  const [source, target] = shards;
  if (source === undefined || target === undefined) return { judgements: [unseen], events: [] };
  return {
    judgements: [await movedTargets(bench, shards), await asking(bench, source, target), await manyKeys(bench, shards)],
    events: [],
  };
}

const unseen = judgement('moved-targets', 'a wrong node says where a key is', [], '', 0);

/** Every node is asked for a key of every shard: all but the owner have to point at the owner, by the address clients use. */
async function movedTargets(bench: Workbench, shards: readonly Owner[]): Promise<Judgement> {
  const keys = shards.map((owner) => ({ owner, key: keyWithin(owner.range, 'scale-gate:moved:') }));
  const questions = keys.flatMap(({ owner, key }) =>
    bench.addresses
      .filter(({ name }) => name !== owner.name)
      .map(({ name }) => ({ owner, key, call: { node: name, lane: 'moved', args: ['GET', key] } })),
  );
  const replies = await bench.ground.probe.nodes.call(
    questions.map(({ call }) => call),
    ANSWER_MS,
  );
  const findings = questions.flatMap(({ owner, key, call }, index) => {
    const wrong = wrongTarget(bench, replies[index], owner.name, false);
    return wrong === undefined
      ? []
      : [
          {
            node: call.node,
            message: `${call.node} asked for a key of ${owner.name} (slot ${slotOf(key)}): ${wrong}`,
            remedy: 'Set cluster-announce-ip, and look at CLUSTER SLOTS of this node.',
          },
        ];
  });
  return judgement(
    'moved-targets',
    'every node that does not own a key says MOVED to the owner, by the address that clients use',
    findings,
    `${questions.length} questions, ${questions.length} right targets`,
    questions.length,
  );
}

function wrongTarget(
  { addresses }: Workbench,
  reply: NodeReply | undefined,
  owner: string,
  ask: boolean,
): string | undefined {
  if (reply === undefined || reply.ok) return 'it answered instead of redirecting';
  const redirect = parseRedirect(reply.error);
  if (redirect === undefined || redirect.asking !== ask) return reply.error;
  const address = addresses.find(({ name }) => name === owner) as NodeAddress;
  if (redirect.host === address.host && redirect.port === address.port) return undefined;
  return `${reply.error}, the owner is ${address.host}:${address.port}`;
}

/** One slot is opened between two primaries, asked in the middle, and closed again. */
async function asking(bench: Workbench, source: Owner, target: Owner): Promise<Judgement> {
  const { nodes } = bench.ground.probe;
  const { views } = await takeSnapshot(nodes, [source.name, target.name], ANSWER_MS);
  const id = (name: string): string => views.find((view) => view.name === name)?.id ?? '';
  const base = keyWithin(source.range, 'scale-gate:ask:');
  const [here, gone] = [`{${base}}:here`, `{${base}}:gone`];
  const slot = String(slotOf(base));
  const ask = (calls: readonly NodeCall[]): Promise<readonly NodeReply[]> =>
    nodes.call(
      calls.map((call) => ({ lane: 'ask', ...call })),
      ANSWER_MS,
    );
  const [written] = await ask([{ node: source.name, args: ['SET', here, 'x', 'EX', '60'] }]);
  await ask([{ node: target.name, args: ['CLUSTER', 'SETSLOT', slot, 'IMPORTING', id(source.name)] }]);
  await ask([{ node: source.name, args: ['CLUSTER', 'SETSLOT', slot, 'MIGRATING', id(target.name)] }]);
  try {
    const [kept, absent, both] = await ask(
      [
        ['GET', here],
        ['GET', gone],
        ['MGET', here, gone],
      ].map((args) => ({ node: source.name, args })),
    );
    const [plain] = await ask([{ node: target.name, args: ['GET', gone] }]);
    const [, asked] = await ask([
      { node: target.name, args: ['ASKING'] },
      { node: target.name, args: ['GET', gone] },
    ]);
    const faults = [
      written?.ok && kept?.ok && kept.value === 'x'
        ? undefined
        : `${source.name} does not serve a key that it still has`,
      prefixed(wrongTarget(bench, absent, target.name, true), `${source.name} for a key that it has not`),
      refusedWith(both, 'TRYAGAIN')
        ? undefined
        : `${source.name} for two keys of which one has moved: ${wordsOf(both)}`,
      prefixed(wrongTarget(bench, plain, source.name, false), `${target.name} without ASKING`),
      asked?.ok && asked.value === null ? undefined : `${target.name} after ASKING: ${wordsOf(asked)}`,
    ].flatMap((fault) => fault ?? []);
    const findings = faults.map((fault) => ({
      node: source.name,
      message: `slot ${slot} between ${source.name} and ${target.name}: ${fault}`,
      remedy: 'Look at the versions of the nodes: this is what clients rely on while slots move.',
    }));
    return judgement(
      'ask-while-moving',
      'while a slot moves, ASK, ASKING and TRYAGAIN are answered exactly',
      findings,
      `slot ${slot} opened and closed: ASK, ASKING, TRYAGAIN and MOVED as specified`,
      5,
    );
  } finally {
    await ask([source.name, target.name].map((node) => ({ node, args: ['CLUSTER', 'SETSLOT', slot, 'STABLE'] })));
    await ask([{ node: source.name, args: ['DEL', here] }]);
  }
}

function prefixed(fault: string | undefined, where: string): string | undefined {
  return fault === undefined ? undefined : `${where}: ${fault}`;
}

/** Keys without a tag may lie apart and are then refused together; keys of one tag lie together, by server and by us. */
async function manyKeys(bench: Workbench, [first, second]: readonly Owner[]): Promise<Judgement> {
  if (first === undefined || second === undefined) return unseen;
  const apart = [keyWithin(first.range, 'scale-gate:a:'), keyWithin(second.range, 'scale-gate:b:')];
  const tag = keyWithin(first.range, 'user');
  const together = [`{${tag}}:session`, `{${tag}}:cart`, `x{${tag}}y{z}`];
  const calls = [['MGET', ...apart], ['MGET', ...together], ...together.map((key) => ['CLUSTER', 'KEYSLOT', key])];
  const [cross, many, ...slots] = await bench.ground.probe.nodes.call(
    calls.map((args) => ({ node: first.name, args })),
    ANSWER_MS,
  );
  const fault = (message: string): Finding => ({
    node: first.name,
    message: `${first.name}: ${message}`,
    remedy: 'Use hash tags for keys that are read together; CROSSSLOT is the server’s rule.',
  });
  const findings = [
    ...(refusedWith(cross, 'CROSSSLOT') ? [] : [fault(`MGET over two shards: ${wordsOf(cross)}`)]),
    ...(many?.ok ? [] : [fault(`MGET of keys with one hash tag: ${wordsOf(many)}`)]),
    ...(slots.every((slot) => slot.ok && slot.value === slotOf(tag))
      ? []
      : [fault(`keys of tag {${tag}} are in ${slots.map(wordsOf).join(', ')}, not in slot ${slotOf(tag)}`)]),
  ];
  return judgement(
    'hash-tags',
    'keys of one hash tag lie together, and keys that lie apart are refused together',
    findings,
    `CROSSSLOT refused, ${together.length} keys of one tag in slot ${slotOf(tag)}`,
    2,
  );
}

function refusedWith(reply: NodeReply | undefined, word: string): boolean {
  return reply?.ok === false && reply.error.startsWith(word);
}

function wordsOf(reply: NodeReply | undefined): string {
  if (reply === undefined) return 'nothing';
  return reply.ok ? JSON.stringify(reply.value) : reply.error;
}

function judgement(
  check: string,
  claim: string,
  findings: readonly Finding[],
  observed: string,
  samples: number,
): Judgement {
  const base = { check, claim, requirement: 'routing' as const, findings };
  if (samples === 0)
    return {
      ...base,
      verdict: 'inconclusive',
      observed: 'fewer than two shards own slots',
      remedy: 'Form the cluster first.',
    };
  return {
    ...base,
    verdict: findings.length > 0 ? 'fail' : 'pass',
    observed: findings.length > 0 ? describeFindings(findings) : observed,
  };
}
