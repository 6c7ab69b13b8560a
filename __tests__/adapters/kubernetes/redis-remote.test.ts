import { PassThrough } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import type { ProbeLink } from '../../../src/adapters/kubernetes/redis-channel.js';
import { isRestatable, remoteProbe } from '../../../src/adapters/kubernetes/redis-remote.js';
import type { Clock } from '../../../src/ports/clock.js';
import { PROBE_READY, type ProbeLine } from '../../../src/ports/redis-protocol.js';

/** A pause is over in the next turn; a deadline of a minute never comes. */
const clock: Clock = {
  now: () => 0,
  monotonic: () => 0,
  sleep: (ms) => (ms < 60_000 ? new Promise(setImmediate) : new Promise(() => undefined)),
};

/** Processes of a probe, one after another; each answers as it is told to, or breaks. */
class Pod {
  readonly asked: (ProbeLine & { readonly process: number })[] = [];
  started = 0;
  closed = 0;
  readonly #answer: (line: ProbeLine, process: number) => unknown;

  constructor(answer: (line: ProbeLine, process: number) => unknown) {
    this.#answer = answer;
  }

  readonly open = async (): Promise<ProbeLink> => {
    const process = this.started++;
    const [stdin, stdout] = [new PassThrough(), new PassThrough()];
    const ended = Promise.withResolvers<string>();
    stdin.on('data', (chunk: Buffer) => {
      for (const text of chunk.toString().trim().split('\n')) {
        const line = JSON.parse(text) as ProbeLine;
        this.asked.push({ ...line, process });
        const value = this.#answer(line, process);
        if (value === 'break') ended.resolve('the connection was closed');
        else stdout.write(`${JSON.stringify({ id: line.id, ok: true, value })}\n`);
      }
    });
    stdout.write(`${PROBE_READY}\n`);
    return { stdin, stdout, ended: ended.promise, close: () => void this.closed++ };
  };
}

const address = { name: 'redis-0', host: '10.0.0.1', port: 6379 };
const call = (...args: string[]) => ({ node: 'redis-0', args });

describe('a probe whose connection breaks', () => {
  test('a question is asked again of a new process, which is told the addresses first', async () => {
    const pod = new Pod(({ op }, process) => (op === 'call' && process === 0 ? 'break' : []));
    const { nodes } = await remoteProbe(pod.open, clock);
    await nodes.use([address]);
    expect(await nodes.call([call('CLUSTER', 'NODES')], 100)).toEqual([]);
    expect(pod.asked.map(({ op, process }) => `${process} ${op}`)).toEqual(['0 use', '0 call', '1 use', '1 call']);
    expect(pod.closed).toBe(1);
  });

  test('a command that changes something is not: nobody knows whether it was done', async () => {
    const pod = new Pod(({ op }) => (op === 'call' ? 'break' : []));
    const { nodes } = await remoteProbe(pod.open, clock);
    await expect(nodes.call([call('SET', 'k', 'v')], 100)).rejects.toMatchObject({
      code: 'REDIS_UNREACHABLE',
      message: expect.stringContaining('broke off: the connection was closed'),
    });
    expect(pod.started).toBe(1);
  });

  test('who asks at the same time shares the new connection', async () => {
    const pod = new Pod((_, process) => (process === 0 ? 'break' : []));
    const { nodes } = await remoteProbe(pod.open, clock);
    await Promise.all([nodes.call([call('PING')], 100), nodes.call([call('INFO')], 100)]);
    expect(pod.started).toBe(2);
  });

  test('one that breaks again and again is an inability', async () => {
    const pod = new Pod(() => 'break');
    const { nodes } = await remoteProbe(pod.open, clock);
    await expect(nodes.call([call('PING')], 100)).rejects.toMatchObject({ code: 'REDIS_UNREACHABLE' });
    expect(pod.started).toBe(3);
  });

  test('a load that was running there is lost, and that is said', async () => {
    const pod = new Pod(() => 'break');
    const { load } = await remoteProbe(pod.open, clock);
    await expect(load.stop('p')).rejects.toThrow(/connection was closed/);
  });

  test('its standstill is asked of the process that answers', async () => {
    const pod = new Pod(() => ({ totalMs: 7, longestMs: 5 }));
    const { pulse } = await remoteProbe(pod.open, clock);
    expect(await pulse.stoodStill(900)).toEqual({ totalMs: 7, longestMs: 5 });
    expect(pod.asked[0]).toMatchObject({ op: 'stood-still', lastMs: 900 });
  });
});

test.each([
  ['CLUSTER NODES', true],
  ['CONFIG GET maxmemory', true],
  ['PEXPIRETIME k', true],
  ['CONFIG SET maxmemory 1', false],
  ['CLUSTER FAILOVER', false],
  ['GETEX k EX 1', false],
  ['CLUSTER SETSLOT 1 STABLE', false],
])('%s may be asked twice: %s', (words, may) => {
  expect(isRestatable({ op: 'call', calls: [call(...words.split(' '))], timeoutMs: 1 })).toBe(may);
});
