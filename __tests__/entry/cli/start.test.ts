import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';

/** What a module imports as it starts; types and what is imported later are not. */
function importsOf(file: string): readonly string[] {
  const statements = readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type )[^;]*?from '([^']+)'/gm);
  return [...statements].map(([, name = '']) => name);
}

/** Files of src/ and names of packages that are loaded with a module. */
function loadedWith(start: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(start)) return seen;
  seen.add(start);
  for (const name of importsOf(start)) {
    if (name.startsWith('.')) loadedWith(path.resolve(path.dirname(start), name.replace(/\.js$/, '.ts')), seen);
    else seen.add(name);
  }
  return seen;
}

describe('lint starts with little', () => {
  const loaded = new Set(
    ['command-line', 'lint'].flatMap((name) => [...loadedWith(path.resolve(`src/entry/cli/${name}.ts`))]),
  );

  test('of packages with none', () => {
    expect([...loaded].filter((name) => !path.isAbsolute(name) && !name.startsWith('node:'))).toEqual([]);
  });

  test('of Node with what is cheap: no crypto, no streams of files', () => {
    const own = [...loaded].filter((name) => name.startsWith('node:'));
    // node:vm, which patterns of definitions run in, is part of Node's own start.
    expect(own.toSorted()).toEqual(['node:fs', 'node:os', 'node:path', 'node:timers/promises', 'node:vm']);
  });

  test('with the rules, which the walk has to find', () => {
    expect([...loaded].filter((name) => name.includes('/stages/lint/rules/')).length).toBeGreaterThan(100);
  });
});
