import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { verdictOf } from '../../../src/domain/stage.js';
import { defaultRedisSpec } from '../../../src/stages/redis/spec.js';
import { redisStage } from '../../../src/stages/redis/stage.js';
import { clock, localGrounds, log } from './local-ground.js';
import { patientSpec } from './patience.js';
import { LocalServers, redisServer, valkeyServer } from './servers.js';

const context = { signal: new AbortController().signal, own: async () => undefined };
const programs = [
  ['redis', 'redis-server', redisServer],
  ['valkey', 'valkey-server', valkeyServer],
] as const;

for (const [product, name, program] of programs) {
  const here = program === undefined ? describe.skip : describe;

  here(
    `the redis stage on 12 servers of this machine${program === undefined ? ` (no ${name} here)` : ''}: ${name}`,
    () => {
      const servers = new LocalServers({
        count: 12,
        program,
        password: 'pass word"1',
        machine: (index) => `machine-${index % 3}`,
      });
      const stage = redisStage({ grounds: localGrounds(servers, 'pass word"1'), clock, log });
      const spec = { ...patientSpec(defaultRedisSpec), maxmemoryPolicy: undefined };
      beforeAll(() => servers.start());
      afterAll(() => servers.stop());

      test('forms, verifies and fails over', async () => {
        const { evidence, output } = await stage.run(spec, context);
        console.log(JSON.stringify(output.bringUp));
        expect(verdictOf(evidence)).not.toBe('inconclusive');
        expect(evidence.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
        const version = evidence.find(({ claim }) => claim.startsWith('all nodes run one server'));
        if (process.env['REDIS_SERVER'] === undefined)
          expect(version?.observed).toMatch(new RegExp(`^${product} \\d+\\.\\d+\\.\\d+ on 12 nodes$`));
      });

      test('a second run takes the cluster as it is', async () => {
        const { evidence, output } = await stage.run(spec, context);
        expect(evidence.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
        expect(output.bringUp?.formation?.commands).toEqual({});
      });

      test('a killed primary is replaced, and nothing that was acknowledged is lost', async () => {
        const { evidence, output } = await stage.run({ ...spec, behaviours: ['kill'] }, context);
        console.log(JSON.stringify(output.events));
        expect(evidence.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
      });
    },
  );
}
