import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { nodeCommands } from '../../../src/adapters/node/commands.js';
import { toolTable } from '../../../src/adapters/node/tool-table.js';
import { commandsWithTools, nodeTools, type ToolSettings } from '../../../src/adapters/node/tools.js';
import { FakeClock } from '../../fakes/clock.js';
import { FakeCommands } from '../../fakes/commands.js';
import { FakeLog } from '../../fakes/log.js';

const marker = path.join(mkdtempSync(path.join(tmpdir(), 'sg-test-')), 'ran');
const program = Buffer.from(`#!/bin/sh\ntouch ${marker}\necho kind v9.9.9\n`);
const sha256 = createHash('sha256').update(program).digest('hex');
const evil = Buffer.from(`#!/bin/sh\ntouch ${marker}\necho evil\n`);
const table = {
  kind: {
    version: 'v9.9.9',
    host: 'http://unreachable.invalid',
    path: '/dl/%v/kind-%o-%a',
    digests: { 'linux/amd64': sha256 },
  },
  kubectl: toolTable.kubectl,
};
const servers: Server[] = [];
const signal = new AbortController().signal;

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function house(more: Partial<ToolSettings> = {}) {
  const cache = mkdtempSync(path.join(tmpdir(), 'sg-test-'));
  const [clock, log] = [new FakeClock(), new FakeLog()];
  const limits = { stallMs: 10_000, totalMs: 15_000, maxBytes: 100_000, attempts: 3 };
  const settings = { cache, table, limits, versions: {}, platform: 'linux/amd64', ...more };
  const ports = { commands: new FakeCommands([]), clock, log };
  return { cache, clock, log, tools: nodeTools(settings, ports), again: () => nodeTools(settings, ports) };
}

