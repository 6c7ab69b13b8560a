import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { pathRemover } from '../../../src/adapters/node/path-remover.js';
import {
  processRemover as removerOf,
  runVariable,
  strayProcesses,
} from '../../../src/adapters/node/process-remover.js';
import { processStart } from '../../../src/adapters/node/processes.js';

const signal = new AbortController().signal;
const processRemover = removerOf(200);
const scratch = (): string => mkdtempSync(path.join(tmpdir(), 'sg-test-'));

/** A process that ignores SIGTERM, and says when it does. */
async function stubborn(env: Record<string, string> = {}) {
  const child = spawn(
    process.execPath,
    ['-e', 'process.on("SIGTERM",()=>0);console.log("up");setInterval(()=>0,1000)'],
    {
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  await new Promise((resolve) => child.stdout.once('data', resolve));
  const pid = child.pid ?? 0;
  return { type: 'process' as const, pid, startedAt: processStart(pid) ?? '' };
}

describe('paths', () => {
  test('are deleted with all they hold; links are not followed', async () => {
    const [folder, elsewhere] = [scratch(), scratch()];
    writeFileSync(path.join(elsewhere, 'kept'), '');
    mkdirSync(path.join(folder, 'a/b'), { recursive: true });
    symlinkSync(elsewhere, path.join(folder, 'a/link'));
    const owned = { type: 'path', path: folder } as const;
    await pathRemover('/somewhere/else').remove(owned, signal);
    await pathRemover('/somewhere/else').remove(owned, signal);
    expect(await pathRemover('/').isGone(owned, signal)).toBe(true);
    expect(existsSync(path.join(elsewhere, 'kept'))).toBe(true);
  });

  // Every target lies in a folder of this test: a guard that is broken must not cost more than that.
  const sandbox = mkdtempSync(path.join(tmpdir(), 'removal-'));
  const cwd = path.join(sandbox, 'sg-holder', 'repository');
  mkdirSync(cwd, { recursive: true });

  test.each([
    ['what is not ours by name', path.join(sandbox, 'somebody')],
    ['what holds the working folder', path.join(sandbox, 'sg-holder')],
    ['the working folder', cwd],
    ['the folder of all runs', path.join(sandbox, 'scale-gate')],
    ['a relative path', 'sg-relative'],
    ['a path that climbs', `${sandbox}/sg-a/../somebody`],
    ['nothing', ''],
  ])('%s is never deleted', async (_, target) => {
    mkdirSync(path.join(sandbox, 'somebody'), { recursive: true });
    mkdirSync(path.join(sandbox, 'scale-gate'), { recursive: true });
    await expect(pathRemover(cwd).remove({ type: 'path', path: target }, signal)).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
    expect([
      existsSync(cwd),
      existsSync(path.join(sandbox, 'somebody')),
      existsSync(path.join(sandbox, 'scale-gate')),
    ]).toEqual([true, true, true]);
  });
});

describe('processes', () => {
  test('that ignore SIGTERM are ended', async () => {
    const owned = await stubborn();
    await processRemover.remove(owned, signal);
    expect(await processRemover.isGone(owned, signal)).toBe(true);
  });

  test('that only share a pid with what was owned are left alone', async () => {
    const owned = await stubborn();
    await processRemover.remove({ ...owned, startedAt: '1' }, signal);
    expect(await processRemover.isGone(owned, signal)).toBe(false);
    await processRemover.remove(owned, signal);
  });

  const onLinux = process.platform === 'linux' ? test : test.skip;
  onLinux(
    'of a run are found by their environment when nobody wrote them down; those of another run are not',
    async () => {
      const mine = await stubborn({ [runVariable]: 'sg-mine' });
      const others = await stubborn({ [runVariable]: 'sg-mine-too' });
      expect(await strayProcesses('sg-mine')).toEqual([mine]);
      await processRemover.remove(mine, signal);
      await processRemover.remove(others, signal);
      expect(await strayProcesses('sg-mine')).toEqual([]);
    },
  );
});
