import { describe, expect, test } from '@jest/globals';
import { actionInputs } from '../../../src/entry/action/inputs.js';
import { writeDuration } from '../../../src/entry/inputs/duration.js';
import { nearest } from '../../../src/entry/inputs/nearest.js';
import { parseOptions } from '../../../src/entry/inputs/parse.js';
import { doorOptions, optionNamed, optionTable, sectionNames } from '../../../src/entry/inputs/table.js';

describe('the one table of options', () => {
  test('a name is its path in the configuration, and names one option', () => {
    expect(optionTable.filter(({ name, path }) => name !== path.join('-'))).toEqual([]);
    const names = [...optionTable.map(({ name }) => name), ...doorOptions.map(({ name }) => name), ...sectionNames];
    expect(new Set(names).size).toBe(names.length);
  });

  test('names are kebab-case, and descriptions are sentences', () => {
    expect(optionTable.filter(({ name }) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))).toEqual([]);
    expect(optionTable.filter(({ description }) => !/^[\p{Lu}`k].*\.$/su.test(description))).toEqual([]);
  });

  test('durations carry their unit in the spec and not in the name', () => {
    const rows = optionTable.filter(({ kind }) => kind.type === 'duration');
    expect(rows.length).toBeGreaterThan(5);
    for (const { name, property, kind } of rows) {
      expect(property.at(-1)).toMatch(kind.type === 'duration' && kind.unit === 'seconds' ? /Seconds$/ : /Ms$/);
      expect(name).not.toMatch(/seconds|ms$/);
    }
    expect(optionNamed('redis-max-failover')?.property).toEqual(['redis', 'maxFailoverMs']);
  });

  test('every default is a value that its own option accepts', () => {
    const written = (row: (typeof optionTable)[number]): string => {
      if (row.kind.type === 'duration') return writeDuration(Number(row.default), row.kind.unit);
      return Array.isArray(row.default) ? row.default.join('\n') : String(row.default);
    };
    const simple = optionTable.filter(({ default: value }) => value !== undefined && typeof value !== 'object');
    const lists = optionTable.filter(({ default: value }) => Array.isArray(value) && value.length > 0);
    // One at a time: several defaults given together may contradict a mode.
    for (const row of [...simple, ...lists]) {
      const section = row.path.length > 1 ? row.path[0] : undefined;
      const modes = section === 'redis' && row.name !== 'redis-mode' ? { 'redis-mode': 'create' } : {};
      const fixed = row.name === 'load-duration' ? { 'load-profile': 'fixed', 'load-rate': '1' } : {};
      const spec: unknown = parseOptions({ given: { ...modes, ...fixed, [row.name]: written(row) } });
      const value = row.property.reduce((at, key) => (at as Record<string, unknown>)[key], spec);
      expect([row.name, value]).toEqual([row.name, row.default]);
    }
  });
});

describe('inputs of the action', () => {
  test('ours are taken; what a workflow uses for itself is left alone', () => {
    const env = {
      'INPUT_LOAD-PATH': '/login',
      INPUT_FOLDER: 'shop',
      INPUT_VERSION_TAG: 'v1',
      INPUT_X: '',
      PATH: '/bin',
    };
    expect(actionInputs(env)).toEqual({
      own: { folder: 'shop', config: '', stage: '', token: '' },
      given: { 'load-path': '/login' },
    });
  });

  test('one of ours that is written wrongly is kept, and then complained of', () => {
    const { given } = actionInputs({ 'INPUT_LOAD-PAHT': '/login', 'INPUT_REDIS-TOPOLOGY': '3x3' });
    expect(given).toEqual({ 'load-paht': '/login', 'redis-topology': '3x3' });
    expect(() => parseOptions({ given })).toThrow('input load-paht is unknown; did you mean "load-path"?');
  });
});

describe('did you mean', () => {
  test.each([
    ['replcias-per-shard', 'replicas-per-shard'],
    ['Shards', 'shards'],
    ['kubernetes_version', 'kubernetes-version'],
    ['mdoe', 'mode'],
  ])('%s → %s', (word, expected) => {
    expect(nearest(word, ['replicas-per-shard', 'shards', 'kubernetes-version', 'mode'])).toBe(expected);
  });
  test.each([['x'], ['nothing-of-the-kind'], ['s'.repeat(500)]])('nothing is near %s', (word) => {
    expect(nearest(word, ['shards', 'mode', 'storage'])).toBeUndefined();
  });
});