describe('a tool', () => {
  test('is the one of the PATH when it is there', async () => {
    const { cache, log, clock } = { ...house() };
    const commands = new FakeCommands([[/^kind/, {}]]);
    const tools = nodeTools({ cache, table, versions: {} }, { commands, clock, log });
    expect(await tools.provide('kind', signal)).toBe('/usr/bin/kind');
  });

  test('is downloaded, verified and run when it is not', async () => {
    const urls: (string | undefined)[] = [];
    const mirror = await serve((request, response) => {
      urls.push(request.url);
      response.end(program);
    });
    const { tools, again, cache } = house({ mirror: `${mirror}/proxy/` });
    const commands = commandsWithTools(nodeCommands({ PATH: process.env['PATH'] }), tools);
    const result = await commands.run('kind', ['version'], { deadlineMs: 5_000, signal });
    expect(result.stdout).toBe('kind v9.9.9\n');
    expect(urls).toEqual(['/proxy/dl/v9.9.9/kind-linux-amd64']);
    expect(statSync(await again().provide('kind', signal)).mode & 0o077).toBe(0);
    expect(urls).toHaveLength(1);
    expect(readdirSync(cache)).toHaveLength(1);
  });

  test('that was changed in the cache is fetched again', async () => {
    const mirror = await serve((_, response) => response.end(program));
    const { tools, again, log } = house({ mirror });
    const file = await tools.provide('kind', signal);
    appendFileSync(file, 'rm -rf /\n');
    await again().provide('kind', signal);
    expect(
      createHash('sha256')
        .update(await import('node:fs').then((fs) => fs.readFileSync(file)))
        .digest('hex'),
    ).toBe(sha256);
    expect(log.text).toContain('was changed after it was verified');
  });

  test('is downloaded again after an answer that passes, no sooner than the server asks', async () => {
    let asked = 0;
    const mirror = await serve((_, response) => {
      asked++;
      if (asked === 1) return response.writeHead(429, { 'retry-after': '7' }).end();
      if (asked === 2) return response.writeHead(503).end();
      return response.end(program);
    });
    const { tools, clock } = house({ mirror });
    await tools.provide('kind', signal);
    expect(clock.monotonic()).toBe(9_000);
  });

  test.each<[string, 'TOOL_UNTRUSTED' | 'TOOL_MISSING', RequestListener]>([
    ['one flipped byte', 'TOOL_UNTRUSTED', (_, response) => response.end(Buffer.from(program).fill(0x42, 20, 21))],
    [
      'a file cut short',
      'TOOL_MISSING',
      (_, response) => {
        response.writeHead(200, { 'content-length': program.length }).write(program.subarray(0, 20));
        setTimeout(() => response.destroy(), 20);
      },
    ],
    ['a file of another size', 'TOOL_UNTRUSTED', (_, response) => response.end(Buffer.concat([program, evil]))],
    [
      'an endless file',
      'TOOL_UNTRUSTED',
      (_, response) => {
        const more = (): void => void response.write(Buffer.alloc(20_000), more);
        more();
      },
    ],
    ['an error page that says 200', 'TOOL_UNTRUSTED', (_, response) => response.end('<html>Sign in</html>')],
    [
      'a redirect to other content',
      'TOOL_UNTRUSTED',
      (request, response) => {
        if (request.url === '/evil') return response.end(evil);
        return response.writeHead(302, { location: '/evil' }).end();
      },
    ],
    ['a server that drips', 'TOOL_MISSING', (_, response) => void response.write('#')],
    ['404', 'TOOL_MISSING', (_, response) => response.writeHead(404).end(program)],
    ['429 without end', 'TOOL_MISSING', (_, response) => response.writeHead(429, { 'retry-after': '1' }).end(program)],
    ['a connection that is reset', 'TOOL_MISSING', (request) => request.socket.destroy()],
  ])('is refused and not run after %s, with the URL in the message', async (_, code, answer) => {
    const mirror = await serve(answer);
    const limits = { stallMs: 400, totalMs: 15_000, maxBytes: 100_000, attempts: 3 };
    const { tools, cache } = house({ mirror, limits });
    const commands = commandsWithTools(nodeCommands({ PATH: process.env['PATH'] }), tools);
    const before = existsSync(marker) ? statSync(marker).mtimeMs : 0;
    await expect(commands.run('kind', [], { deadlineMs: 5_000, signal })).rejects.toMatchObject({
      code,
      message: expect.stringContaining(`${mirror}/dl/v9.9.9/kind-linux-amd64`),
    });
    expect(existsSync(marker) ? statSync(marker).mtimeMs : 0).toBe(before);
    expect(readdirSync(cache)).toEqual([]);
  });

  test('is not waited for after the run is cancelled', async () => {
    const mirror = await serve(() => undefined);
    const abort = new AbortController();
    const { tools, cache } = house({ mirror });
    const asked = tools.provide('kind', abort.signal);
    setTimeout(() => abort.abort(), 30);
    await expect(asked).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(readdirSync(cache)).toEqual([]);
  });

  test.each([
    ['v1.0.0', 'linux/amd64'],
    [undefined, 'plan9/mips'],
  ])(
    'of version %s on %s, which no digest is known for, is refused without asking anybody',
    async (version, platform) => {
      const mirror = await serve((_, response) => response.end(evil));
      const { tools } = house({ mirror, platform, versions: version === undefined ? {} : { kind: version } });
      await expect(tools.provide('kind', signal)).rejects.toMatchObject({ code: 'TOOL_UNTRUSTED' });
    },
  );

  test('of another version is taken when the user brings its digest', async () => {
    const mirror = await serve((_, response) => response.end(program));
    const { tools } = house({ mirror, versions: { kind: `1.0.0@sha256:${sha256}` } });
    expect(await tools.provide('kind', signal)).toContain('kind-v1.0.0-');
  });

  test.each(['latest', '--help', 'v1.0.0/../../x', 'v1.0.0@sha256:abc'])(
    'of version %j is an input error',
    async (version) => {
      const { tools } = house({ versions: { kind: version } });
      await expect(tools.provide('kind', signal)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    },
  );

  test('comes out of an offline folder when it is what it should be, and nothing is downloaded', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sg-test-'));
    await expect(house({ offlineFolder: folder }).tools.provide('kind', signal)).rejects.toMatchObject({
      code: 'TOOL_MISSING',
    });
    writeFileSync(path.join(folder, 'kind-linux-amd64'), evil);
    await expect(house({ offlineFolder: folder }).tools.provide('kind', signal)).rejects.toMatchObject({
      code: 'TOOL_UNTRUSTED',
    });
    writeFileSync(path.join(folder, 'kind-linux-amd64'), program);
    expect(statSync(await house({ offlineFolder: folder }).tools.provide('kind', signal)).mode & 0o777).toBe(0o700);
  });

  test.each(Object.entries(toolTable))('%s has a digest for each platform of its table', (_, { digests }) => {
    expect(Object.keys(digests)).toEqual(['linux/amd64', 'linux/arm64', 'darwin/amd64', 'darwin/arm64']);
    for (const digest of Object.values(digests)) expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(Object.values(digests)).size).toBe(4);
  });
});
