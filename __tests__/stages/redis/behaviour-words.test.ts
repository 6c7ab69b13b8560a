import { describe, expect, test } from '@jest/globals';
import { behaviourWords, parseBehaviours } from '../../../src/stages/redis/behaviour-words.js';
import { behaviours } from '../../../src/stages/redis/spec.js';

describe('behaviours in words', () => {
  test.each([
    ['quick', ['redirects', 'sessions', 'planned-failover']],
    ['full', [...behaviours]],
    ['none', []],
    ['kill', ['kill']],
    ['scale,kill,redirects', ['redirects', 'kill', 'scale']],
  ])('%s', (text, expected) => {
    expect(parseBehaviours(text)).toEqual(expected);
    expect(text).toMatch(behaviourWords);
  });

  test.each(['true', 'kill,explode', 'full,kill', ''])('"%s" is refused', (text) => {
    expect(() => parseBehaviours(text)).toThrow(/is none/);
    expect(text).not.toMatch(behaviourWords);
  });
});
