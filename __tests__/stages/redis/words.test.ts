import { describe, expect, test } from '@jest/globals';
import { GateError } from '../../../src/domain/error.js';
import { describeFindings, evidenceOf, type Judgement } from '../../../src/stages/redis/finding.js';
import { describeSlots, hasSlot, heldTwice, keyWithin, slotOf, uncoveredBy } from '../../../src/stages/redis/slots.js';
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
    ['one of a node', [finding('a', 'x')], { object: 'redis/a', remedy: 'mend x' }],
    ['of a node and of none', [finding('a', 'x'), finding(undefined, 'y')], { object: undefined, remedy: 'mend x' }],
    ['of one node', [finding('a', 'x'), finding('a', 'y')], { object: 'redis/a', remedy: 'mend x' }],
    ['of two nodes', [finding('a', 'x'), finding('b', 'y')], { object: undefined, remedy: 'mend x' }],
    ['of no node', [finding(undefined, 'x')], { object: undefined, remedy: 'mend x' }],
    ['none', [], { object: undefined, remedy: 'Run the stage again and look at its data.' }],
  ])('%s become evidence', (_, findings, expected) => {
    const { object, remedy, ...others } = evidenceOf({ ...judgement, findings }, 's', 't');
    expect(others).toEqual({
      claim: 'it holds',
      requirement: 'routing',
      verdict: 'fail',
      observed: 'it does not',
      source: 's',
      at: 't',
    });
    expect({ object, remedy }).toEqual(expected);
  });

  test('without a remedy of their own have that of the judgement, and a pass has none', () => {
    expect(evidenceOf({ ...judgement, remedy: 'wait' }, 's', 't').remedy).toBe('wait');
    expect(evidenceOf({ ...judgement, verdict: 'pass', remedy: 'wait' }, 's', 't')).not.toHaveProperty('remedy');
    expect(evidenceOf({ ...judgement, verdict: 'inconclusive' }, 's', 't')).toHaveProperty('remedy');
    expect(evidenceOf(judgement, 's', 't')).not.toHaveProperty('object');
  });
});

const range = (first: number, last = first) => ({ first, last });

describe('slots', () => {
  test.each([
    [[range(7)], 'slot 7'],
    [[range(1), range(5, 9)], 'slots 1, 5-9'],
    [Array.from({ length: 8 }, (_, index) => range(index * 2)), 'slots 0, 2, 4, 6, 8, 10, 12, 14'],
    [Array.from({ length: 9 }, (_, index) => range(index * 2)), 'slots 0, 2, 4, 6, 8, 10, 12, 14 and 1 more range'],
    [Array.from({ length: 10 }, (_, index) => range(index * 2)), 'slots 0, 2, 4, 6, 8, 10, 12, 14 and 2 more ranges'],
    [[], 'slots '],
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

describe('a key within slots', () => {
  test.each([
    [range(0, 16_383), 'k0'],
    [range(slotOf('k7'), slotOf('k7')), 'k7'],
  ])('%j is the first that falls into them', (within, key) => expect(keyWithin(within, 'k')).toBe(key));
});

describe('a topology', () => {
  const problemOf = (act: () => unknown): { readonly message: string; readonly hint: string } => {
    try {
      act();
    } catch (error) {
      if (error instanceof GateError) return { message: error.message, hint: error.hint };
    }
    return { message: 'none', hint: '' };
  };
  const hint = 'Write redis-shards and redis-replicas-per-shard (not counting the primary), or 3x(1+3).';

  test.each([
    [
      '3x3',
      'redis topology "3x3" can be read in three ways: replicas besides the primary, 3 shards × (1 primary + 3 replicas) = 12 nodes; members of a shard, 3 shards × (1 primary + 2 replicas) = 9 nodes; replicas in all, 3 primaries + 3 replicas = 6 nodes, 3 shards × (1 primary + 1 replica) = 6 nodes',
    ],
    [
      ' 1 × 1 ',
      'redis topology " 1 × 1 " can be read in three ways: replicas besides the primary, 1 shard × (1 primary + 1 replica) = 2 nodes; members of a shard, 1 shard × (1 primary + 0 replicas) = 1 node; replicas in all, 1 primary + 1 replica = 2 nodes, 1 shard × (1 primary + 1 replica) = 2 nodes',
    ],
    ['3', 'redis topology "3" is not of the form 3x(1+3)'],
    ['3x(1+3', 'redis topology "3x(1+3" is not of the form 3x(1+3)'],
    ['x 3x(1+3)', 'redis topology "x 3x(1+3)" is not of the form 3x(1+3)'],
    ['3x(1+3) x', 'redis topology "3x(1+3) x" is not of the form 3x(1+3)'],
    ['x 3x3', 'redis topology "x 3x3" is not of the form 3x(1+3)'],
    ['3x3 x', 'redis topology "3x3 x" is not of the form 3x(1+3)'],
  ])('"%s" is refused with its readings, and how to say it', (text, message) => {
    expect(problemOf(() => parseTopology(text))).toEqual({ message, hint });
  });

  test('is refused for all that is wrong with it at once', () => {
    expect(problemOf(() => checkedTopology({ shards: 2, replicasPerShard: 60 }))).toEqual({
      message:
        '3 problems:\n- redis-shards is 2: with fewer than 3 primaries no majority is left to promote a replica\n- redis-replicas-per-shard is 60: it has to be a whole number from 0 to 5\n- 2 shards × (1 primary + 60 replicas) = 122 nodes: more than 100 nodes',
      hint,
    });
  });

  test.each(['25x(1+3)', '25X(1+3)', '3*( 1 + 0 )'])('"%s" is one', (text) => {
    expect(parseTopology(text).shards * (1 + parseTopology(text).replicasPerShard)).toBe(
      text === '3*( 1 + 0 )' ? 3 : 100,
    );
  });

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
