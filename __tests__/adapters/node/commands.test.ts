import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { nodeCommands } from '../../../src/adapters/node/commands.js';
import { processStart } from '../../../src/adapters/node/processes.js';
import type { GateError } from '../../../src/domain/error.js';
import type { CommandOptions } from '../../../src/ports/commands.js';

const env = { PATH: process.env['PATH'] };
const commands = nodeCommands(env, { graceMs: 200 });
const options = (more: Partial<CommandOptions> = {}): CommandOptions => ({
  deadlineMs: 10_000,
  signal: new AbortController().signal,
  ...more,
});
const script = (source: string): string[] => ['-e', source];
const caught = async (promise: Promise<unknown>): Promise<GateError> =>
  promise.then(
    () => Promise.reject(new Error('resolved')),
    (error: unknown) => error as GateError,
  );

describe('a command', () => {
  test('gives exit code and both streams, whatever the exit code is', async () => {
    const source = 'console.log("out"); console.error("err"); process.exitCode = 3';
    const result = await commands.run('node', script(source), options());
    expect(result).toEqual({ exitCode: 3, stdout: 'out\n', stderr: 'err\n' });
  });

  test('sees the environment it is given and nothing of ours', async () => {
    process.env['SG_TEST_OURS'] = 'ours';
    const source = 'console.log(process.env.SG_TEST_OURS, process.env.GIVEN)';
    const { stdout } = await commands.run('node', script(source), options({ env: { GIVEN: 'given' } }));
    expect(stdout).toBe('undefined given\n');
  });

  test.each(['$(id)', '`id`', '; id', '&& id', '%PATH%', "a'b", '*'])(
    'passes %s to the program as it is',
    async (arg) => {
      const { stdout } = await commands.run('node', ['-p', 'process.argv[1]', '--', arg], options());
      expect(stdout).toBe(`${arg}\n`);
    },
  );

  test('reads its input from a string', async () => {
    expect((await commands.run('cat', [], options({ input: 'täxt' }))).stdout).toBe('täxt');
  });

  test('reads its input from a stream of bytes', async () => {
    async function* parts(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('one ');
      yield Buffer.from('two');
    }
    expect((await commands.run('cat', [], options({ input: parts() }))).stdout).toBe('one two');
  });

  test('that does not read its input is no failure', async () => {
    const result = await commands.run('true', [], options({ input: 'x'.repeat(1_000_000) }));
    expect(result.exitCode).toBe(0);
  });

  test('gives its lines as they come, split as the runner splits them', async () => {
    const lines: string[] = [];
    await commands.run('printf', ['a\\r\\nb\\rc\\nd'], options({ onLine: (line) => lines.push(line) }));
    expect(lines).toEqual(['a', 'b', 'c', 'd']);
  });

  test('that talks without end is cut, and says so', async () => {
    const small = nodeCommands(env, { capacity: 100 });
    const { stdout } = await small.run('node', script('process.stdout.write("x".repeat(5000))'), options());
    expect(stdout).toMatch(/^x{100}\n\[… 4900 characters cut\]/);
  });

  test('that is missing is TOOL_MISSING', async () => {
    const error = await caught(commands.run('no-such-program', ['--flag'], options()));
    expect(error).toMatchObject({ code: 'TOOL_MISSING', message: expect.stringContaining('no-such-program --flag') });
  });

  test('in a folder that is missing is not taken for a missing program', async () => {
    expect(await caught(commands.run('node', ['-v'], options({ cwd: '/no/such/folder' })))).toMatchObject({
      code: 'COMMAND_FAILED',
    });
  });

  test('killed from outside is COMMAND_FAILED, never a result', async () => {
    const error = await caught(commands.run('node', script('process.kill(process.pid, "SIGKILL")'), options()));
    expect(error).toMatchObject({ code: 'COMMAND_FAILED', message: expect.stringContaining('killed by SIGKILL') });
  });

  test('over its deadline is ended, with its last lines and a line to paste', async () => {
    const source = 'console.log("half way"); setInterval(() => 0, 1000)';
    const error = await caught(commands.run('node', script(source), options({ deadlineMs: 500 })));
    expect(error).toMatchObject({ code: 'TIMED_OUT', facts: { lastLines: 'half way' } });
    expect(error.facts['command']).toBe(`node -e '${source}'`);
  });

  test('whose run is cancelled before is not started', async () => {
    expect(await caught(commands.run('node', [], options({ signal: AbortSignal.abort() })))).toMatchObject({
      code: 'CANCELLED',
    });
  });

  test('that ignores SIGTERM ends with all its descendants on abort', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sg-test-'));
    const stubborn = (next: string): string => `process.on("SIGTERM", () => 0); ${next} setInterval(() => 0, 1000);`;
    const note = `require("fs").writeFileSync("${folder}/pid", String(process.pid)); console.log("up");`;
    const inner = JSON.stringify(stubborn(note));
    const outer = stubborn(`require("child_process").spawn("node", ["-e", ${inner}], { stdio: "inherit" });`);
    const abort = new AbortController();
    const onLine = (): void => abort.abort();
    expect(await caught(commands.run('node', script(outer), options({ signal: abort.signal, onLine })))).toMatchObject({
      code: 'CANCELLED',
    });
    const pid = Number(readFileSync(`${folder}/pid`, 'utf8'));
    expect(processStart(pid)).toBeUndefined();
  });

  test('that leaves a background process behind does not hold us, and neither stays', async () => {
    const { stdout } = await commands.run('sh', ['-c', 'sleep 60 & echo $!'], options());
    // Whoever adopts the orphan reaps it; on a busy machine that takes a moment.
    const deadline = Date.now() + 5_000;
    while (processStart(Number(stdout)) !== undefined && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(processStart(Number(stdout))).toBeUndefined();
  });

  test('has no secret in its error', async () => {
    const redacting = nodeCommands(env, { redact: (text) => text.replaceAll('hunter2', '***') });
    const source = 'console.log("hunter2"); process.kill(process.pid, "SIGKILL")';
    const error = await caught(redacting.run('node', script(source), options()));
    expect(JSON.stringify([error.message, error.facts])).not.toContain('hunter2');
  });

  test('is found on the PATH, but not in a relative folder of it', async () => {
    expect(await commands.find('sh')).toMatch(/^\/.*\/sh$/);
    expect(await nodeCommands({ PATH: '.:node_modules/.bin' }).find('jest')).toBeUndefined();
    expect(await commands.find('no-such-program')).toBeUndefined();
  });
});

