import type { Evidence, Note } from '../../domain/evidence.js';
import type { Stage, StageContext, StageResult } from '../../domain/stage.js';
import type { Clock } from '../../ports/clock.js';
import type { Log } from '../../ports/log.js';
import type { RedisGround, RedisGrounds, RedisHosting } from '../../ports/redis-probe.js';
import { waitFor } from '../wait.js';
import { awaitNodes } from './arrival.js';
import { act } from './behaviours.js';
import { type BringUp, bringUp } from './bring-up.js';
import { adviceFrom, clientReport } from './client-report.js';
import type { EventRecord } from './event.js';
import { evidenceOf, type Judgement } from './finding.js';
import { preflight } from './preflight.js';
import { writeAndRead } from './shard-traffic.js';
import { behaviours, type RedisSpec, topologyOf } from './spec.js';
import { type Surroundings, surroundings } from './surroundings.js';
import { describeTopology, nodesTotal } from './topology.js';
import { openWorkbench, settleBench, type Workbench } from './workbench.js';

export interface RedisPorts {
  readonly grounds: RedisGrounds;
  readonly clock: Clock;
  readonly log: Log;
}

/** What the stage found out, for reports, outputs and whoever uses the cluster next. */
export interface RedisOutput {
  /** `3 shards × (1 primary + 3 replicas) = 12 nodes`. */
  readonly topology: string;
  readonly nodesTotal: number;
  /** Seed for cluster clients: `redis.shop:6379`. */
  readonly seed: string;
  readonly image: string;
  readonly probe: string;
  /** How it came up; its judgements are among `judgements`. */
  readonly bringUp?: Omit<BringUp, 'judgements'>;
  readonly judgements: readonly Judgement[];
  readonly events: readonly EventRecord[];
}

/** Brings up, or takes, a Redis Cluster, and verifies it from every node's own view and by what it does. */
export function redisStage(ports: RedisPorts): Stage<RedisSpec, RedisOutput> {
  return { name: 'redis', plan, run: (spec, context) => run(ports, spec, context) };
}

function plan(spec: RedisSpec): readonly string[] {
  if (spec.mode === 'off') return ['nothing: no Redis Cluster is asked for'];
  const topology = describeTopology(topologyOf(spec));
  const where = `${spec.namespace}/${spec.name}`;
  return [
    spec.mode === 'create'
      ? `bring up ${topology} as ${where} from ${spec.image}`
      : `take ${topology} at ${where} as it is`,
    ...(spec.mode === 'create' ? ['form the cluster by direct commands, placing no replica beside its primary'] : []),
    `verify from every node's own view, held for ${spec.holdSeconds} s`,
    'write and read a session through each shard',
    ...spec.behaviours.map((behaviour) => `measure ${behaviour}`),
  ];
}

async function run(ports: RedisPorts, spec: RedisSpec, context: StageContext): Promise<StageResult<RedisOutput>> {
  if (spec.mode === 'off') return { evidence: [], output: outputOf(spec, 'nowhere', [], []) };
  ports.log.info(`topology: ${describeTopology(topologyOf(spec))}`);
  const hosting = hostingOf(spec);
  const ground = await (spec.mode === 'create'
    ? ports.grounds.create(hosting, context.signal)
    : awaited(ports, hosting, spec, context));
  try {
    return await verify(openWorkbench(spec, ground, ports.clock, ports.log, context));
  } finally {
    await ground.probe.close();
  }
}

/** Nodes that the service's own manifests bring are applied beside this stage: they are waited for, not missed. */
async function awaited(
  { grounds, clock, log }: RedisPorts,
  hosting: RedisHosting,
  { timeoutSeconds }: RedisSpec,
  { signal }: StageContext,
): Promise<RedisGround> {
  await waitFor(
    {
      what: `the nodes of ${hosting.namespace}/${hosting.name} are there`,
      deadlineMs: timeoutSeconds * 1000,
      intervalMs: 500,
      observe: async (look) =>
        (await grounds.exists(hosting, look))
          ? { done: true, state: true }
          : { done: false, seen: 'no such nodes yet' },
    },
    { clock, log, signal },
  );
  // Where nothing came, this says what is missing.
  return grounds.find(hosting, signal);
}

