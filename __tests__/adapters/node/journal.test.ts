import { appendFileSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { fileJournal } from '../../../src/adapters/node/journal.js';
import { processIdentity } from '../../../src/adapters/node/processes.js';
import type { Owned } from '../../../src/domain/owned.js';

const folderOf = (): string => path.join(mkdtempSync(path.join(tmpdir(), 'sg-test-')), 'journal');
const cluster: Owned = { type: 'kind-cluster', name: 'sg-a-1' };
const file: Owned = { type: 'path', path: '/tmp/sg-a-1' };

describe('the journal', () => {
  test('survives into another process, oldest first, without what was released', async () => {
    const folder = folderOf();
    const journal = fileJournal(folder);
    await journal.own('sg-a', cluster);
    await journal.own('sg-a', file);
    await journal.own('sg-a', file);
    await journal.own('sg-b', cluster);
    await journal.release('sg-b', cluster);
    const again = fileJournal(folder);
    expect((await again.owned()).map(({ run, owned }) => ({ run, owned }))).toEqual([
      { run: 'sg-a', owned: cluster },
      { run: 'sg-a', owned: file },
    ]);
    expect(await again.owned('sg-b')).toEqual([]);
  });

  test('owns again what was released and made once more', async () => {
    const journal = fileJournal(folderOf());
    await journal.own('sg-a', cluster);
    await journal.release('sg-a', cluster);
    await journal.own('sg-a', cluster);
    expect(await journal.owned('sg-a')).toHaveLength(1);
  });

  test('remembers that a run is to be kept, and forgets one of which nothing is owned', async () => {
    const folder = folderOf();
    const journal = fileJournal(folder);
    await journal.own('sg-a', cluster);
    await journal.keep('sg-a');
    await journal.own('sg-b', file);
    await journal.release('sg-b', file);
    const again = fileJournal(folder);
    expect((await again.runs()).map(({ run, kept }) => [run, kept])).toEqual([
      ['sg-a', true],
      ['sg-b', false],
    ]);
    expect(await again.owned('sg-a')).toHaveLength(1);
    for (const run of ['sg-a', 'sg-b', '../sg-b', 'nobody']) await again.forget(run);
    expect((await again.runs()).map(({ run }) => run)).toEqual(['sg-a']);
  });

  test('is readable by its owner alone', async () => {
    const folder = folderOf();
    await fileJournal(folder).own('sg-a', cluster);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(folder, 'sg-a.ndjson')).mode & 0o777).toBe(0o600);
  });

  test('loses no line before or after one that was torn at any place', async () => {
    const source = folderOf();
    await fileJournal(source).own('sg-a', cluster);
    const line = readFileSync(path.join(source, 'sg-a.ndjson'), 'utf8');
    for (let cut = 0; cut < line.length - 1; cut += 7) {
      const folder = folderOf();
      const journal = fileJournal(folder);
      await journal.own('sg-a', file);
      appendFileSync(path.join(folder, 'sg-a.ndjson'), line.slice(0, cut));
      await journal.own('sg-a', { type: 'path', path: '/tmp/later' });
      expect((await journal.owned('sg-a')).map(({ owned }) => owned)).toEqual([
        file,
        { type: 'path', path: '/tmp/later' },
      ]);
    }
  });

  test('of nothing is empty', async () => {
    expect(await fileJournal(folderOf()).owned()).toEqual([]);
    expect(await fileJournal(folderOf()).runs()).toEqual([]);
  });

  test('that can not be written is an inability, said before anything is made', async () => {
    const folder = folderOf();
    writeFileSync(folder, 'a file in the way');
    await expect(fileJournal(folder).own('sg-a', cluster)).rejects.toMatchObject({ code: 'JOURNAL_FAILED' });
  });

  test.each(['../x', '', '.hidden', 'a/b'])('refuses %j as the name of a run', async (run) => {
    await expect(fileJournal(folderOf()).own(run, cluster)).rejects.toThrow(TypeError);
  });

  test('tells a run of a living process from one whose process is gone, or whose pid is another now', async () => {
    const folder = folderOf();
    const journal = fileJournal(folder);
    await journal.own('sg-live', cluster);
    const self = processIdentity(process.pid);
    const others = {
      'sg-gone': { ...self, pid: 2 ** 22 + 1 },
      'sg-reused': { ...self, startedAt: '1' },
      'sg-before-boot': { ...self, host: `another-boot ${self.host.split(' ')[1]}` },
      'sg-elsewhere': { ...self, host: `${self.host.split(' ')[0]} pid:[1]`, startedAt: '1' },
    };
    for (const [run, by] of Object.entries(others)) {
      const line = { act: 'own', run, at: '2030-01-01T00:00:00.000Z', owned: cluster, by };
      appendFileSync(path.join(folder, `${run}.ndjson`), `${JSON.stringify(line)}\n`);
    }
    expect(Object.fromEntries((await journal.runs()).map(({ run, alive }) => [run, alive]))).toEqual({
      'sg-live': true,
      'sg-gone': false,
      'sg-reused': false,
      'sg-before-boot': false,
      'sg-elsewhere': true,
    });
  });
});
