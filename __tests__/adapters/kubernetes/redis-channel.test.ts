import { PassThrough } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { probeChannel } from '../../../src/adapters/kubernetes/redis-channel.js';
import { PROBE_READY, type ProbeLine, type ProbeRequest } from '../../../src/ports/redis-protocol.js';

/** The far end: what it was asked, and a way to answer. */
function channel() {
  const [stdin, stdout] = [new PassThrough(), new PassThrough()];
  const ended = Promise.withResolvers<string>();
  const asked: ProbeLine[] = [];
  stdin.on('data', (chunk: Buffer) => {
    for (const line of chunk.toString().trim().split('\n')) asked.push(JSON.parse(line) as ProbeLine);
  });
  const say = (value: unknown) => stdout.write(`${JSON.stringify(value)}\n`);
  const { ready, ask } = probeChannel({ stdin, stdout, ended: ended.promise, close: () => undefined });
  return { ready, ask, asked, say, stdout, end: ended.resolve };
}

const turn = () => new Promise(setImmediate);
const ping: ProbeRequest = { op: 'call', calls: [{ node: 'redis-0', args: ['PING'] }], timeoutMs: 100 };

describe('the channel to a probe in the cluster', () => {
  test('is ready when the probe says so, whatever a shell said before', async () => {
    const { ready, stdout } = channel();
    stdout.write('some warning\n');
    stdout.write(PROBE_READY.slice(0, 9));
    stdout.write(`${PROBE_READY.slice(9)}\n`);
    expect(await ready).toBeUndefined();
  });

  test('gives each answer to who asked, in any order', async () => {
    const { ask, asked, say } = channel();
    const first = ask(ping, 1000);
    const second = ask({ op: 'read-back', keys: ['k'] }, 1000);
    await turn();
    expect(asked.map(({ op }) => op)).toEqual(['call', 'read-back']);
    say({ id: asked[1]?.id, ok: true, value: ['second'] });
    say({ id: asked[0]?.id, ok: true, value: ['first'] });
    expect(await second).toEqual({ kind: 'answer', value: ['second'] });
    expect(await first).toEqual({ kind: 'answer', value: ['first'] });
  });

  test('a probe that cannot do it is told in its words', async () => {
    const { ask, asked, say } = channel();
    const stopped = ask({ op: 'load-stop', prefix: 'p' }, 1000);
    await turn();
    say({ id: asked[0]?.id, ok: false, error: 'out of memory' });
    expect(await stopped).toEqual({ kind: 'refused', why: 'out of memory' });
  });

  test('a probe that ends breaks off for who waits, and for who asks later', async () => {
    const { ask, ready, end } = channel();
    const waiting = ask(ping, 1000);
    end('it ended with 137');
    expect(await waiting).toEqual({ kind: 'broken', why: 'it ended with 137' });
    expect(await ready).toBe('it ended with 137');
    expect(await ask(ping, 1000)).toEqual({ kind: 'broken', why: 'it ended with 137' });
  });

  test('silence beyond all patience is broken, and says that nothing ended', async () => {
    const { ask } = channel();
    expect(await ask(ping, 5)).toMatchObject({ kind: 'broken', why: expect.stringContaining('within 5 ms') });
  });

  test('an answer that nobody waits for, and a line that is none, change nothing', async () => {
    const { ask, asked, say, stdout } = channel();
    const waiting = ask(ping, 1000);
    await turn();
    stdout.write('{"id":\n');
    say({ id: 99, ok: true, value: 'x' });
    say({ id: asked[0]?.id, ok: true, value: [] });
    expect(await waiting).toEqual({ kind: 'answer', value: [] });
  });
});