async function verify(bench: Workbench): Promise<StageResult<RedisOutput>> {
  const { spec, ground, clock } = bench;
  const judgements: Judgement[] = [];
  const events: EventRecord[] = [];
  let up: BringUp | undefined;
  let around: Surroundings = { judgements: [], notes: [] };
  const conclude = (): StageResult<RedisOutput> => ({
    evidence: judgements.map((judgement) => asEvidence(judgement, ground.probe.where, clock)),
    notes: [...notesOf(up, events), ...around.notes, ...clientReport(spec, events).notes, ...adviceFrom(events)],
    output: {
      ...outputOf(spec, ground.probe.where, judgements, events),
      ...(up === undefined ? {} : { bringUp: withoutJudgements(up) }),
    },
  });

  judgements.push(await awaitNodes(bench));
  if (judgements.some(({ verdict }) => verdict !== 'pass')) return conclude();
  judgements.push(...(await preflight(bench)));
  // What cannot be formed is not formed; a cluster that exists is looked at all the same.
  if (bench.spec.mode === 'create' && judgements.some(({ verdict }) => verdict === 'fail')) return conclude();
  up = await bringUp(bench);
  judgements.push(...up.judgements);
  if (up.judgements.some(({ verdict }) => verdict !== 'pass')) {
    judgements.push(...(await faultsAround(bench, up)));
    return conclude();
  }
  around = await surroundings(bench);
  judgements.push(...around.judgements);
  judgements.push(await writeAndRead(bench));
  for (const behaviour of behaviours.filter((one) => spec.behaviours.includes(one))) {
    bench.log.info(`behaviour: ${behaviour}`);
    const conclusion = await act(bench, behaviour);
    for (const { verdict, claim, observed } of conclusion.judgements)
      bench.log.info(`${verdict}: ${claim}: ${observed}`);
    judgements.push(...conclusion.judgements);
    events.push(...conclusion.events);
  }
  judgements.push(...clientReport(spec, events).judgements);
  if (spec.behaviours.length > 0) judgements.push(...(await stillSound(bench)));
  return conclude();
}

/** Where the structure is broken its other faults are told with it; what is in order there would prove nothing. */
async function faultsAround(bench: Workbench, up: BringUp): Promise<readonly Judgement[]> {
  if (!up.judgements.some(({ verdict }) => verdict === 'fail')) return [];
  const { judgements } = await surroundings(bench);
  return judgements.filter(({ verdict }) => verdict === 'fail');
}

function withoutJudgements({ judgements: _, ...rest }: BringUp): Omit<BringUp, 'judgements'> {
  return rest;
}

/** After everything that was done: the same properties once more, so that nothing is left broken unsaid. */
async function stillSound(bench: Workbench): Promise<readonly Judgement[]> {
  const settled = await settleBench(bench, 500, bench.spec.timeoutSeconds * 1000);
  return settled.judgements.map((judgement) => ({
    ...judgement,
    check: `${judgement.check}-at-the-end`,
    claim: `at the end, ${judgement.claim}`,
  }));
}

function asEvidence(judgement: Judgement, where: string, clock: Clock): Evidence {
  return evidenceOf(judgement, `every node, asked by ${where}`, new Date(clock.now()).toISOString());
}

function notesOf(up: BringUp | undefined, events: readonly EventRecord[]): readonly Note[] {
  const measured = events.map(({ behaviour, target, promoteMs, load }) => ({
    kind: 'measured' as const,
    text: `${behaviour} of ${target}: promoted after ${promoteMs ?? '?'} ms, ${load.plain.failed} of ${load.plain.sent} raw and ${load.app.failed} of ${load.app.sent} application writes failed, ${load.lost.lost} acknowledged lost`,
  }));
  return [...(up === undefined ? [] : [{ kind: 'measured' as const, text: up.summary }]), ...measured];
}

function hostingOf(spec: RedisSpec): RedisHosting {
  const { namespace, name, image, probeImage, auth, tls, storage, memory, maxmemory, requireFullCoverage } = spec;
  return {
    namespace,
    name,
    image,
    probeImage,
    nodes: nodesTotal(topologyOf(spec)),
    auth,
    tls,
    storage,
    memory,
    maxmemory,
    maxmemoryPolicy: spec.maxmemoryPolicy ?? 'noeviction',
    nodeTimeout: spec.nodeTimeoutMs,
    requireFullCoverage,
  };
}

function outputOf(
  spec: RedisSpec,
  probe: string,
  judgements: readonly Judgement[],
  events: readonly EventRecord[],
): RedisOutput {
  const topology = topologyOf(spec);
  return {
    topology: describeTopology(topology),
    nodesTotal: nodesTotal(topology),
    seed: `${spec.name}.${spec.namespace}:6379`,
    image: spec.image,
    probe,
    judgements,
    events,
  };
}
