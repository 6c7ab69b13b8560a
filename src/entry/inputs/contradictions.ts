import type { Offers } from './offer.js';
import type { GateSpec } from './spec.js';

type Judge = (spec: GateSpec, offers: Offers) => readonly string[];

/** For each group of options, the one that decides which of the others have an effect. */
const judges: readonly { readonly decider: string; readonly judge: Judge }[] = [
  { decider: 'cluster-mode', judge: clusterFaults },
  { decider: 'redis-mode', judge: redisFaults },
  { decider: 'load-profile', judge: loadFaults },
  { decider: 'promote-publish-only', judge: promoteFaults },
  { decider: 'stages', judge: stageFaults },
];

/** Options that contradict each other, as sentences with their places. */
export function contradictions(spec: GateSpec, offers: Offers, refused: ReadonlySet<string>): readonly string[] {
  return judges.filter(({ decider }) => !refused.has(decider)).flatMap(({ judge }) => judge(spec, offers));
}

const place = (offers: Offers, name: string): string => offers.get(name)?.place.subject('key') ?? name;

/**
 * Options that were given although `decider` leaves them without effect. A flag that switches off what a configuration
 * describes is no contradiction: that is what flags are for.
 */
function idle(offers: Offers, names: readonly string[], decider: string, because: string): string[] {
  const overruled = offers.get(decider)?.from === 'input';
  return names
    .filter((name) => offers.has(name) && !(overruled && offers.get(name)?.from === 'config'))
    .map((name) => `${place(offers, name)} has no effect: ${because}`);
}

function both(offers: Offers, a: string, b: string, why: string): string[] {
  const [first, second] = [offers.get(a), offers.get(b)];
  if (first === undefined || second === undefined || first.from !== second.from) return [];
  return [`${first.place.subject('key')} contradicts ${b}: ${why}`];
}

const othersOf = (offers: Offers, section: string, decider: string): string[] =>
  [...offers.keys()].filter((name) => name.startsWith(`${section}-`) && name !== decider);

const kindOnly = ['name', 'nodes', 'node-image', 'kubernetes-version', 'kind-config', 'keep', 'quick-clocks', 'images'];

function clusterFaults({ cluster }: GateSpec, offers: Offers): string[] {
  if (cluster.mode === 'existing') {
    const names = kindOnly.map((key) => `cluster-${key}`);
    const decider = ['cluster-mode', 'cluster-kubeconfig', 'cluster-context'].find((name) => offers.has(name));
    return idle(offers, names, decider ?? '', 'cluster.mode is existing, and that cluster stays as it is');
  }
  const foreign = ['cluster-kubeconfig', 'cluster-context'];
  const quick = cluster.strict && offers.get('cluster-quick-clocks')?.value === true;
  return [
    ...idle(offers, foreign, 'cluster-mode', 'cluster.mode is kind; say `mode: existing` to use it'),
    ...both(offers, 'cluster-kubernetes-version', 'cluster-node-image', 'a node image is of one version; give one'),
    ...both(offers, 'cluster-nodes', 'cluster-kind-config', 'the configuration of kind names its nodes; give one'),
    ...(quick ? both(offers, 'cluster-quick-clocks', 'cluster-strict', 'strict changes no clocks') : []),
  ];
}

function redisFaults({ redis }: GateSpec, offers: Offers): string[] {
  if (redis.mode === 'off') {
    return idle(offers, othersOf(offers, 'redis', 'redis-mode'), 'redis-mode', 'redis.mode is off');
  }
  const failover = [
    'redis-max-failover',
    'redis-max-planned-failover',
    'redis-max-lost-acks',
    'redis-max-lost-waited-acks',
    'redis-max-partition-lost-acks',
    'redis-max-error-window',
    'redis-max-collateral',
    'redis-max-ttl-drift',
  ];
  const creation = ['redis-image', 'redis-storage', 'redis-node-timeout', 'redis-max-agree'];
  return [
    ...(redis.behaviour !== 'none' ? [] : idle(offers, failover, 'redis-behaviour', 'redis.behaviour is none')),
    ...(redis.mode === 'verify' ? idle(offers, creation, 'redis-mode', 'redis.mode verify creates nothing') : []),
  ];
}

function loadFaults({ load }: GateSpec, offers: Offers): string[] {
  if (load.profile === 'off') {
    return idle(offers, othersOf(offers, 'load', 'load-profile'), 'load-profile', 'load.profile is off');
  }
  const request = ['load-path', 'load-method', 'load-headers', 'load-body'];
  return [
    ...(load.profile === 'fixed' ? fixedFaults(load, offers) : proveFaults(load, offers)),
    ...engineFaults(load, offers),
    ...(load.scenarios.length > 0
      ? idle(offers, request, 'load-scenarios', 'load.scenarios says what is requested')
      : []),
  ];
}

function fixedFaults({ rate }: GateSpec['load'], offers: Offers): string[] {
  const missing = rate === undefined ? [`${place(offers, 'load-profile')} is fixed; load.rate is missing`] : [];
  return [
    ...missing,
    ...idle(offers, ['load-from', 'load-to', 'load-max-rate'], 'load-profile', 'load.profile is fixed'),
  ];
}

function proveFaults({ from, to }: GateSpec['load'], offers: Offers): string[] {
  const because = 'load.profile prove loads until the replicas are there; say `profile: fixed` to set a time';
  const upsideDown = from !== undefined && to !== undefined && from >= to;
  return [
    ...(upsideDown ? [`${place(offers, 'load-to')} is ${to}; expected more than load.from, which is ${from}`] : []),
    ...idle(offers, ['load-duration'], 'load-profile', because),
  ];
}

function engineFaults({ engine, k6Script }: GateSpec['load'], offers: Offers): string[] {
  if (engine === 'k6') {
    const missing = k6Script === undefined ? [`${place(offers, 'load-engine')} is k6; load.k6-script is missing`] : [];
    const baseline = ['load-baseline', 'load-baseline-images'];
    return [...missing, ...idle(offers, baseline, 'load-engine', 'a script of k6 has no rate to hold equal')];
  }
  return idle(offers, ['load-k6-script'], 'load-engine', 'load.engine is built-in; say `engine: k6`');
}

/** A stranger's report may be shown; nothing that lets something through may hang on it. */
function promoteFaults({ promote }: GateSpec, offers: Offers): string[] {
  if (!promote.publishOnly) return [];
  const gates = ['check-run', 'commit-status', 'deployment-status'].map((key) => `promote-${key}`);
  const asked = gates.filter((name) => offers.get(name)?.value === true);
  const at = place(offers, 'promote-publish-only');
  return [
    ...(promote.reports.length === 0 ? [`${at} is true; promote.reports is missing`] : []),
    ...asked.map((name) => `${place(offers, name)} is refused: a report that was not judged here lets nothing through`),
  ];
}

function stageFaults({ stages }: GateSpec, offers: Offers): string[] {
  if (!offers.has('stages')) return [];
  const at = place(offers, 'stages');
  const off = (stage: 'redis' | 'load', decider: string): string[] =>
    stages.includes(stage) && offers.get(decider)?.value === 'off'
      ? both(offers, 'stages', decider, `it is off, and stages contains ${stage}`)
      : [];
  return [
    ...(stages.length === 0 ? [`${at} is empty; expected at least one stage`] : []),
    ...stages.filter((name, i) => stages.indexOf(name) !== i).map((name) => `${at} has ${name} twice`),
    ...off('redis', 'redis-mode'),
    ...off('load', 'load-profile'),
  ];
}
