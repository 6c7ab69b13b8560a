import { describe, expect, test } from '@jest/globals';
import { checkedTopology, describeTopology, parseTopology } from '../../../src/stages/redis/topology.js';

describe('topology', () => {
  test('is printed as the sum that it is', () => {
    expect(describeTopology({ shards: 3, replicasPerShard: 3 })).toBe('3 shards × (1 primary + 3 replicas) = 12 nodes');
    expect(describeTopology({ shards: 4, replicasPerShard: 1 })).toBe('4 shards × (1 primary + 1 replica) = 8 nodes');
  });

  test.each(['3x(1+3)', '3 × (1 + 3)', ' 3*(1+3) '])('"%s" says it exactly', (text) =>
    expect(parseTopology(text)).toEqual({ shards: 3, replicasPerShard: 3 }),
  );

  test('a bare 3x3 is refused with its readings', () => {
    expect(() => parseTopology('3x3')).toThrow(/= 12 nodes.*= 9 nodes.*3 primaries \+ 3 replicas = 6 nodes/s);
  });

  test.each(['3', 'three', '3x', '3x(2+3)', ''])('"%s" is no topology', (text) =>
    expect(() => parseTopology(text)).toThrow(/is not of the form 3x\(1\+3\)/),
  );

  test.each([
    [{ shards: 2, replicasPerShard: 3 }, /fewer than 3 primaries no majority/],
    [{ shards: 3, replicasPerShard: -1 }, /from 0 to 5/],
    [{ shards: 3, replicasPerShard: 1.5 }, /whole number/],
    [{ shards: 30, replicasPerShard: 5 }, /more than 100 nodes/],
  ])('%o is refused', (topology, words) => expect(() => checkedTopology(topology)).toThrow(words));
});
