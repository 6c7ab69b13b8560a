import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isLoadData, type LoadData, type LoadPoint } from '../../src/domain/report-data.js';
import { type Finished, startGate } from './gate.js';
import { type StandingCluster, standingCluster } from './standing-cluster.js';

interface Scene {
  readonly cluster: StandingCluster;
  readonly namespace: string;
  readonly pid: number;
  kill(signal: NodeJS.Signals): void;
}

interface Lie {
  readonly name: string;
  readonly flags?: readonly string[];
  /** What is done as soon as the output says this. What it gives was seen of its effect, from outside of the gate. */
  readonly when?: RegExp;
  readonly act?: (scene: Scene) => string | Promise<string>;
  /** What the report has of the effect, which only a lie that was told has; empty where it has nothing. */
  readonly effect: (ran: Finished) => string;
  readonly undo?: (cluster: StandingCluster) => void;
  /** The claim that has to say so, and how. */
  readonly claim: string;
  readonly verdict: 'fail' | 'inconclusive';
}

/** A fixed rate lasts, whatever becomes of the autoscaler: there is time for what is done midway, on every machine. */
const fixedRate = ['--load-profile', 'fixed', '--load-rate', '450', '--load-duration', '75s'];
const shortRate = ['--load-profile', 'fixed', '--load-rate', '100', '--load-duration', '20s'];
const loaded = /requests a second, to take 1 replica to 4/;
const inLoad = (ran: Finished): readonly LoadPoint[] =>
  (dataOf(ran)?.points ?? []).filter(({ rate }) => (rate ?? 0) > 0);
const dataOf = ({ report }: Finished): LoadData | undefined => {
  const data = report?.stages.find(({ stage }) => stage === 'load')?.data;
  return isLoadData(data) ? data : undefined;
};
const loadOf = ({ report }: Finished) => report?.stages.find(({ stage }) => stage === 'load');

/** What the generator was answered with, as the claim tells it. */
function answers(ran: Finished, expected: RegExp): string {
  const observed = loadOf(ran)?.evidence.find(({ claim }) => claim.startsWith('the load was sent'))?.observed ?? '';
  return expected.test(observed) && !/× 200/.test(observed) ? observed : '';
}

/** What was seen of a service beside its baseline. */
function beside(ran: Finished): string {
  const observed = loadOf(ran)?.evidence.find(({ claim }) => claim.startsWith('the median latency'))?.observed;
  return observed === undefined ? '' : `beside the baseline: ${observed}`;
}

function replicas({ kubectl }: StandingCluster, namespace: string): number {
  return Number(kubectl('-n', namespace, 'get', 'deployment/podinfo', '--output', 'jsonpath={.spec.replicas}'));
}

/** Each answer waits for 10 to 29 ms. */
const delayed =
  'command: [./podinfo, --random-delay, --random-delay-unit=ms, --random-delay-min=10, --random-delay-max=30]';