describe('a pipe', () => {
  const megabyte = { program: 'node', args: script('process.stdout.write("x".repeat(1_000_000))') };
  const count = { program: 'wc', args: ['-c'] };

  test('gives each sink everything', async () => {
    const results = await commands.pipe(megabyte, [count, count], options());
    expect(results.map(({ exitCode, stdout }) => [exitCode, stdout.trim()])).toEqual([
      [0, ''],
      [0, '1000000'],
      [0, '1000000'],
    ]);
  });

  test('tells the exit code of each, and a sink that ends early stops no other', async () => {
    const quitter = { program: 'sh', args: ['-c', 'exit 7'] };
    const results = await commands.pipe(megabyte, [quitter, count], options());
    expect(results.map(({ exitCode }) => exitCode)).toEqual([0, 7, 0]);
    expect(results[2]?.stdout.trim()).toBe('1000000');
  });

  test('to nobody who still reads does not hang', async () => {
    const results = await commands.pipe(megabyte, [{ program: 'true', args: [] }], options());
    expect(results.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
  });

  test('with a program that is missing fails for that reason, and ends the others', async () => {
    const endless = { program: 'node', args: script('setInterval(() => process.stdout.write("x"), 10)') };
    const missing = { program: 'no-such-program', args: [] };
    expect(await caught(commands.pipe(endless, [count, missing], options()))).toMatchObject({ code: 'TOOL_MISSING' });
  });
});
