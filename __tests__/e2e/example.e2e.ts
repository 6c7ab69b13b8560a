import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Finished, owed, runGateUntilItTells } from './gate.js';

describe('session-shop, the example, on a real kind cluster', () => {
  let ran: Finished & { readonly left: readonly string[] };

  beforeAll(async () => {
    ran = await runGateUntilItTells(['run', 'examples/session-shop'], { REDIS_PASSWORD: 'canary-Xk29fQ7pLw' });
    console.log(ran.output.slice(-4000));
  }, 900_000);

  test('is promoted, with exit code 0', () => {
    expect([ran.code, ran.report?.decision]).toEqual(owed(ran, 0, 'promote'));
  });

  test('went from the minimum to the maximum of its HPA and back, by load', () => {
    const claims = ran.report?.stages
      .find(({ stage }) => stage === 'load')
      ?.evidence.map(({ claim, verdict, observed }) => `${verdict}: ${claim}: ${observed}`)
      .join('\n');
    const verdict = ran.report?.decision === 'promote' ? 'pass' : '(pass|inconclusive)';
    expect(claims).toMatch(new RegExp(`${verdict}: .*up`));
    expect(claims).toMatch(new RegExp(`${verdict}: .*(down|back)`));
  });

  test('had all twelve nodes of its Redis Cluster verified', () => {
    const redis = ran.report?.stages.find(({ stage }) => stage === 'redis');
    expect(redis?.verdict).toBe('pass');
    expect(JSON.stringify(redis)).toContain('3 shards × (1 primary + 3 replicas) = 12 nodes');
  });

  test('left no container, volume, kubeconfig or process behind', () => {
    expect(ran.left).toEqual([]);
  });

  test('showed no secret anywhere', () => {
    expect(ran.output + JSON.stringify(ran.report)).not.toContain('canary-Xk29fQ7pLw');
  });

  // Four minutes on two quiet cores: the figure is printed; a machine at half speed is not the gate's fault.
  test('took a few minutes and no more than 300 MiB', () => {
    console.log(`example: ${ran.seconds.toFixed(0)} s, ${ran.peakMiB.toFixed(0)} MiB`);
    expect(ran.seconds).toBeLessThan(480);
    expect(ran.peakMiB).toBeLessThan(300);
  });
});