function metricsServer(wanted: number, { kubectl }: StandingCluster): void {
  kubectl('-n', 'kube-system', 'scale', 'deployment/metrics-server', `--replicas=${wanted}`);
  kubectl('-n', 'kube-system', 'rollout', 'status', 'deployment/metrics-server', '--timeout=120s');
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function isStopped(pid: number): boolean {
  try {
    return /^\d+ \(.*\) T/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** A process that gets the processor for less than half of the time, as on a machine that is too small. */
async function starve({ kill, pid }: Scene): Promise<string> {
  let stopped = 0;
  for (let turn = 0; turn < 60; turn++) {
    kill(turn % 2 === 0 ? 'SIGSTOP' : 'SIGCONT');
    await pause(turn % 2 === 0 ? 600 : 400);
    if (turn % 2 === 0 && isStopped(pid)) stopped++;
  }
  kill('SIGCONT');
  return stopped >= 10 ? `stopped ${stopped} times for 600 ms` : '';
}

/** Waits until the autoscaler has begun its work, so that it is broken off in the middle of it. */
async function midway({ cluster, namespace }: Scene): Promise<number> {
  const end = Date.now() + 45_000;
  while (replicas(cluster, namespace) <= 1 && Date.now() < end) await pause(1000);
  return replicas(cluster, namespace);
}

async function deleteAutoscaler(scene: Scene): Promise<string> {
  const { cluster, namespace } = scene;
  const size = await midway(scene);
  cluster.kubectl('-n', namespace, 'delete', 'hpa', 'podinfo', '--wait=true');
  const left = cluster.kubectl('-n', namespace, 'get', 'hpa', '--output', 'name').trim();
  return left === '' && size > 1 ? `deleted at ${size} replicas` : '';
}

async function scaleByHand(scene: Scene): Promise<string> {
  const { cluster, namespace } = scene;
  await pause(5000);
  const before = replicas(cluster, namespace);
  const wanted = before === 4 ? 2 : 4;
  cluster.kubectl('-n', namespace, 'scale', 'deployment/podinfo', `--replicas=${wanted}`);
  return replicas(cluster, namespace) === wanted ? `${before} → ${wanted} by kubectl` : '';
}

function withoutMetrics(cluster: StandingCluster): string {
  metricsServer(0, cluster);
  try {
    cluster.kubectl('get', '--raw', '/apis/metrics.k8s.io/v1beta1/pods');
    return '';
  } catch {
    return 'the metrics API does not answer';
  }
}

const lies: readonly Lie[] = [
  {
    name: 'there is no traffic: it goes to a host that nothing serves',
    flags: ['--load-host', 'nowhere.example'],
    effect: (ran) => answers(ran, /× 404/),
    claim: 'the load was sent',
    verdict: 'fail',
  },
  {
    name: 'the application answers 500 at once',
    flags: ['--load-path', '/status/500', '--load-method', 'GET', '--load-body', ''],
    effect: (ran) => answers(ran, /× 500/),
    claim: 'the load was sent',
    verdict: 'fail',
  },
  {
    name: 'the generator is saturated',
    when: loaded,
    act: starve,
    effect: (ran) =>
      /late|never sent|of its core/.exec(
        loadOf(ran)?.evidence.find(({ claim }) => claim.startsWith('the generator sent'))?.observed ?? '',
      )?.input ?? '',
    claim: 'the generator sent',
    verdict: 'inconclusive',
  },
  {
    name: 'the HPA is deleted midway',
    flags: fixedRate,
    when: loaded,
    act: deleteAutoscaler,
    effect(ran) {
      const points = inLoad(ran);
      const [before, after] = [true, false].map(
        (there) => points.filter(({ desiredReplicas }) => (desiredReplicas !== null) === there).length,
      ) as [number, number];
      return before >= 3 && after >= 3 ? `${before} s of load with it, ${after} s without it` : '';
    },
    claim: 'the autoscaler stayed what it was',
    verdict: 'inconclusive',
  },
  {
    name: 'somebody scales by hand',
    flags: fixedRate,
    when: loaded,
    act: scaleByHand,
    effect: (ran) => {
      const sizes = new Set(inLoad(ran).map(({ readyReplicas }) => readyReplicas));
      return sizes.size > 1 ? `${[...sizes].join(', ')} replicas ready under load` : '';
    },
    claim: 'every change of size was made by the autoscaler',
    verdict: 'inconclusive',
  },
  {
    name: 'the load stops early',
    flags: ['--load-profile', 'fixed', '--load-rate', '100', '--load-duration', '75s', '--load-timeout', '60s'],
    effect: (ran) => {
      const [sent, ended] = [inLoad(ran).length, dataOf(ran)?.phases.at(-1)?.name];
      return sent > 10 && sent < 75 && ended === 'steady' ? `${sent} of 75 s of load, ended in ${ended}` : '';
    },
    claim: 'the load was sent to its end',
    verdict: 'inconclusive',
  },
  {
    name: 'it is slower than its baseline, and keeps its thresholds',
    flags: [...shortRate, '--manifests', 'slow', '--load-baseline', 'base'],
    effect: (ran) => beside(ran),
    claim: 'the median latency is not more than',
    verdict: 'fail',
  },
  {
    name: 'metrics-server is absent',
    when: /▸ load/,
    act: ({ cluster }) => withoutMetrics(cluster),
    effect: (ran) => (ran.report?.reason.includes('metrics') ? ran.report.reason : ''),
    undo: (cluster) => metricsServer(1, cluster),
    claim: '',
    verdict: 'inconclusive',
  },
];

describe('on a real cluster, never promoted is', () => {
  let cluster: StandingCluster;
  let folder = '';

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'sg-lies-'));
    cpSync('examples/podinfo/k8s', path.join(folder, 'k8s'), { recursive: true });
    const scaling = readFileSync('examples/podinfo/k8s/scaling.yaml', 'utf8').trimEnd();
    writeFileSync(
      path.join(folder, 'k8s', 'scaling.yaml'),
      `${scaling}\n  behavior: { scaleDown: { stabilizationWindowSeconds: 17 } }\n`,
    );
    const config = readFileSync('examples/podinfo/scale-gate.yml', 'utf8').trimEnd();
    writeFileSync(path.join(folder, 'scale-gate.yml'), `${config}\n  idle: 5s\n`);
    for (const place of ['slow', 'base/slow'])
      cpSync(path.join(folder, 'k8s'), path.join(folder, place), { recursive: true });
    const workload = readFileSync(path.join(folder, 'slow', 'deployment.yaml'), 'utf8');
    writeFileSync(
      path.join(folder, 'slow', 'deployment.yaml'),
      workload.replace(/^( +)(image: .*)$/m, `$1$2\n$1${delayed}`),
    );
    cluster = await standingCluster(folder);
  }, 300_000);

  afterAll(() => {
    cluster?.remove();
    rmSync(folder, { recursive: true, force: true });
  }, 120_000);

  let runs = 0;

  /** One run in a namespace of its own: that of the run before may still be on its way out. */
  async function run({ flags = [], when, act }: Partial<Lie>): Promise<Finished & { readonly acted: string }> {
    const namespace = `lie-${++runs}`;
    const running = startGate(['run', folder, ...cluster.flags, '--namespace', namespace, ...flags]);
    const { kill, pid, finished, seen, state } = running;
    let acted = act === undefined ? 'by its flags' : '';
    if (when !== undefined && act !== undefined) {
      const inTime = await Promise.race([seen(when).then(() => true), finished.then(() => false)]);
      if (inTime) acted = await act({ cluster, namespace, pid, kill });
    }
    const ended = await finished;
    rmSync(state, { recursive: true, force: true });
    return { ...ended, acted };
  }

  const told = (ran: Finished): string =>
    (loadOf(ran)?.evidence ?? [])
      .filter(({ verdict }) => verdict !== 'pass')
      .map(({ claim, verdict, observed }) => `  ${verdict}: ${claim}: ${observed}`)
      .join('\n');

  test.each(lies)('$name', async (lie) => {
    const ran = await run(lie).finally(() => lie.undo?.(cluster));
    const effect = lie.effect(ran);
    if (ran.report === undefined) console.log(`no report, exit code ${ran.code}:\n${ran.output.slice(-2000)}`);
    console.log(
      `${lie.name}: ${ran.seconds.toFixed(0)} s, ${ran.report?.decision}: ${ran.report?.reason}\n  effect: ${ran.acted}; ${effect}\n${told(ran)}`,
    );
    // A lie that nobody told proves nothing: this test fails, and not the gate.
    expect({ lie: lie.name, tookEffect: ran.acted !== '' && effect !== '' }).toEqual({
      lie: lie.name,
      tookEffect: true,
    });
    expect([1, 2]).toContain(ran.code);
    expect(['reject', 'inconclusive']).toContain(ran.report?.decision);
    const about = loadOf(ran)?.evidence.filter(({ claim }) => claim.includes(lie.claim)) ?? [];
    expect(about.map(({ verdict }) => verdict)).toContain(lie.verdict);
  });

  test('and the same run without a lie is not rejected', async () => {
    const ran = await run({});
    console.log(`no lie: ${ran.seconds.toFixed(0)} s, ${ran.report?.decision}: ${ran.report?.reason}\n${told(ran)}`);
    expect(loadOf(ran)?.verdict).not.toBe('fail');
  });

  test('and beside a baseline that is the same it is not slower', async () => {
    const image = 'ghcr.io/stefanprodan/podinfo:6.9.2';
    const ran = await run({ flags: [...shortRate, '--load-baseline-images', `${image}=${image}`] });
    const load = loadOf(ran);
    console.log(
      `the same: ${ran.seconds.toFixed(0)} s, ${ran.report?.decision}: ${ran.report?.reason}\n  ${beside(ran)}\n${(load?.evidence ?? []).map(({ verdict, claim, observed }) => `  ${verdict}: ${claim}: ${observed}`).join('\n')}`,
    );
    expect(beside(ran)).not.toBe('');
    expect(
      load?.evidence.filter(({ claim }) => claim.includes('baseline')).map(({ verdict }) => verdict),
    ).not.toContain('fail');
  });
});
