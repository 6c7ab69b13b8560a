import { PassThrough } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { probeChannel } from '../../../src/adapters/kubernetes/redis-channel.js';
import { PROBE_READY, type ProbeLine } from '../../../src/ports/redis-protocol.js';

/** The far end: what it was asked, and a way to answer. */
function channel() {
  const [stdin, stdout] = [new PassThrough(), new PassThrough()];
  const ended = Promise.withResolvers<string>();
  const asked: ProbeLine[] = [];
  stdin.on('data', (chunk: Buffer) => {
    for (const line of chunk.toString().trim().split('\n')) asked.push(JSON.parse(line) as ProbeLine);
  });
  const say = (value: unknown) => stdout.write(`${JSON.stringify(value)}\n`);
  return { ...probeChannel(stdin, stdout, ended.promise), asked, say, stdout, end: ended.resolve };
}

const turn = () => new Promise(setImmediate);

describe('the channel to a probe in the cluster', () => {
  test('is ready when the probe says so, whatever a shell said before', async () => {
    const { ready, stdout } = channel();
    stdout.write('some warning\n');
    stdout.write(PROBE_READY.slice(0, 9));
    stdout.write(`${PROBE_READY.slice(9)}\n`);
    await expect(ready).resolves.toBeUndefined();
  });

  test('gives each answer to who asked, in any order', async () => {
    const { nodes, load, asked, say } = channel();
    const first = nodes.call([{ node: 'redis-0', args: ['PING'] }], 100);
    const second = load.readBack(['k']);
    await turn();
    expect(asked.map(({ op }) => op)).toEqual(['call', 'read-back']);
    say({ id: asked[1]?.id, ok: true, value: [{ key: 'k', value: 'v', expiresAt: 1 }] });
    say({ id: asked[0]?.id, ok: true, value: [{ ok: true, value: 'PONG', ms: 1 }] });
    expect(await second).toEqual([{ key: 'k', value: 'v', expiresAt: 1 }]);
    expect(await first).toEqual([{ ok: true, value: 'PONG', ms: 1 }]);
  });

  test('a probe that cannot do it is an inability, with its words', async () => {
    const { load, asked, say } = channel();
    const stopped = load.stop('p');
    await turn();
    say({ id: asked[0]?.id, ok: false, error: 'out of memory' });
    await expect(stopped).rejects.toMatchObject({
      code: 'REDIS_UNREACHABLE',
      message: expect.stringContaining('out of memory'),
    });
  });

  test('a probe that ends fails who waits, and who asks later', async () => {
    const { nodes, ready, end } = channel();
    const waiting = nodes.call([], 100);
    end('it ended with 137');
    await expect(waiting).rejects.toThrow(/137/);
    await expect(ready).rejects.toThrow(/137/);
    await expect(nodes.call([], 100)).rejects.toMatchObject({ code: 'REDIS_UNREACHABLE' });
  });

  test('an answer that nobody waits for, and a line that is none, change nothing', async () => {
    const { nodes, asked, say, stdout } = channel();
    const waiting = nodes.call([], 100);
    await turn();
    stdout.write('{"id":\n');
    say({ id: 99, ok: true, value: 'x' });
    say({ id: asked[0]?.id, ok: true, value: [] });
    expect(await waiting).toEqual([]);
  });
});
