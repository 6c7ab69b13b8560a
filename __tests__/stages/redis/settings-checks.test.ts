import { describe, expect, test } from '@jest/globals';
import type { HostingFacts } from '../../../src/ports/redis-hosts.js';
import type { NodeSettings } from '../../../src/stages/redis/configuration.js';
import { judgeHosting } from '../../../src/stages/redis/placement-checks.js';
import { judgeSettings } from '../../../src/stages/redis/settings-checks.js';
import { defaultRedisSpec } from '../../../src/stages/redis/spec.js';
import { wordsOf } from '../../fakes/words.js';

const words = wordsOf('redis/settings-words.json');
const MIB = 1024 * 1024;

function settings(name: string, config: NodeSettings['config'] = {}, more: Partial<NodeSettings> = {}): NodeSettings {
  return {
    name,
    config: {
      maxmemory: String(64 * MIB),
      'maxmemory-policy': 'noeviction',
      appendonly: 'yes',
      appendfsync: 'everysec',
      'cluster-node-timeout': '5000',
      'cluster-require-full-coverage': 'no',
      ...config,
    },
    info: { evicted_keys: '0', aof_last_write_status: 'ok', rdb_last_bgsave_status: 'ok' },
    anonymous: 'refused',
    host: {
      name,
      address: undefined,
      incarnation: '1',
      machine: 'm',
      ready: true,
      memoryLimit: 128 * MIB,
      persistent: true,
      volume: 'v',
    },
    ...more,
  };
}

const sound = ['redis-0', 'redis-1', 'redis-2'].map((name) => settings(name));
const withThird = (config: NodeSettings['config'], more: Partial<NodeSettings> = {}) => [
  ...sound.slice(0, 2),
  settings('redis-2', config, more),
];
const host = (given: Partial<NonNullable<NodeSettings['host']>>) => ({
  host: { ...settings('x').host, name: 'redis-2', ...given } as NonNullable<NodeSettings['host']>,
});

