import { describe, expect, test } from '@jest/globals';
import { isWithin, type NamedPath, trespasses } from '../../src/domain/territory.js';

const named = (place: string, by: NamedPath['by'] = 'config'): NamedPath => ({
  option: 'lint-known',
  written: 'known.json',
  place,
  by,
});

describe('where a path may lead', () => {
  test.each([
    ['the folder itself', '/work', true],
    ['what is below it', '/work/k8s/web.yaml', true],
    ['its parent', '/', false],
    ['a folder whose name begins alike', '/workshop/a', false],
    ['another one', '/etc/passwd', false],
  ])('%s', (_, place, inside) => {
    expect(isWithin(['/work'], place)).toBe(inside);
    expect(trespasses([named(place)], { config: ['/work'], person: 'anywhere' })).toHaveLength(inside ? 0 : 1);
  });

  test('everything is within the root of the machine', () => expect(isWithin(['/'], '/etc')).toBe(true));
  test('nothing is within no folder', () => expect(isWithin([], '/etc')).toBe(false));

  test('each trespass is one line, with the option, what was written, and where that leads', () => {
    const territory = { config: ['/work'], person: ['/work', '/temp'] };
    expect(trespasses([named('/etc/x'), named('/temp/x', 'person'), named('/temp/x')], territory)).toEqual([
      'lint-known: known.json, which is /etc/x, is outside of /work',
      'lint-known: known.json, which is /temp/x, is outside of /work',
    ]);
  });

  test('a person at a shell may name anything, a configuration may not', () => {
    const territory = { config: ['/work'], person: 'anywhere' } as const;
    expect(trespasses([named('/etc/x', 'person')], territory)).toEqual([]);
    expect(trespasses([named('/etc/x')], territory)).toHaveLength(1);
  });
});
