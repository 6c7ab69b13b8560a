import { describe, expect, test } from '@jest/globals';
import { selfOf } from '../../../src/stages/redis/snapshot.js';
import { isSound, judgeStructure } from '../../../src/stages/redis/structure.js';
import { type Answers, addresses, expectation, idOf, recorded, snapshotOf } from '../../fakes/recorded-redis.js';

type Cluster = Record<string, Answers>;

function judge(answers: Cluster) {
  const judgements = judgeStructure(snapshotOf(answers), expectation);
  return { judgements, of: (check: string) => judgements.find((one) => one.check === check) };
}

/** Changes what one node answers, or what all do. */
function tamper(
  answers: Cluster,
  part: 0 | 1 | 2,
  change: (text: string, name: string) => string,
  only?: string,
): void {
  for (const [name, own] of Object.entries(answers))
    if (only === undefined || only === name) own[part] = change(own[part], name);
}

describe('judging twelve recorded views', () => {
  test('a sound cluster passes every check, with its numbers', () => {
    const { judgements, of } = judge(recorded());
    expect(judgements.map(({ check, verdict }) => [check, verdict])).toEqual([
      ['slots-owned-once', 'pass'],
      ['views-agree', 'pass'],
      ['state-ok', 'pass'],
      ['members-known', 'pass'],
      ['bus-links-up', 'pass'],
      ['shards-complete', 'pass'],
      ['replicas-in-sync', 'pass'],
      ['epochs-distinct', 'pass'],
      ['no-open-slot', 'pass'],
    ]);
    expect(of('bus-links-up')?.observed).toBe('132 links connected');
    expect(isSound(judgements)).toBe(true);
  });

  const faults: readonly [
    title: string,
    check: string,
    node: string | undefined,
    words: RegExp,
    plant: (answers: Cluster) => void,
  ][] = [
    [
      'a slot that nobody owns',
      'slots-owned-once',
      undefined,
      /slot 77 \(1\): no node owns them/,
      (answers) => tamper(answers, 0, (text) => text.replace(' 0-5460', ' 0-76 78-5460')),
    ],
    [
      'a slot that one node knows no owner of',
      'slots-owned-once',
      'redis-4',
      /redis-4 knows no owner of slots 5400-5460 \(61 of 16384\)/,
      (answers) => tamper(answers, 0, (text) => text.replace(' 0-5460', ' 0-5399'), 'redis-4'),
    ],
    [
      'two owners of one range',
      'slots-owned-once',
      'redis-0',
      /slots 5461-5470: claimed by redis-0 and redis-1/,
      (answers) => tamper(answers, 0, (text) => text.replace(' 0-5460', ' 0-5470'), 'redis-0'),
    ],
    [
      'a node with another view of a role',
      'views-agree',
      'redis-7',
      /redis-7 disagrees with 11 of 12 nodes: it sees redis-3 as replica of redis-\d, they as replica of redis-\d/,
      (answers) => {
        const ids = ['redis-0', 'redis-1', 'redis-2'].map((name) => idOf(answers, name));
        tamper(
          answers,
          0,
          (text) =>
            text
              .split('\n')
              .map((line) =>
                line.includes(' 10.244.0.4:6379')
                  ? line.replace(/slave (\w+)/, (_, old: string) => `slave ${ids.find((id) => id !== old)}`)
                  : line,
              )
              .join('\n'),
          'redis-7',
        );
      },
    ],
    [
      'a node that sees two others otherwise: both are told, in whatever order their ids stand',
      'views-agree',
      'redis-0',
      /^(?=.*sees redis-0 as primary of slots 0-5460, 7000,)(?=.*sees redis-1 as primary of slots 5461-6999, 7001-10921,)(?!.*more)/,
      (answers) =>
        tamper(
          answers,
          0,
          (text) => text.replace(' 0-5460', ' 0-5460 7000').replace(' 5461-10921', ' 5461-6999 7001-10921'),
          'redis-0',
        ),
    ],
    [
      'a node with a view of its own on nine others: three are told, and how many more',
      'views-agree',
      'redis-7',
      /(it sees redis-\d+ as .*){3}; and 6 more differences/,
      (answers) => {
        const first = idOf(answers, 'redis-7');
        tamper(answers, 0, (text) => text.replaceAll(/slave \w+/g, `slave ${first}`), 'redis-7');
      },
    ],
    [
      'a node that knows one more than the others',
      'views-agree',
      'redis-7',
      /redis-7 disagrees with 11 of 12 nodes: it knows 1 node more/,
      (answers) =>
        tamper(
          answers,
          0,
          (text) => `${'f'.repeat(40)} 10.244.0.99:6379@16379 master - 0 0 99 connected\n${text}`,
          'redis-7',
        ),
    ],
    [
      'a node that says fail',
      'state-ok',
      'redis-5',
      /redis-5 says cluster_state:fail/,
      (answers) => tamper(answers, 1, (text) => text.replace('cluster_state:ok', 'cluster_state:fail'), 'redis-5'),
    ],
    [
      'a node held for failing',
      'members-known',
      'redis-2',
      /redis-2 holds redis-9 for "fail\?"/,
      (answers) =>
        tamper(answers, 0, (text) => text.replace(/(10\.244\.0\.10:6379@16379 )slave/, '$1slave,fail?'), 'redis-2'),
    ],
    [
      'a stranger in handshake',
      'members-known',
      'redis-1',
      /redis-1 knows 13 nodes, not 12/,
      (answers) =>
        tamper(
          answers,
          0,
          (text) => `${text}\n${'f'.repeat(40)} 10.244.0.99:6379@16379 handshake - 0 0 0 connected`,
          'redis-1',
        ),
    ],
    [
      'an announced address that clients cannot use',
      'members-known',
      'redis-6',
      /redis-6 announces redis-0 as 172\.17\.0\.2:6379, clients reach it at 10\.244\.0\.1:6379/,
      (answers) => tamper(answers, 0, (text) => text.replace('10.244.0.1:6379', '172.17.0.2:6379'), 'redis-6'),
    ],
    [
      'a bus link that is down',
      'bus-links-up',
      'redis-3',
      /redis-3 has no bus link to redis-7 \(10\.244\.0\.8:16379\)/,
      (answers) =>
        tamper(answers, 0, (text) => text.replace(/(10\.244\.0\.8:.*) connected/, '$1 disconnected'), 'redis-3'),
    ],
    [
      'a primary that lost a replica',
      'shards-complete',
      undefined,
      /without a slot|with 2 replicas, not 3/,
      (answers) => tamper(answers, 0, (text) => text.replace(/(10\.244\.0\.4:6379@16379 )slave \w+/, '$1master -')),
    ],
    [
      'slots spread unevenly',
      'shards-complete',
      undefined,
      /sees \d+ slots on redis-\d, an even share is 5461/,
      (answers) =>
        tamper(answers, 0, (text) => text.replace(' 0-5460', ' 0-5000').replace(' 5461-10921', ' 5001-10921')),
    ],
    [
      'a replica with a dead link',
      'replicas-in-sync',
      'redis-8',
      /redis-8 has no replication link to redis-\d for 12 s/,
      (answers) =>
        tamper(
          answers,
          2,
          (text) => text.replace('master_link_status:up', 'master_link_status:down\nmaster_link_down_since_seconds:12'),
          'redis-8',
        ),
    ],
    [
      'a replica that is still copying',
      'replicas-in-sync',
      'redis-8',
      /redis-8 is still copying/,
      (answers) =>
        tamper(answers, 2, (text) => text.replace('master_sync_in_progress:0', 'master_sync_in_progress:1'), 'redis-8'),
    ],
    [
      'a replica far behind',
      'replicas-in-sync',
      undefined,
      /bytes behind redis-0, 1024 are allowed/,
      (answers) =>
        tamper(answers, 2, (text) => text.replace(/master_repl_offset:\d+/, 'master_repl_offset:99999'), 'redis-0'),
    ],
    [
      'a primary that misses a replica',
      'replicas-in-sync',
      'redis-1',
      /redis-1 lists 2 replicas as online, not 3/,
      (answers) => tamper(answers, 2, (text) => text.replace('state=online', 'state=wait_bgsave'), 'redis-1'),
    ],
    [
      'two primaries with one epoch',
      'epochs-distinct',
      'redis-4',
      /redis-4 sees two primaries with epoch 1/,
      (answers) => tamper(answers, 0, (text) => text.replace(/ 2 connected 5461/, ' 1 connected 5461'), 'redis-4'),
    ],
    [
      'a node behind its own epoch',
      'epochs-distinct',
      'redis-2',
      /redis-2 is at epoch 0 but claims 3/,
      (answers) =>
        tamper(answers, 1, (text) => text.replace(/cluster_current_epoch:\d+/, 'cluster_current_epoch:0'), 'redis-2'),
    ],
    [
      'a slot left half-way',
      'no-open-slot',
      'redis-0',
      /redis-0 has 1 open slot \(slot 77->-/,
      (answers) => tamper(answers, 0, (text) => text.replace(' 0-5460', ` 0-5460 [77->-${'a'.repeat(40)}]`), 'redis-0'),
    ],
  ];

  test.each(faults)('%s is found', (_title, check, node, words, plant) => {
    const answers = recorded();
    plant(answers);
    const { judgements, of } = judge(answers);
    expect(of(check)?.verdict).toBe('fail');
    expect(of(check)?.observed).toMatch(words);
    if (node !== undefined) expect(of(check)?.findings[0]?.node).toBe(node);
    expect(of(check)?.findings[0]?.remedy).toMatch(/^[A-Z].+[.?]$/);
    expect(isSound(judgements)).toBe(false);
  });

  test('what cannot be seen is no pass, and a fault that is seen stays a fault', () => {
    const answers = recorded();
    tamper(answers, 1, (text) => text.replace('cluster_state:ok', 'cluster_state:fail'), 'redis-5');
    const silent = [{ name: 'redis-11', error: 'timeout after 2000 ms' }];
    const judgements = judgeStructure(snapshotOf(answers, silent), expectation);
    expect(judgements.find(({ check }) => check === 'state-ok')?.verdict).toBe('fail');
    const agree = judgements.find(({ check }) => check === 'views-agree');
    expect(agree).toMatchObject({
      verdict: 'inconclusive',
      observed: expect.stringContaining('only 11 of 12 nodes told their view (redis-11: timeout after 2000 ms)'),
    });
    expect(judgements.some(({ verdict }) => verdict === 'pass')).toBe(false);
  });

  test('a silent owner is not taken for slots without one', () => {
    const judgements = judgeStructure(snapshotOf(recorded(), [{ name: 'redis-0', error: 'NOAUTH' }]), expectation);
    expect(judgements.find(({ check }) => check === 'slots-owned-once')?.verdict).toBe('inconclusive');
  });

  test('no view at all is inconclusive throughout', () => {
    const silent = addresses.map(({ name }) => ({ name, error: 'WRONGPASS' }));
    const judgements = judgeStructure({ views: [], silent }, expectation);
    expect(new Set(judgements.map(({ verdict }) => verdict))).toEqual(new Set(['inconclusive']));
    expect(isSound([])).toBe(false);
  });

  test('another topology than the one that is there fails', () => {
    const judgements = judgeStructure(snapshotOf(recorded()), {
      ...expectation,
      topology: { shards: 3, replicasPerShard: 2 },
    });
    expect(judgements.find(({ check }) => check === 'shards-complete')?.observed).toMatch(/with 3 replicas, not 2/);
  });

  test('the recording is what it is taken for', () => {
    const { views } = snapshotOf(recorded());
    expect(views.filter((view) => selfOf(view)?.role === 'primary').map(({ name }) => name)).toEqual([
      'redis-0',
      'redis-1',
      'redis-2',
    ]);
  });
});
