import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { k6Script } from '../../../src/adapters/k6/script.js';
import type { ScriptResult } from '../../../src/ports/scripted-load.js';
import { type Answer, FakeCommands } from '../../fakes/commands.js';

const { signal } = new AbortController();
const summary = readFileSync('__tests__/fixtures/k6/export-1.8.json', 'utf8');

/** A k6 that ends with this, and has written a summary where there is one. */
async function run(answer: Answer, written: string | null): Promise<ScriptResult> {
  const commands = new FakeCommands([
    [
      /^k6/,
      ({ args }) => {
        const file = args[args.indexOf('--summary-export') + 1];
        if (written !== null && file !== undefined) writeFileSync(file, written);
        return answer;
      },
    ],
  ]);
  return k6Script(commands).run({ script: 'load.js', env: {}, deadlineMs: 1000 }, new AbortController().signal);
}

describe("a user's k6 script", () => {
  test('that passed has its numbers', async () => {
    const passed = summary.replace('"p(99)<0.0001": true', '"p(99)<0.0001": false');
    expect(await run({ exitCode: 0 }, passed)).toMatchObject({ outcome: 'passed', requests: 5, failedShare: 0 });
  });

  test('that missed a threshold keeps its numbers', async () => {
    const stderr = `level=error msg="thresholds on metrics 'http_req_duration' have been crossed"`;
    const result = await run({ exitCode: 99, stderr }, summary);
    expect(result).toMatchObject({ outcome: 'thresholds-missed', requests: 5 });
    expect(result.thresholds.filter(({ held }) => !held).map(({ expression }) => expression)).toEqual(['p(99)<0.0001']);
  });

  test('whose summary has no thresholds is told by what k6 says', async () => {
    const stderr = `level=error msg="thresholds on metrics 'checks, http_reqs' have been crossed"`;
    const form2 = readFileSync('__tests__/fixtures/k6/machine-1.8.json', 'utf8');
    const { thresholds, requests } = await run({ exitCode: 99, stderr }, form2);
    expect([thresholds.map(({ metric }) => metric), requests]).toEqual([['checks', 'http_reqs'], 5]);
  });

  test('that throws is broken, which is not a missed threshold, and says why', async () => {
    const stderr = 'level=error msg="ReferenceError: nope is not defined"';
    const result = await run({ exitCode: 107, stderr }, null);
    expect(result).toMatchObject({ outcome: 'script-broken', requests: null });
    expect(result.reason).toContain('ReferenceError');
  });

  test('that throws in its iterations is broken, although k6 ends with 0', async () => {
    const line = 'level=error msg="ReferenceError: nope is not defined\\n\\tat default (file:///load.js:3:66(10))\\n"';
    const stderr = `time="x" ${line} executor=shared-iterations hint="script exception" scenario=default source=stacktrace\n`;
    const result = await run({ exitCode: 0, stderr: stderr.repeat(5) }, summary);
    expect(result).toMatchObject({ outcome: 'script-broken', requests: 5 });
    expect(result.reason).toMatch(/^the script threw an exception 5 times: .*ReferenceError/);
  });

  test('that prints what looks like an exception has thrown none', async () => {
    const stderr = 'level=error msg="source=stacktrace" source=console\n';
    expect(await run({ exitCode: 0, stderr }, summary)).toMatchObject({ outcome: 'passed' });
  });

  test('leaves nothing in the folder that it was given', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sg-test-'));
    let used = '';
    const commands = new FakeCommands([
      [
        /^k6/,
        ({ args }) => {
          used = args[args.indexOf('--summary-export') + 1] ?? '';
          writeFileSync(used, summary);
          return { exitCode: 0 };
        },
      ],
    ]);
    await k6Script(commands, async () => folder).run({ script: 'x', env: {}, deadlineMs: 1 }, signal);
    expect([path.dirname(path.dirname(used)), readdirSync(folder)]).toEqual([folder, []]);
  });

  test('cannot run without k6, which is said', async () => {
    const none = k6Script(new FakeCommands([])).run(
      { script: 'x', env: {}, deadlineMs: 1 },
      new AbortController().signal,
    );
    await expect(none).rejects.toMatchObject({ code: 'TOOL_MISSING' });
  });
});
