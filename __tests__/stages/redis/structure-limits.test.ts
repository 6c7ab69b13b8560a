import { describe, expect, test } from '@jest/globals';
import type { Judgement } from '../../../src/stages/redis/finding.js';
import { blindness, judgeStructure } from '../../../src/stages/redis/structure.js';
import type { Expectation } from '../../../src/stages/redis/structure-check.js';
import { type Answers, addresses, expectation, idOf, recorded, snapshotOf } from '../../fakes/recorded-redis.js';
import { wordsOf } from '../../fakes/words.js';

const words = wordsOf('redis/structure-words.json');

type Cluster = Record<string, Answers>;
type Part = 0 | 1 | 2;
type Change = (text: string, name: string) => string;

/** Twelve recorded views, with one of their answers changed on all nodes, or on one. */
function changed(part: Part, change: Change, only?: string): Cluster {
  const answers = recorded();
  for (const [name, own] of Object.entries(answers))
    if (only === undefined || only === name) own[part] = change(own[part], name);
  return answers;
}

/** The line about one address, in every view or in one. */
const line = (host: string, change: (line: string) => string): Change => {
  return (text) =>
    text
      .split('\n')
      .map((one) => (one.includes(` ${host}:6379@`) ? change(one) : one))
      .join('\n');
};

const judged = (answers: Cluster, wanted: Expectation = expectation): readonly Judgement[] =>
  judgeStructure(snapshotOf(answers), wanted);
const verdict = (answers: Cluster, check: string): string | undefined =>
  judged(answers).find((one) => one.check === check)?.verdict;
const ids = Object.fromEntries(addresses.map(({ name }) => [name, idOf(recorded(), name)]));
const stranger = `${'f'.repeat(40)} 10.244.0.99:6379@16379`;
const withoutReplicas = (): Cluster =>
  Object.fromEntries(
    Object.entries(
      changed(0, (text) =>
        text
          .split('\n')
          .filter((one) => !one.includes('slave'))
          .join('\n'),
      ),
    )
      .slice(0, 3)
      .map(([name, [nodes, info, replication]]) => [
        name,
        [nodes, info, replication.replaceAll(/slave\d+:.*/g, '')] satisfies Answers,
      ]),
  );

