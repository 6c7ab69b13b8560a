import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { readSecrets } from '../../src/entry/secrets.js';

const folder = mkdtempSync(path.join(tmpdir(), 'sg-secrets-'));
writeFileSync(path.join(folder, 'key.pem'), 'from a file\n');
writeFileSync(path.join(folder, 'empty'), '');
afterAll(() => rmSync(folder, { recursive: true }));

describe('reading Secrets', () => {
  test('takes values from environment, file and chance, and shows none of them', () => {
    const [db, tls] = readSecrets(
      [
        { name: 'db', key: 'user', from: { env: 'DB_USER' } },
        { name: 'db', key: 'password', from: { generate: 24 } },
        { name: 'tls', key: 'key', from: { file: 'key.pem' } },
      ],
      folder,
      { DB_USER: 'canary-user' },
    );
    expect(db?.entries['user']?.reveal()).toBe('canary-user');
    expect(db?.entries['password']?.reveal()).toHaveLength(24);
    expect(tls?.entries['key']?.reveal()).toBe('from a file\n');
    expect(JSON.stringify([db, tls])).not.toMatch(/canary|from a file/);
  });

  test('says every one that is missing at once, with where it should have come from', () => {
    const read = () =>
      readSecrets(
        [
          { name: 'db', key: 'user', from: { env: 'NOT_SET' } },
          { name: 'db', key: 'password', from: { env: 'EMPTY' } },
          { name: 'tls', key: 'key', from: { file: 'nowhere.pem' } },
          { name: 'tls', key: 'crt', from: { file: 'empty' } },
          { name: 'ok', key: 'a', from: { env: 'SET' } },
        ],
        folder,
        { EMPTY: '', SET: 'canary' },
      );
    expect(read).toThrow(/4 problems/);
    for (const words of ['key user: environment variable NOT_SET', 'EMPTY', 'file nowhere.pem', 'file empty']) {
      expect(read).toThrow(words);
    }
    expect(read).not.toThrow('canary');
  });
});
