import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { replayAll } from './vectors/replay.js';

const files = ['replicas', 'behavior', 'loop', 'samples'];
const sampled = path.resolve('__tests__/fixtures/hpa');
const given = path.resolve('../shared/vectors/hpa');

function linesOf(folder: string, name: string): { text: string; where: string }[] {
  const lines = readFileSync(path.join(folder, `${name}.jsonl`), 'utf8').split('\n');
  return lines.map((text, index) => ({ text, where: `${name}:${index + 1}` }));
}

describe('vectors of the Kubernetes controller', () => {
  test.each(files)('decides as the controller does in the sampled %s', (name) => {
    const { all, agree, first } = replayAll(linesOf(sampled, name));
    expect(first).toEqual([]);
    expect(agree).toBe(all);
    expect(all).toBeGreaterThan(10);
  });

  const whole = existsSync(given) ? test : test.skip;
  const reason = existsSync(given) ? '' : ` (skipped: there are none in ${given})`;
  whole.each(files)(`decides as the controller does in all of %s${reason}`, (name) => {
    const { all, agree, first } = replayAll(linesOf(given, name));
    expect(first).toEqual([]);
    expect(agree).toBe(all);
    expect(all).toBeGreaterThan(100);
  });

  test.each([
    ['no JSON', 'replicas: 3'],
    ['JSON of another kind', '{"id":"x","kind":"GetNothing"}'],
    ['a number', '3'],
  ])('does not agree with a line that is %s', (_, text) => {
    const { all, agree, first } = replayAll([{ text, where: 'here:1' }]);
    expect({ all, agree }).toEqual({ all: 1, agree: 0 });
    expect(first).toHaveLength(1);
  });

  test.each(files)('says expected and actual of a %s line that was altered', (name) => {
    const line = linesOf(sampled, name).find(({ text }) => /"(replicas|milliValue|statusDesired)":\d/.test(text));
    const text = (line?.text ?? '')
      .replace(/("expected":.*?"(?:replicas|milliValue)":)(-?\d+)/, '$1987654')
      .replace(/("statusDesired":)\d+/, '$1987654');
    const { agree, first } = replayAll([{ text, where: 'altered:1' }]);
    expect(agree).toBe(0);
    expect(first.join('\n')).toMatch(/expected .*987654.*actual/);
  });
});