const faults: Readonly<Record<string, Cluster>> = {
  'a slot without an owner': changed(0, (text) => text.replace(' 0-5460', ' 0-76 78-5460')),
  'a slot without an owner in one view': changed(0, (text) => text.replace(' 0-5460', ' 0-5459'), 'redis-4'),
  'two owners of ten slots': changed(0, (text) => text.replace(' 0-5460', ' 0-5470'), 'redis-0'),
  'another primary of a replica': changed(
    0,
    line('10.244.0.4', (one) => one.replace(/slave \w+/, `slave ${ids['redis-1']}`)),
    'redis-7',
  ),
  'a replica of nobody': changed(
    0,
    line('10.244.0.4', (one) => one.replace(/slave \w+/, 'slave -')),
    'redis-7',
  ),
  'a replica of a stranger': changed(
    0,
    line('10.244.0.4', (one) => one.replace(/slave \w+/, `slave ${'f'.repeat(40)}`)),
    'redis-7',
  ),
  'a primary without slots': changed(
    0,
    line('10.244.0.4', (one) => one.replace(/slave \w+/, 'master -')),
  ),
  'two primaries without slots': changed(0, (text) =>
    [4, 5].reduce(
      (all, host) => line(`10.244.0.${host}`, (one) => one.replace(/slave \w+/, 'master -'))(all, ''),
      text,
    ),
  ),
  'a node of no role': changed(
    0,
    line('10.244.0.4', (one) => one.replace(/slave \w+/, 'noflags -')),
    'redis-7',
  ),
  'one node less in a view': changed(
    0,
    (text) =>
      text
        .split('\n')
        .filter((one) => !one.includes(' 10.244.0.4:'))
        .join('\n'),
    'redis-7',
  ),
  'two nodes more in a view': changed(
    0,
    (text) =>
      `${stranger} master - 0 0 99 connected\n${stranger.replace('ff', 'ee')} master - 0 0 98 connected\n${text}`,
    'redis-7',
  ),
  'three differences': changed(
    0,
    (text) =>
      [4, 7, 10].reduce(
        (all, host) => line(`10.244.0.${host}`, (one) => one.replace(/slave \w+/, `slave ${ids['redis-1']}`))(all, ''),
        text,
      ),
    'redis-5',
  ),
  'four differences': changed(
    0,
    (text) =>
      [4, 7, 10, 6].reduce(
        (all, host) => line(`10.244.0.${host}`, (one) => one.replace(/slave \w+/, `slave ${ids['redis-1']}`))(all, ''),
        text,
      ),
    'redis-5',
  ),
  'slots that fail': changed(
    1,
    (text) => text.replace('slots_pfail:0', 'slots_pfail:5461').replace('slots_ok:16384', 'slots_ok:10923'),
    'redis-5',
  ),
  'a state that is not told': changed(1, () => '', 'redis-5'),
  'a handshake': changed(0, (text) => `${text}\n${stranger} handshake - 0 0 0 connected`, 'redis-1'),
  'a failing node': changed(
    0,
    line('10.244.0.10', (one) => one.replace('slave', 'slave,fail')),
    'redis-2',
  ),
  'a suspected node': changed(
    0,
    line('10.244.0.10', (one) => one.replace('slave', 'slave,fail?')),
    'redis-2',
  ),
  'a node without an address': changed(
    0,
    line('10.244.0.10', (one) => one.replace('slave', 'slave,noaddr').replace('10.244.0.10:6379', ':0')),
    'redis-2',
  ),
  'another port': changed(0, (text) => text.replace('10.244.0.1:6379', '10.244.0.1:6380'), 'redis-6'),
  'a link that is down': changed(
    0,
    line('10.244.0.8', (one) => one.replace(' connected', ' disconnected')),
    'redis-3',
  ),
  'another number of replicas': changed(
    0,
    line('10.244.0.4', (one) => one.replace(ids['redis-0'] ?? '', ids['redis-1'] ?? '')),
  ),
  'all slots with one': changed(0, (text) =>
    text.replace(' 0-5460', ' 0-16383').replace(' 5461-10921', '').replace(' 10922-16383', ''),
  ),
  'slots unevenly spread': changed(0, (text) =>
    text.replace(' 0-5460', ' 0-4999').replace(' 5461-10921', ' 5000-10921'),
  ),
  'a dead link': changed(2, (text) => text.replace('link_status:up', 'link_status:down'), 'redis-8'),
  'a link that never was': changed(
    2,
    (text) => text.replace('link_status:up', 'link_status:down\nmaster_link_down_since_seconds:-1'),
    'redis-8',
  ),
  'a link that is dead for a while': changed(
    2,
    (text) => text.replace('link_status:up', 'link_status:down\nmaster_link_down_since_seconds:12'),
    'redis-8',
  ),
  'a copy under way': changed(2, (text) => text.replace('in_progress:0', 'in_progress:1'), 'redis-8'),
  'a lag of one byte too many': changed(
    2,
    (text) => text.replace(/master_repl_offset:\d+/, 'master_repl_offset:1220'),
    'redis-0',
  ),
  'a replica that is not online': changed(2, (text) => text.replace('state=online', 'state=wait_bgsave'), 'redis-1'),
  'one epoch of two in every view': changed(0, (text) => text.replace(/ 2 connected 5461/, ' 1 connected 5461')),
  'an old epoch': changed(1, (text) => text.replace(/current_epoch:\d+/, 'current_epoch:2'), 'redis-2'),
  'an open slot': changed(0, (text) => text.replace(' 0-5460', ` 0-5460 [77->-${'a'.repeat(40)}]`), 'redis-0'),
  'two open slots': changed(
    0,
    (text) => text.replace(' 0-5460', ` 0-5460 [77->-${'a'.repeat(40)}] [78-<-${'b'.repeat(40)}]`),
    'redis-0',
  ),
};

describe('what is said of a structure', () => {
  test('that is sound', () => words('sound', judged(recorded())));

  test.each(Object.entries(faults))('with a fault: %s', (name, answers) => {
    const said = judged(answers).filter((one) => one.verdict !== 'pass');
    expect(said.map((one) => one.verdict)).toContain('fail');
    words(name, said);
  });

  test('that has no replicas, where none are wanted', () => {
    const wanted = { ...expectation, topology: { shards: 3, replicasPerShard: 0 }, addresses: addresses.slice(0, 3) };
    const said = judged(withoutReplicas(), wanted);
    expect(said.map((one) => one.verdict)).toEqual(Array.from({ length: 9 }, () => 'pass'));
    words('no replicas', said);
  });

  test('of which replicas were promised, and none was looked at', () => {
    const three = Object.fromEntries(Object.entries(recorded()).slice(0, 3));
    words(
      'primaries alone',
      judged(three).filter((one) => one.verdict === 'inconclusive'),
    );
  });

  test('of one node alone, which has no links', () => {
    const alone = { 'redis-0': changed(0, (text) => text.split('\n')[0] ?? '')['redis-0'] ?? ['', '', ''] } as Cluster;
    words(
      'one node',
      judged(alone).filter((one) => one.check === 'bus-links-up'),
    );
  });
});

