import { describe, expect, test } from '@jest/globals';
import { loadsFor, loadsOnlyFor } from '../../../src/autoscaler/acceptance.js';
import type { CpuTarget } from '../../../src/autoscaler/cpu-target.js';
import type { ClusterRoom } from '../../../src/ports/autoscaler-observer.js';
import { bearableRate, loadFor, obstacle } from '../../../src/stages/load/aim.js';

const cpu: CpuTarget = {
  min: 1,
  max: 4,
  tolerances: { up: 0.1, down: 0.1 },
  target: { kind: 'utilization', percent: 50, requestMilli: 100 },
  limitMilli: 400,
};
const pod = { cpuMilli: 100, memoryMilli: 1000 };
const node = { name: 'a', freeCpuMilli: 1000, freeMemoryMilli: 10_000, freePods: 9 };
const noQuota = { pods: null, cpuRequestMilli: null, memoryRequestMilli: null };
const room = (nodes: Partial<typeof node>[] = [{}], quota: Partial<ClusterRoom['quota']> = {}): ClusterRoom => ({
  nodes: nodes.map((one) => ({ ...node, ...one })),
  quota: { ...noQuota, ...quota },
});

describe('what stands in the way of a size', () => {
  const bounds = { min: 1, max: 4 };
  const why = (
    sizes: { from: number; to: number },
    given: ClusterRoom = room(),
    target: CpuTarget | null = cpu,
    request = pod,
  ) => {
    const found = obstacle(target, bounds, sizes, request, given);
    return found === null ? null : `${'fault' in found ? found.fault : ''}: ${found.why}`;
  };

  test.each<[string, Parameters<typeof why>, string | null]>([
    ['nothing', [{ from: 1, to: 4 }], null],
    ['more than the maximum', [{ from: 1, to: 5 }], 'workload: 5 replicas are more than maxReplicas 4'],
    ['nothing above', [{ from: 4, to: 4 }], 'workload: maxReplicas 4 leaves nothing above 4: it can never scale'],
    ['no CPU target', [{ from: 1, to: 4 }, room(), null], null],
    ['as many nodes as needed', [{ from: 1, to: 4 }, room([{ freePods: 1 }, { freePods: 2 }])], null],
    [
      'a node that is full of pods',
      [{ from: 1, to: 4 }, room([{ freePods: 2 }])],
      'cluster: 3 more pods of 100m CPU are needed; the nodes have room for 2',
    ],
    [
      'a node short of CPU',
      [{ from: 3, to: 4 }, room([{ freeCpuMilli: 99 }])],
      'cluster: 1 more pod of 100m CPU is needed; the nodes have room for 0',
    ],
    ['a node with just enough CPU', [{ from: 3, to: 4 }, room([{ freeCpuMilli: 100 }])], null],
    [
      'a node short of memory',
      [{ from: 1, to: 4 }, room([{ freeMemoryMilli: 2999 }])],
      'cluster: 3 more pods of 100m CPU are needed; the nodes have room for 2',
    ],
    ['a node that owes', [{ from: 3, to: 4 }, room([{ freeCpuMilli: -500 }, { freePods: 1 }])], null],
    [
      'pods that request nothing',
      [{ from: 1, to: 4 }, room([{ freeCpuMilli: 0, freeMemoryMilli: 0 }]), cpu, { cpuMilli: 0, memoryMilli: 0 }],
      null,
    ],
    [
      'a quota that is just enough',
      [{ from: 1, to: 4 }, room([{}], { pods: 3, cpuRequestMilli: 300, memoryRequestMilli: 3000 })],
      null,
    ],
    [
      'a quota of pods',
      [{ from: 1, to: 4 }, room([{}], { pods: 2 })],
      "cluster: 3 more pods need 3 of the quota's pods, which has 2 left",
    ],
    [
      'a quota of CPU',
      [{ from: 1, to: 4 }, room([{}], { cpuRequestMilli: 299 })],
      "cluster: 3 more pods need 300m of the quota's requests.cpu, which has 299m left",
    ],
    [
      'a quota of memory',
      [{ from: 3, to: 4 }, room([{}], { memoryRequestMilli: 999 })],
      "cluster: 1 more pod needs 1000 milli-bytes of the quota's requests.memory, which has 999 milli-bytes left",
    ],
  ])('%s', (_, given, said) => expect(why(...given)).toBe(said));

  test('a target above what a pod may use is the workload’s', () => {
    expect(why({ from: 1, to: 4 }, room(), { ...cpu, limitMilli: 40 })).toMatch(/^workload: /);
  });
});

describe('the load for a size', () => {
  test('is the middle of what rests there and nowhere else', () => {
    const only = loadsOnlyFor(cpu, 2, 3);
    expect(loadFor(cpu, 2, 3)).toBe(((only?.lowMilli ?? 0) + (only?.highMilli ?? 0)) / 2);
  });

  test('is half as much again as the least at the maximum, which has no upper end', () => {
    const { lowMilli, highMilli } = loadsOnlyFor(cpu, 4, 3) ?? loadsFor(cpu, 4, 3) ?? { lowMilli: 0, highMilli: 0 };
    expect(highMilli).toBe(Number.POSITIVE_INFINITY);
    expect(loadFor(cpu, 4, 3)).toBe(1.5 * lowMilli);
  });

  test('is none for a size that there is not', () => expect(loadFor(cpu, 9, 3)).toBeNull());
});

describe('what pods bear until more are there', () => {
  const cost = { costHigh: 2, idleMilli: 20 };

  test.each<[string, Partial<CpuTarget>, number, number]>([
    ['four fifths of the limit', {}, 1, 150],
    ['of each', {}, 3, 450],
    ['without a limit anything', { limitMilli: null }, 1, Number.POSITIVE_INFINITY],
    ['what makes it scale, near the target', { limitMilli: 60 }, 1, (1.25 * 1.1 * 50 - 20) / 2],
    ['by an average', { limitMilli: 60, target: { kind: 'average', milli: 80 } }, 1, (1.25 * 1.1 * 80 - 20) / 2],
    ['nothing below rest', { limitMilli: 1, target: { kind: 'average', milli: 1 } }, 1, 0],
  ])('is %s', (_, more, ready, rate) => expect(bearableRate({ ...cpu, ...more }, ready, cost)).toBeCloseTo(rate, 9));
});
