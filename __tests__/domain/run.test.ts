import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isRunName, runName } from '../../src/domain/run.js';

describe('the name of a run', () => {
  test('is a label of at most 32 characters, whatever the host calls its runs', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (id, attempt, place) => {
        const name = runName(id, attempt, place);
        expect(isRunName(name)).toBe(true);
        expect(name).toMatch(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/);
      }),
    );
  });

  test('is the same in another process, and another for another attempt or place', () => {
    expect(runName('18273645', '1')).toBe(runName('18273645', '1'));
    const names = [runName('1', '11'), runName('11', '1'), runName('1', '1', 'a'), runName('1', '1', 'b')];
    expect(new Set(names).size).toBe(4);
  });

  test.each(['kind', 'sg-', 'sg-mine', 'sg-a-12345', 'sg-A-123456', 'my-sg-a-123456', 'sg-a-123456-x'])(
    '%s is not of that form',
    (name) => expect(isRunName(name)).toBe(false),
  );
});
