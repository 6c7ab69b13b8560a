import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { verdictOf } from '../../../src/domain/stage.js';
import { defaultRedisSpec } from '../../../src/stages/redis/spec.js';
import { redisStage } from '../../../src/stages/redis/stage.js';
import { clock, localGrounds, log } from './local-ground.js';
import { patientSpec } from './patience.js';
import { LocalServers, redisServer } from './servers.js';

const context = { signal: new AbortController().signal, own: async () => undefined };
const here = redisServer === undefined ? describe.skip : describe;

here('the redis stage on 12 servers of this machine', () => {
  const servers = new LocalServers({ count: 12, password: 'pass word"1', machine: (index) => `machine-${index % 3}` });
  const stage = redisStage({ grounds: localGrounds(servers, 'pass word"1'), clock, log });
  const spec = { ...patientSpec(defaultRedisSpec), maxmemoryPolicy: undefined };
  beforeAll(() => servers.start());
  afterAll(() => servers.stop());

  test('forms, verifies and fails over', async () => {
    const { evidence, output } = await stage.run(spec, context);
    expect(verdictOf(evidence)).not.toBe('inconclusive');
    expect(evidence.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    console.log(JSON.stringify(output.bringUp));
  });

  test('a second run takes the cluster as it is', async () => {
    const { evidence, output } = await stage.run(spec, context);
    expect(evidence.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    expect(output.bringUp?.formation?.commands).toEqual({});
  });
});
