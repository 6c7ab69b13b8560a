import { describe, expect, test } from '@jest/globals';
import type { HostingFacts } from '../../../src/ports/redis-hosts.js';
import type { NodeSettings } from '../../../src/stages/redis/configuration.js';
import { judgeHosting } from '../../../src/stages/redis/placement-checks.js';
import { judgeSettings } from '../../../src/stages/redis/settings-checks.js';
import { defaultRedisSpec } from '../../../src/stages/redis/spec.js';

const MIB = 1024 * 1024;

function settings(name: string, config: NodeSettings['config'] = {}, more: Partial<NodeSettings> = {}): NodeSettings {
  return {
    name,
    config: {
      maxmemory: String(64 * MIB),
      'maxmemory-policy': 'noeviction',
      appendonly: 'yes',
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
      /redis-2 has appendfsync always, 2 others have unknown/,
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
    expect(verdicts).toMatchObject({
      'eviction-declared': 'inconclusive',
      persisted: 'inconclusive',
      authenticated: 'inconclusive',
      'partial-coverage': 'inconclusive',
    });
    expect(judgeSettings([], defaultRedisSpec).every(({ verdict }) => verdict === 'inconclusive')).toBe(true);
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
