import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Finished, startGate } from './gate.js';
import { type StandingCluster, standingCluster } from './standing-cluster.js';

interface Scene {
  readonly cluster: StandingCluster;
  readonly namespace: string;
  kill(signal: NodeJS.Signals): void;
}

interface Lie {
  readonly name: string;
  readonly flags?: readonly string[];
  /** What is done as soon as the output says this. */
  readonly when?: RegExp;
  readonly act?: (scene: Scene) => void | Promise<void>;
  readonly undo?: (cluster: StandingCluster) => void;
  /** The claim that has to say so, and how. */
  readonly claim: string;
  readonly verdict: 'fail' | 'inconclusive';
}

/** Without calibration the moment is the same on every machine. */
const givenRate = ['--load-rate', '250'];
const loaded = /requests a second, to take 1 replicas to 4/;
function metricsServer(replicas: number, { kubectl }: StandingCluster): void {
  kubectl('-n', 'kube-system', 'scale', 'deployment/metrics-server', `--replicas=${replicas}`);
  kubectl('-n', 'kube-system', 'rollout', 'status', 'deployment/metrics-server', '--timeout=120s');
}

/** A process that gets the processor for less than half of the time, as on a machine that is too small. */
async function starve(kill: (signal: NodeJS.Signals) => void): Promise<void> {
  for (let turn = 0; turn < 60; turn++) {
    kill(turn % 2 === 0 ? 'SIGSTOP' : 'SIGCONT');
    await new Promise((resolve) => setTimeout(resolve, turn % 2 === 0 ? 600 : 400));
  }
  kill('SIGCONT');
}

const lies: readonly Lie[] = [
  {
    name: 'there is no traffic: it goes to a host that nothing serves',
    flags: ['--load-host', 'nowhere.example'],
    claim: 'the load was sent',
    verdict: 'fail',
  },
  {
    name: 'the application answers 500 at once',
    flags: ['--load-path', '/status/500', '--load-method', 'GET', '--load-body', ''],
    claim: 'the load was sent',
    verdict: 'fail',
  },
  {
    name: 'the generator is saturated',
    when: loaded,
    act: ({ kill }) => starve(kill),
    claim: 'the generator sent',
    verdict: 'inconclusive',
  },
  {
    name: 'the HPA is deleted midway',
    flags: givenRate,
    when: loaded,
    act: ({ cluster, namespace }) => void cluster.kubectl('-n', namespace, 'delete', 'hpa', 'podinfo'),
    claim: 'the autoscaler stayed what it was',
    verdict: 'inconclusive',
  },
  {
    name: 'somebody scales by hand',
    flags: givenRate,
    when: loaded,
    act: ({ cluster, namespace }) =>
      void cluster.kubectl('-n', namespace, 'scale', 'deployment/podinfo', '--replicas=4'),
    claim: 'every change of size was made by the autoscaler',
    verdict: 'inconclusive',
  },
  {
    name: 'the load stops early',
    flags: ['--load-timeout', '45s'],
    claim: '',
    verdict: 'inconclusive',
  },
  {
    name: 'metrics-server is absent',
    when: /▸ load/,
    act: ({ cluster }) => metricsServer(0, cluster),
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
      `${scaling}\n  behavior: { scaleDown: { stabilizationWindowSeconds: 15 } }\n`,
    );
    const config = readFileSync('examples/podinfo/scale-gate.yml', 'utf8').trimEnd();
    writeFileSync(path.join(folder, 'scale-gate.yml'), `${config}\n  idle: 5s\n`);
    cluster = await standingCluster(folder);
  }, 300_000);

  afterAll(() => {
    cluster?.remove();
    rmSync(folder, { recursive: true, force: true });
  }, 120_000);

  let runs = 0;

  /** One run in a namespace of its own: that of the run before may still be on its way out. */
  async function run({ flags = [], when, act }: Partial<Lie>): Promise<Finished> {
    const namespace = `lie-${++runs}`;
    const running = startGate(['run', folder, ...cluster.flags, '--namespace', namespace, ...flags]);
    const { kill, finished, seen, state } = running;
    if (when !== undefined && act !== undefined) {
      const inTime = await Promise.race([seen(when).then(() => true), finished.then(() => false)]);
      if (inTime) await act({ cluster, namespace, kill });
    }
    const ended = await finished;
    rmSync(state, { recursive: true, force: true });
    return ended;
  }

  const loadOf = ({ report }: Finished) => report?.stages.find(({ stage }) => stage === 'load');
  const told = (ran: Finished): string =>
    (loadOf(ran)?.evidence ?? [])
      .filter(({ verdict }) => verdict !== 'pass')
      .map(({ claim, verdict, observed }) => `  ${verdict}: ${claim}: ${observed}`)
      .join('\n');

  test.each(lies)('$name', async (lie) => {
    const ran = await run(lie).finally(() => lie.undo?.(cluster));
    console.log(
      `${lie.name}: ${ran.seconds.toFixed(0)} s, ${ran.report?.decision}: ${ran.report?.reason}\n${told(ran)}`,
    );
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
});