describe('a structure is sound', () => {
  const at = (key: string, value: number) => (text: string) =>
    text.replace(new RegExp(`${key}:\\d+`), `${key}:${value}`);

  test.each<[string, string, Cluster, string]>([
    ['a lag at its limit', 'replicas-in-sync', changed(2, at('master_repl_offset', 1219), 'redis-0'), 'pass'],
    ['a lag above its limit', 'replicas-in-sync', changed(2, at('master_repl_offset', 1220), 'redis-0'), 'fail'],
    [
      'a replica ahead of an older look',
      'replicas-in-sync',
      changed(2, at('slave_repl_offset', 999), 'redis-8'),
      'pass',
    ],
    ['an epoch that is just the own', 'epochs-distinct', changed(1, at('current_epoch', 3), 'redis-2'), 'pass'],
    ['an epoch below the own', 'epochs-distinct', changed(1, at('current_epoch', 2), 'redis-2'), 'fail'],
    ['no word of the current epoch', 'epochs-distinct', changed(1, () => 'cluster_my_epoch:1', 'redis-2'), 'fail'],
    ['no word of epochs', 'epochs-distinct', changed(1, () => '', 'redis-2'), 'pass'],
    [
      'a share of slots that is just even enough',
      'shards-complete',
      changed(0, (text) => text.replace(' 0-5460', ' 0-5188').replace(' 5461-10921', ' 5189-10921')),
      'pass',
    ],
    [
      'a share that is one slot too small',
      'shards-complete',
      changed(0, (text) =>
        text.replace(' 0-5460', ' 0-5187').replace(' 5461-10921', ' 5188-10649').replace(' 10922-', ' 10650-'),
      ),
      'fail',
    ],
    [
      'a node that has no link to itself',
      'bus-links-up',
      changed(0, (text) => text.replace(/(myself.*) connected/, '$1 disconnected')),
      'pass',
    ],
    [
      'a name announced beside another address',
      'members-known',
      changed(0, (text) => text.replace('10.244.0.1:6379@16379', '172.17.0.2:6379@16379,10.244.0.1')),
      'pass',
    ],
    [
      'a name announced, with another port',
      'members-known',
      changed(0, (text) => text.replace('10.244.0.1:6379@16379', '172.17.0.2:6380@16379,10.244.0.1')),
      'fail',
    ],
    [
      'a node that does not know its own address yet',
      'members-known',
      changed(0, (text) => text.replace(/10\.244\.0\.\d+(:6379@16379 myself)/, '$1')),
      'pass',
    ],
    [
      'a node whose address another does not know',
      'members-known',
      changed(0, (text) => text.replace('10.244.0.1:6379', ':6379'), 'redis-6'),
      'fail',
    ],
    [
      'the same slots, told in another order',
      'views-agree',
      changed(0, (text, name) => text.replace(' 0-5460', name === 'redis-3' ? ' 78-5460 0-77' : ' 0-77 78-5460')),
      'pass',
    ],
    [
      'epochs that replicas have of their primary',
      'epochs-distinct',
      changed(0, (text) => text.replace(/ 2 connected$/m, ' 1 connected')),
      'pass',
    ],
  ])('with %s: %s', (_, check, answers, expected) => expect(verdict(answers, check)).toBe(expected));
});

describe('what was not seen', () => {
  const silent = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ name: `redis-${index}`, error: 'timeout' }));
  const view = snapshotOf(recorded()).views.slice(0, 1);

  test.each([
    [view, 0, undefined],
    [[], 0, 'only 0 of 12 nodes told their view (none was asked)'],
    [view, 1, 'only 1 of 12 nodes told their view (redis-0: timeout)'],
    [
      [],
      5,
      'only 0 of 12 nodes told their view (redis-0: timeout; redis-1: timeout; redis-2: timeout; redis-3: timeout)',
    ],
  ])('%#: is said', (views, mute, said) => expect(blindness({ views, silent: silent(mute) }, expectation)).toBe(said));
});
