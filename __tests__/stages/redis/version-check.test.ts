import { describe, expect, test } from '@jest/globals';
import type { NodeSettings } from '../../../src/stages/redis/configuration.js';
import { judgeVersions, serverOf } from '../../../src/stages/redis/version-check.js';

const node = (name: string, info: Readonly<Record<string, string>>): NodeSettings => ({
  name,
  config: {},
  info,
  anonymous: undefined,
  host: undefined,
});
const redis = { redis_version: '7.0.15' };
const valkey = { redis_version: '7.2.4', server_name: 'valkey', valkey_version: '8.1.1' };

describe('the version of a server', () => {
  test.each([
    [redis, 'redis 7.0.15'],
    [valkey, 'valkey 8.1.1'],
    [{}, undefined],
  ])('%j is %s', (info, server) => expect(serverOf(node('redis-0', info))).toBe(server));
});

describe('judging versions', () => {
  test('one everywhere passes, by its own name', () => {
    expect(judgeVersions([node('a', valkey), node('b', valkey)])).toMatchObject({
      verdict: 'pass',
      observed: 'valkey 8.1.1 on 2 nodes',
    });
  });

  test('a node of another version is named with both', () => {
    const judged = judgeVersions([node('a', redis), node('b', redis), node('c', { redis_version: '8.0.6' })]);
    expect(judged).toMatchObject({ verdict: 'fail', observed: 'c runs redis 8.0.6, 2 others run redis 7.0.15' });
    expect(judged.findings[0]?.node).toBe('c');
  });

  test('Valkey beside Redis is not one version, whatever it calls itself', () => {
    expect(judgeVersions([node('a', { redis_version: '7.2.4' }), node('b', valkey)]).verdict).toBe('fail');
  });

  test.each<[readonly NodeSettings[], string]>([
    [[], '0 of 0 nodes did not tell their version (INFO refused?)'],
    [[node('a', {})], '1 of 1 node did not tell their version (INFO refused?)'],
    [[node('a', redis), node('b', {})], '1 of 2 nodes did not tell their version (INFO refused?)'],
    [[node('a', redis)], 'redis 7.0.15 on 1 node'],
    [[node('a', valkey), node('b', redis)], 'b runs redis 7.0.15, 1 other runs valkey 8.1.1'],
    [
      [node('a', {}), node('b', redis), node('c', valkey), node('d', valkey)],
      'b runs redis 7.0.15, 2 others run valkey 8.1.1',
    ],
  ])('is said in words %#', (settings, said) => expect(judgeVersions(settings).observed).toBe(said));

  test.each([[[]], [[node('a', redis), node('b', {})]]])('who does not tell is no pass', (settings) => {
    expect(judgeVersions(settings).verdict).toBe('inconclusive');
  });
});
