import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { checkoutCommit } from '../../../src/adapters/github/checkout.js';

describe('the commit of a checkout', () => {
  let folder = '';
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
      encoding: 'utf8',
    }).trim();
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'sg-checkout-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('is unknown outside a repository, and before the first commit', async () => {
    expect(await checkoutCommit(folder)).toBe('unknown');
    git('init', '-q');
    expect(await checkoutCommit(folder)).toBe('unknown');
  });

  test('is the head, and says when tracked files differ from it', async () => {
    git('init', '-q');
    writeFileSync(path.join(folder, 'a.yaml'), 'a: 1\n');
    git('add', '.');
    git('commit', '-q', '--no-gpg-sign', '-m', 'one');
    const head = git('rev-parse', 'HEAD');
    expect(await checkoutCommit(folder)).toBe(head);
    writeFileSync(path.join(folder, 'report.json'), '{}');
    expect(await checkoutCommit(folder)).toBe(head);
    writeFileSync(path.join(folder, 'a.yaml'), 'a: 2\n');
    expect(await checkoutCommit(folder)).toBe(`${head}-dirty`);
  });
});