describe('judging settings', () => {
  test('sound settings pass', () => {
    expect(judgeSettings(sound, defaultRedisSpec).filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
  });

  test.each<[string, readonly NodeSettings[], string, RegExp, Partial<typeof defaultRedisSpec>]>([
    [
      'drift',
      withThird({ appendfsync: 'always' }),
      'no-drift',
      /redis-2 has appendfsync always, 2 others have everysec/,
      {},
    ],
    [
      'another policy than declared',
      withThird({ 'maxmemory-policy': 'allkeys-lru' }),
      'eviction-declared',
      /redis-2 has maxmemory-policy allkeys-lru, declared is noeviction/,
      {},
    ],
    [
      'an evicting policy that nobody declared',
      withThird({ 'maxmemory-policy': 'volatile-lru' }),
      'eviction-declared',
      /redis-2 evicts by volatile-lru, and nobody declared it/,
      { maxmemoryPolicy: undefined },
    ],
    ['no limit of memory', withThird({ maxmemory: '0' }), 'eviction-declared', /redis-2 has no maxmemory/, {}],
    ['evicted keys', withThird({}, { info: { evicted_keys: '7' } }), 'nothing-evicted', /redis-2 evicted 7 keys/, {}],
    ['no room to fork', withThird({}, host({ memoryLimit: 70 * MIB })), 'memory-room', /\(91 %\)/, {}],
    ['no append-only file', withThird({ appendonly: 'no' }), 'persisted', /redis-2 has appendonly no/, {}],
    ['a lost volume', withThird({}, host({ persistent: false })), 'persisted', /redis-2 has no claimed volume/, {}],
    [
      'a full disk',
      withThird({}, { info: { aof_last_write_status: 'err' } }),
      'persisted',
      /aof_last_write_status:err/,
      {},
    ],
    [
      'the default user without a password',
      withThird({}, { anonymous: 'open' }),
      'authenticated',
      /redis-2 lets the default user in without a password/,
      {},
    ],
    [
      'full coverage required',
      withThird({ 'cluster-require-full-coverage': 'yes' }),
      'partial-coverage',
      /redis-2 has cluster-require-full-coverage yes, declared is no: one lost shard stops all/,
      {},
    ],
    [
      'a node timeout beyond the budget',
      withThird({ 'cluster-node-timeout': '25000' }),
      'node-timeout-fits',
      /takes about 38500 ms, 30000 are allowed/,
      {},
    ],
  ])('%s is found and named', (_title, given, check, words, more) => {
    const judged = judgeSettings(given, { ...defaultRedisSpec, ...more }).find((one) => one.check === check);
    expect(judged).toMatchObject({ verdict: 'fail', observed: expect.stringMatching(words) });
    expect(judged?.findings[0]?.node).toBe('redis-2');
  });

  test('a policy that was declared may evict', () => {
    const evicting = sound.map(({ name }) => settings(name, { 'maxmemory-policy': 'volatile-ttl' }));
    const judged = judgeSettings(evicting, { ...defaultRedisSpec, maxmemoryPolicy: 'volatile-ttl' });
    expect(judged.find(({ check }) => check === 'eviction-declared')?.verdict).toBe('pass');
  });

  test('nodes that do not tell are no pass', () => {
    const silent = sound.map((one) => ({ ...one, config: {}, anonymous: undefined }));
    const verdicts = Object.fromEntries(
      judgeSettings(silent, defaultRedisSpec).map(({ check, verdict }) => [check, verdict]),
    );
    expect(verdicts).toEqual({
      'no-drift': 'inconclusive',
      'eviction-declared': 'inconclusive',
      'nothing-evicted': 'pass',
      'memory-room': 'inconclusive',
      persisted: 'inconclusive',
      authenticated: 'inconclusive',
      'partial-coverage': 'inconclusive',
      'node-timeout-fits': 'inconclusive',
    });
    expect(judgeSettings([], defaultRedisSpec).every(({ verdict }) => verdict === 'inconclusive')).toBe(true);
  });
});

const third = (one: NodeSettings): readonly NodeSettings[] => [...sound.slice(0, 2), one];
const bare = (key: keyof NodeSettings['config']) => {
  const { [key]: _, ...config } = settings('redis-2').config;
  return third({ ...settings('redis-2'), config });
};
const told: Readonly<Record<string, readonly [readonly NodeSettings[], Partial<typeof defaultRedisSpec>?]>> = {
  'all is well': [sound],
  'all is well, on one node': [sound.slice(0, 1)],
  'all is well, with two sizes': [withThird({ maxmemory: String(32 * MIB) })],
  'nobody tells anything': [
    sound.map(({ name }) => ({ name, config: {}, info: {}, anonymous: undefined, host: undefined })),
  ],
  'one does not tell anything': [
    third({ name: 'redis-2', config: {}, info: {}, anonymous: undefined, host: undefined }),
  ],
  'there is nobody': [[]],
  'one is set otherwise': [withThird({ appendfsync: 'always' })],
  'the first is set otherwise': [[settings('redis-0', { appendfsync: 'always' }), ...sound.slice(1)]],
  'each of two is set otherwise': [[settings('redis-0', { appendfsync: 'always' }), settings('redis-1')]],
  'one does not tell one setting': [bare('appendonly')],
  'one does not tell its policy': [bare('maxmemory-policy')],
  'one does not tell its memory': [bare('maxmemory')],
  'one does not tell its coverage': [bare('cluster-require-full-coverage')],
  'one does not tell its timeout': [bare('cluster-node-timeout')],
  'one has another policy': [withThird({ 'maxmemory-policy': 'allkeys-lru' })],
  'one evicts, and nobody said so': [withThird({ 'maxmemory-policy': 'volatile-lru' }), { maxmemoryPolicy: undefined }],
  'one has no limit': [withThird({ maxmemory: '0' })],
  'one evicted a key': [withThird({}, { info: { ...sound[0]?.info, evicted_keys: '1' } })],
  'one evicted keys': [withThird({}, { info: { ...sound[0]?.info, evicted_keys: '7' } })],
  'one has no room': [withThird({}, host({ memoryLimit: 70 * MIB }))],
  'one writes no file': [withThird({ appendonly: 'no' })],
  'one has no volume': [withThird({}, host({ persistent: false }))],
  'the volume of one cannot be seen': [withThird({}, host({ persistent: undefined }))],
  'the orchestrator does not know one': [withThird({}, { host: undefined })],
  'the first has half the limit': [[settings('redis-0', {}, host({ memoryLimit: 100 * MIB })), ...sound.slice(1)]],
  'the disk of one is full': [
    withThird({}, { info: { evicted_keys: '0', aof_last_write_status: 'err', rdb_last_bgsave_status: 'err' } }),
  ],
  'one is open': [withThird({}, { anonymous: 'open' })],
  'one could not be asked': [withThird({}, { anonymous: undefined })],
  'one wants full coverage': [withThird({ 'cluster-require-full-coverage': 'yes' })],
  'one does not want the full coverage that was declared': [
    [
      ...sound.slice(0, 2).map(({ name }) => settings(name, { 'cluster-require-full-coverage': 'yes' })),
      settings('redis-2'),
    ],
    { requireFullCoverage: true },
  ],
  'one waits too long': [withThird({ 'cluster-node-timeout': '25000' })],
};

describe('what is said of settings', () => {
  test.each(Object.entries(told))('where %s', (name, [given, more = {}]) => {
    const judged = judgeSettings(given, { ...defaultRedisSpec, ...more });
    const isSound = name.startsWith('all is well') || name.startsWith('the first has half');
    words(name, isSound ? judged : judged.filter(({ verdict }) => verdict !== 'pass'));
  });
});

describe('settings at their limits', () => {
  const verdictOf = (given: NodeSettings, check: string, more: Partial<typeof defaultRedisSpec> = {}) =>
    judgeSettings([given], { ...defaultRedisSpec, ...more }).find((one) => one.check === check)?.verdict;
  const full = { requireFullCoverage: true };
  const within = (maxFailoverMs: number) => ({ budgets: { ...defaultRedisSpec.budgets, maxFailoverMs } });

  test.each<[string, NodeSettings, string, string, Partial<typeof defaultRedisSpec>]>([
    ['three quarters of the memory', settings('a', { maxmemory: String(96 * MIB) }), 'memory-room', 'pass', {}],
    ['a byte more', settings('a', { maxmemory: String(96 * MIB + 1) }), 'memory-room', 'fail', {}],
    [
      'no limit to compare with',
      settings('a', {}, host({ memoryLimit: undefined })),
      'memory-room',
      'inconclusive',
      {},
    ],
    ['a failover that just fits', settings('a'), 'node-timeout-fits', 'pass', within(8500)],
    ['one that does not', settings('a'), 'node-timeout-fits', 'fail', within(8499)],
    [
      'coverage declared, and so',
      settings('a', { 'cluster-require-full-coverage': 'yes' }),
      'partial-coverage',
      'pass',
      full,
    ],
    ['coverage declared, and not so', settings('a'), 'partial-coverage', 'fail', full],
    ['no eviction, undeclared', settings('a'), 'eviction-declared', 'pass', { maxmemoryPolicy: undefined }],
    [
      'a failed write alone',
      settings('a', {}, { info: { ...sound[0]?.info, aof_last_write_status: 'err' } }),
      'persisted',
      'fail',
      {},
    ],
    [
      'a failed dump alone',
      settings('a', {}, { info: { ...sound[0]?.info, rdb_last_bgsave_status: 'err' } }),
      'persisted',
      'fail',
      {},
    ],
  ])('%s', (_, given, check, verdict, more) => expect(verdictOf(given, check, more)).toBe(verdict));

  test('a limit that some have alone is judged for them', () => {
    const given = [settings('a', {}, host({ memoryLimit: undefined })), settings('b')];
    expect(judgeSettings(given, defaultRedisSpec).find(({ check }) => check === 'memory-room')?.verdict).toBe('pass');
  });
});

describe('judging how nodes are kept', () => {
  const kept: HostingFacts = {
    machines: ['a', 'b', 'c'],
    disruptionBudget: true,
    graceSeconds: 30,
    preStop: true,
    readinessProbe: true,
    isolated: true,
  };

  test('well kept passes', () =>
    expect(judgeHosting(kept).map(({ verdict }) => verdict)).toEqual(['pass', 'pass', 'pass', 'pass']));

  test('is said in words', () => {
    words('kept well', judgeHosting(kept));
    const careless = { disruptionBudget: false, preStop: false, readinessProbe: false, isolated: false };
    words('kept carelessly', judgeHosting({ ...kept, ...careless }));
  });

  test.each([
    [true, 10, 'pass'],
    [true, 9, 'fail'],
    [false, 10, 'fail'],
    [true, undefined, undefined],
    [undefined, 30, undefined],
  ])('a hook before the stop (%p) with %p s of grace: %p', (preStop, graceSeconds, verdict) => {
    const judged = judgeHosting({ ...kept, preStop, graceSeconds }).find(({ check }) => check === 'orderly-stop');
    expect(judged?.verdict).toBe(verdict);
  });

  test.each<[Partial<HostingFacts>, string]>([
    [{ disruptionBudget: false }, 'disruption-budget'],
    [{ preStop: false }, 'orderly-stop'],
    [{ graceSeconds: 5 }, 'orderly-stop'],
    [{ readinessProbe: false }, 'readiness'],
    [{ isolated: false }, 'kept-inside'],
  ])('%o fails %s', (lack, check) =>
    expect(
      judgeHosting({ ...kept, ...lack })
        .filter(({ verdict }) => verdict === 'fail')
        .map((one) => one.check),
    ).toEqual([check]),
  );

  test('what cannot be seen is not claimed', () => {
    expect(
      judgeHosting({
        machines: [],
        disruptionBudget: undefined,
        graceSeconds: undefined,
        preStop: undefined,
        readinessProbe: undefined,
        isolated: undefined,
      }),
    ).toEqual([]);
  });
});
