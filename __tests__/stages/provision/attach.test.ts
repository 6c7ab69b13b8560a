import { describe, expect, test } from '@jest/globals';
import { verdictOf } from '../../../src/domain/stage.js';
import type { Cluster } from '../../../src/ports/cluster-provider.js';
import { attachStage } from '../../../src/stages/provision/attach.js';
import { FakeClock } from '../../fakes/clock.js';
import { fakeHttpProbe, type Statuses } from '../../fakes/http-probe.js';
import { FakeLog } from '../../fakes/log.js';
import { FakePlatform, type PlatformScript } from '../../fakes/platform.js';

const cluster: Cluster = { name: 'staging', kubeconfig: '/k', ingress: 'http://10.0.0.1', nodes: [], ephemeral: false };

async function attach(script: PlatformScript = {}, http?: Statuses) {
  const usable: string[] = [];
  const platform = new FakePlatform(script);
  const stage = attachStage({
    platform: async () => platform,
    http: fakeHttpProbe(http),
    clock: new FakeClock(),
    log: new FakeLog(),
    onUsable: ({ name }) => void usable.push(name),
  });
  const owned: unknown[] = [];
  const context = { signal: new AbortController().signal, own: async (one: unknown) => void owned.push(one) };
  const run = stage.run({ cluster, timeoutSeconds: 30 }, context);
  return { run, platform, usable, owned };
}

describe('an existing cluster', () => {
  test('is taken as it is: nothing is installed or owned, everything is proven', async () => {
    const { run, platform, usable, owned } = await attach();
    const { evidence, output } = await run;
    expect(verdictOf(evidence)).toBe('pass');
    expect(evidence).toHaveLength(5);
    expect(output).toBe(cluster);
    expect([platform.installed, owned, usable]).toEqual([[], [], ['staging']]);
  });

  test('may answer an unrouted host by a default backend', async () => {
    const { evidence } = await (await attach({}, () => 200)).run;
    expect(evidence.at(-1)?.observed).toBe('200 for a host that is routed nowhere');
  });

  test.each<[string, PlatformScript, Statuses | undefined, string]>([
    ['lists no node', { nodes: [[]] }, undefined, 'CLUSTER_NOT_READY'],
    ['has no metrics', { usage: [{ usage: undefined }] }, undefined, 'ADDON_NOT_READY'],
    ['has an ingress that does not answer', {}, () => 'none', 'ADDON_NOT_READY'],
  ])('is not usable when it %s', async (_, script, http, code) => {
    const { run, usable } = await attach(script, http);
    await expect(run).rejects.toMatchObject({ code });
    expect(usable).toEqual([]);
  });
});
