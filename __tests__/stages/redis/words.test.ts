import { describe, expect, test } from '@jest/globals';
import { describeFindings, evidenceOf, type Judgement } from '../../../src/stages/redis/finding.js';
import { describeSlots, hasSlot, heldTwice, uncoveredBy } from '../../../src/stages/redis/slots.js';
import { checkedTopology, parseTopology } from '../../../src/stages/redis/topology.js';

const finding = (node: string | undefined, message: string) => ({
  ...(node === undefined ? {} : { node }),
  message,
  remedy: `mend ${message}`,
});
const judgement: Judgement = {
  check: 'c',
  claim: 'it holds',
  requirement: 'routing',
  verdict: 'fail',
  observed: 'it does not',
  findings: [],
};

describe('findings', () => {
  test.each([
    [0, ''],
    [1, 'f0'],
    [5, 'f0; f1; f2; f3; f4'],
    [6, 'f0; f1; f2; f3; f4; and 1 more'],
    [8, 'f0; f1; f2; f3; f4; and 3 more'],
  ])('%i of them are said as "%s"', (count, said) => {
    expect(describeFindings(Array.from({ length: count }, (_, index) => finding('a', `f${index}`)))).toBe(said);
  });

  test.each([
    ['of one node', [finding('a', 'x'), finding('a', 'y')], { object: 'redis/a', remedy: 'mend x' }],
    ['of two nodes', [finding('a', 'x'), finding('b', 'y')], { object: undefined, remedy: 'mend x' }],
    ['of no node', [finding(undefined, 'x')], { object: undefined, remedy: 'mend x' }],
    ['none', [], { object: undefined, remedy: 'Run the stage again and look at its data.' }],
  ])('%s become evidence', (_, findings, expected) => {
    expect(evidenceOf({ ...judgement, findings }, 's', 't')).toMatchObject({ observed: 'it does not', source: 's' });
    const { object, remedy } = evidenceOf({ ...judgement, findings }, 's', 't');
    expect({ object, remedy }).toEqual(expected);
  });

  test('without a remedy of their own have that of the judgement, and a pass has none', () => {
    expect(evidenceOf({ ...judgement, remedy: 'wait' }, 's', 't').remedy).toBe('wait');
    expect(evidenceOf({ ...judgement, verdict: 'pass', remedy: 'wait' }, 's', 't')).not.toHaveProperty('remedy');
  });
});

describe('slots', () => {
  const range = (first: number, last = first) => ({ first, last });
  test.each([
    [[range(7)], 'slot 7'],
    [[range(1), range(5, 9)], 'slots 1, 5-9'],
    [Array.from({ length: 8 }, (_, index) => range(index * 2)), 'slots 0, 2, 4, 6, 8, 10, 12, 14'],
    [Array.from({ length: 10 }, (_, index) => range(index * 2)), 'slots 0, 2, 4, 6, 8, 10, 12, 14 and 2 more ranges'],
  ])('%j are %s', (ranges, said) => expect(describeSlots(ranges)).toBe(said));

  test.each([
    [4, false],
    [5, true],
    [9, true],
    [10, false],
  ])('%i is within 5 to 9: %p', (slot, expected) => expect(hasSlot([range(5, 9)], slot)).toBe(expected));

  test('are held twice from the first that two hold', () => {
    expect(heldTwice([range(0, 5), range(5, 9)])).toEqual([range(5)]);
    expect(heldTwice([range(6, 9), range(0, 5)])).toEqual([]);
    expect(heldTwice([range(0, 9), range(2, 3)])).toEqual([range(2, 3)]);
  });

  test('are missing before, between and behind what is held', () => {
    expect(uncoveredBy([range(1, 2), range(4, 16_382)])).toEqual([range(0), range(3), range(16_383)]);
    expect(uncoveredBy([range(0, 16_383)])).toEqual([]);
  });
});

describe('a topology', () => {
  test.each([
    ['4x4', /4 primaries \+ 4 replicas = 8 nodes, 4 shards × \(1 primary \+ 1 replica\) = 8 nodes/],
    ['4x6', /4 primaries \+ 6 replicas = 10 nodes$/],
    ['4x6', /members of a shard, 4 shards × \(1 primary \+ 5 replicas\) = 24 nodes/],
  ])('%s has its readings', (text, said) => expect(() => parseTopology(text)).toThrow(said));

  test.each([
    [3, 0],
    [3, 5],
    [16, 5],
    [50, 1],
  ])('of %i shards with %i replicas each can be meant', (shards, replicasPerShard) => {
    expect(checkedTopology({ shards, replicasPerShard })).toEqual({ shards, replicasPerShard });
  });

  test.each([
    [2, 0, /redis-shards is 2/],
    [3.5, 0, /redis-shards is 3.5/],
    [3, -1, /redis-replicas-per-shard is -1/],
    [3, 6, /redis-replicas-per-shard is 6/],
    [3, 0.5, /redis-replicas-per-shard is 0.5/],
    [51, 1, /102 nodes: more than 100 nodes/],
  ])('of %d shards with %d replicas each can not', (shards, replicasPerShard, said) => {
    expect(() => checkedTopology({ shards, replicasPerShard })).toThrow(said);
  });
});
