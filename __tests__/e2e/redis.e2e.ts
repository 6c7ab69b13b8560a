import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type Machines, threeMachines } from '../../bench/redis/machines.js';
import { type KindStand, standOn } from '../../bench/redis/stand.js';
import { nodeObjects } from '../../src/adapters/kubernetes/redis-objects.js';
import type { Evidence } from '../../src/domain/evidence.js';
import { behaviours, defaultRedisSpec, type RedisSpec } from '../../src/stages/redis/spec.js';
import { redisStage } from '../../src/stages/redis/stage.js';
import { clock, log } from '../integration/redis/local-ground.js';
import { patientSpec, stalled, unhurried } from '../integration/redis/patience.js';
import { beside, loseVolume } from './redis-faults.js';
import { valkeyImage } from './valkey-image.js';

const context = { signal: new AbortController().signal, own: async () => undefined };
const [older, newer] = ['redis:7', 'redis:8'] as const;
const valkey = valkeyImage(newer);
const testOfValkey = valkey === undefined ? test.skip : test;

/** Whoever reaches the client port reaches the bus in no way: the usual mistake of a policy for Redis Cluster. */
const clientPortOnly = (namespace: string) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'redis', namespace },
  spec: {
    podSelector: { matchLabels: { 'app.kubernetes.io/name': 'redis', 'app.kubernetes.io/component': 'redis' } },
    policyTypes: ['Ingress'],
    ingress: [{ ports: [{ protocol: 'TCP', port: 6379 }] }],
  },
});

async function run({ ground, hosting }: KindStand, more: Partial<RedisSpec>) {
  const found = async () => ({ ...ground, probe: { ...ground.probe, close: async () => undefined } });
  const { namespace, image } = hosting;
  const spec: RedisSpec = { ...patientSpec(defaultRedisSpec), namespace, image, ...more };
  return redisStage({ grounds: { create: found, find: found, exists: async () => true }, clock, log }).run(
    spec,
    context,
  );
}

/** All that can be done to one cluster; slots move last, with writes that are given the time they need. */
async function everything(stand: KindStand) {
  const first = await run(stand, { behaviours: behaviours.filter((one) => one !== 'scale') });
  const last = await run(stand, { behaviours: ['scale'], ...unhurried });
  const events = [...first.output.events, ...last.output.events];
  console.log(JSON.stringify({ image: stand.hosting.image, bringUp: first.output.bringUp, events }));
  return { evidence: [...first.evidence, ...last.evidence], events };
}

/** The same, and once more where the machine stood still. */
async function survived(stand: KindStand) {
  const seen = await everything(stand);
  return stalled(seen.evidence) ? everything(stand) : seen;
}

const failing = (evidence: readonly Evidence[]) =>
  evidence.filter(({ verdict }) => verdict === 'fail').map(({ observed }) => observed);

/**
 * What is right and wrong is asserted here; how long things took is printed, and judged by `npm run bench:redis`. One
 * after the other, on the same machines: twelve nodes are as much as two cores carry.
 */
describe('the redis stage on a kind cluster of three nodes', () => {
  let machines: Machines | undefined;
  let stand: KindStand | undefined;
  beforeAll(async () => {
    machines = await threeMachines([older, newer, 'node:24-slim', ...(valkey === undefined ? [] : [valkey.name])]);
  });
  afterEach(async () => {
    await stand?.close();
    stand = undefined;
  });
  afterAll(async () => {
    await machines?.close();
    valkey?.remove();
  });

  async function open(image: string): Promise<KindStand> {
    stand = await standOn(machines as Machines, image, `cluster-of-${image.replace(/[/:]/g, '-')}`);
    return stand;
  }

  function expectSound({ evidence, events }: Awaited<ReturnType<typeof everything>>) {
    const bad = evidence.filter(({ verdict }) => verdict !== 'pass').map(({ claim, observed }) => [claim, observed]);
    // The stand has no password, and that is found, in both runs.
    const open = ['no node answers without a password', expect.stringContaining('redis-0 lets')];
    expect(bad).toEqual([open, open]);
    const cut = events.find(({ behaviour }) => behaviour === 'partition');
    expect(cut?.load.lost.lost).toBeGreaterThan(0);
    expect(cut?.load.lostWaited.lost).toBe(0);
  }

  test(`${older} forms, agrees, and survives all that is done to it`, async () => {
    expectSound(await survived(await open(older)));
  });

  // What Redis is told by name, Valkey answers by another: roles, links and versions are read from both.
  testOfValkey(`Valkey does so too${valkey === undefined ? ' (there is none on this machine)' : ''}`, async () => {
    const { evidence, output } = await run(await open(valkey?.name ?? ''), {
      behaviours: ['planned-failover', 'kill', 'partition'],
    });
    console.log(JSON.stringify({ image: 'valkey', bringUp: output.bringUp, events: output.events }));
    const bad = evidence.filter(({ verdict }) => verdict !== 'pass').map(({ claim }) => claim);
    expect(bad).toEqual(['no node answers without a password']);
    const version = evidence.find(({ claim }) => claim.startsWith('all nodes run one server'));
    expect(version?.observed).toMatch(/^valkey \d+\.\d+\.\d+ on 12 nodes$/);
  });

  test(`${newer} does so too, after a policy that forgets its bus port was found`, async () => {
    const twelve = await open(newer);
    const { client, hosting } = twelve;
    await client.apply(clientPortOnly(hosting.namespace));
    const blocked = (await run(twelve, { behaviours: [] })).evidence;
    expect(failing(blocked)).toEqual([
      // A few of the 132 may get through before the policy is in force.
      expect.stringMatching(/1[0-3]\d of 264 connections failed: redis-\d+ does not reach redis-\d+ on port 16379/),
    ]);
    // Nothing was formed, and so nothing else can be said.
    expect(blocked).toHaveLength(2);
    const policy = nodeObjects(hosting).find(({ kind }) => kind === 'NetworkPolicy');
    if (policy !== undefined) await client.apply(policy);
    expectSound(await survived(twelve));
    const verify = async (timeoutSeconds: number) =>
      failing((await run(twelve, { mode: 'verify', behaviours: [], timeoutSeconds })).evidence).join('\n');
    const { primary, replica, machine } = await beside(twelve);
    // The replicas that changed places have to be in sync before anything else is looked at.
    expect(await verify(90)).toContain(`${replica} runs beside its primary ${primary} on ${machine}`);
    await loseVolume(twelve, 'redis-11');
    expect(await verify(10)).toMatch(/redis-11 knows no owner of slots 0-16383/);
  });
});
