import path from 'node:path';
import { type ClockSettings, productionClocks } from '../autoscaler/clocks.js';
import { defaultSetup } from '../autoscaler/hpa.js';
import { GateError, invalidInput } from '../domain/error.js';
import type { AutoscalerFacts, ServiceFacts } from '../manifests/service-facts.js';
import type { Cluster } from '../ports/cluster-provider.js';
import type { LoadPlan, Scenario } from '../ports/load-generator.js';
import type { LoadSpec } from '../stages/load/spec.js';
import { parseBehaviours } from '../stages/redis/behaviour-words.js';
import { defaultRedisSpec, type RedisBudgets, type RedisSpec } from '../stages/redis/spec.js';
import type { GateSpec } from './inputs/spec.js';

/** More requests in flight than this, and the generator measures its own queue. */
const maxInFlight = 2000;

export function redisSpec({ redis }: GateSpec, namespace: string): RedisSpec {
  const { mode, shards, replicasPerShard, image, name, authSecret, authKey, storage, probeImage, timeoutSeconds } =
    redis;
  return {
    ...defaultRedisSpec,
    mode,
    shards,
    replicasPerShard,
    namespace,
    name,
    image,
    probeImage,
    auth: authSecret === undefined ? undefined : { secret: authSecret, key: authKey },
    storage,
    timeoutSeconds,
    // A cluster that is taken as it is changes in nothing unless that is asked for.
    behaviours: parseBehaviours(redis.behaviour ?? (mode === 'create' ? 'quick' : 'none')),
    appOptions: clientOptions(redis.clientOptions),
    // What nobody declared is a finding in a cluster that is taken as it is; ours gets the default.
    maxmemoryPolicy: redis.maxmemoryPolicy ?? (mode === 'create' ? defaultRedisSpec.maxmemoryPolicy : undefined),
    requireFullCoverage: redis.requireFullCoverage,
    nodeTimeoutMs: redis.nodeTimeoutMs,
    tls: redis.tlsSecret,
    budgets: redisBudgets(redis),
  };
}

function redisBudgets(redis: GateSpec['redis']): RedisBudgets {
  return {
    maxPlannedFailoverMs: redis.maxPlannedFailoverMs,
    maxFailoverMs: redis.maxFailoverMs,
    maxLostAcks: redis.maxLostAcks,
    maxLostWaitedAcks: redis.maxLostWaitedAcks,
    maxPartitionLostAcks: redis.maxPartitionLostAcks,
    maxErrorWindowMs: redis.maxErrorWindowMs,
    maxCollateralMs: redis.maxCollateralMs,
    maxAgreeMs: redis.maxAgreeMs,
    maxTtlDriftMs: redis.maxTtlDriftMs,
  };
}

function clientOptions(text = '{}'): RedisSpec['appOptions'] {
  try {
    return JSON.parse(text) as RedisSpec['appOptions'];
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw invalidInput([`redis-client-options is no JSON: ${why}`], 'Write it as {"maxRedirections": 200}.');
  }
}

export function loadSpec(
  { load }: GateSpec,
  facts: ServiceFacts,
  cluster: Cluster,
  namespace: string,
  folder: string,
  comparison: LoadSpec['comparison'] = null,
): LoadSpec {
  const autoscaler = autoscalerOf(facts);
  return {
    target: { namespace, name: autoscaler.name },
    traffic: trafficOf(load, facts, cluster),
    mode: load.engine === 'k6' ? 'script' : load.profile === 'fixed' ? 'fixed' : 'prove',
    script: scriptOf(load, load.host ?? facts.ingressHost ?? null, cluster, folder),
    from: load.from ?? null,
    to: load.to ?? null,
    rate: load.rate ?? null,
    maxRate: load.maxRate ?? 3000,
    rampSeconds: load.rampSeconds,
    durationSeconds: load.durationSeconds,
    idleSeconds: load.idleSeconds,
    thresholds: load.thresholds,
    scaleDown: load.scaleDown,
    timeoutSeconds: load.timeoutSeconds,
    clocks: clocksOf(cluster),
    // Said once, by the stage that shortened them.
    modified: [],
    setup: setupOf(cluster),
    writtenDownWindowSeconds: autoscaler.downWindowSeconds,
    comparison,
  };
}

function autoscalerOf({ autoscalers }: ServiceFacts): AutoscalerFacts {
  const [first] = autoscalers;
  if (first !== undefined) return first;
  throw new GateError(
    'LOAD_FAILED',
    'there is no HorizontalPodAutoscaler in the manifests, so there is no autoscaling to prove',
    {
      hint: 'Add one, or switch the stage off with `load-profile: off`.',
    },
  );
}

function trafficOf(load: GateSpec['load'], facts: ServiceFacts, cluster: Cluster): LoadPlan {
  return {
    origin: cluster.ingress,
    protocol: 'http/1.1',
    host: load.host ?? facts.ingressHost ?? null,
    ca: null,
    insecure: false,
    scenarios: scenariosOf(load),
    arrivals: 'even',
    seed: 1,
    maxInFlight,
    // Enough for a stalled server: an open model does not wait for a free connection.
    connections: 512,
    connectionMaxAgeMs: 10_000,
    timeoutMs: 10_000,
    podHeader: null,
    abort: { errorRate: 0.5, windowSeconds: 10, minRequests: 200 },
  };
}

/** k6 reads the same words as our generator: where to, and under which host. */
function scriptOf(
  { engine, k6Script }: GateSpec['load'],
  host: string | null,
  cluster: Cluster,
  folder: string,
): LoadSpec['script'] {
  if (engine !== 'k6' || k6Script === undefined) return null;
  const env = { BASE_URL: cluster.ingress, ...(host === null ? {} : { HOST: host }) };
  return { script: path.resolve(folder, k6Script), env };
}

function scenariosOf({ scenarios, method, path, headers, body }: GateSpec['load']): readonly Scenario[] {
  const given =
    scenarios.length > 0
      ? scenarios
      : [{ name: 'default', method, path, headers, ...(body === undefined ? {} : { body }) }];
  return given.map((one) => ({
    name: one.name,
    weight: ('weight' in one ? one.weight : undefined) ?? 1,
    requests: [
      {
        method: one.method ?? 'GET',
        path: one.path,
        headers: one.headers ?? {},
        body: one.body ?? null,
        extract: [],
        expectStatus: null,
      },
    ],
    cookies: true,
    data: [],
  }));
}

function clocksOf({ clocks }: Cluster): ClockSettings {
  if (clocks === undefined) return productionClocks;
  return {
    ...productionClocks,
    syncPeriodSeconds: clocks.syncPeriodSeconds,
    metricResolutionSeconds: clocks.metricResolutionSeconds,
    downscaleStabilizationSeconds: clocks.downscaleStabilizationSeconds,
    cpuInitializationPeriodSeconds: clocks.cpuInitializationSeconds,
    housekeepingSeconds: clocks.housekeepingSeconds,
  };
}

function setupOf({ clocks }: Cluster): LoadSpec['setup'] {
  if (clocks === undefined) return defaultSetup;
  const { downscaleStabilizationSeconds, cpuInitializationSeconds: cpuInitializationPeriodSeconds } = clocks;
  return {
    ...defaultSetup,
    flags: { ...defaultSetup.flags, downscaleStabilizationSeconds, cpuInitializationPeriodSeconds },
  };
}
