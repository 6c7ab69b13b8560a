import type { Requirement } from '../../domain/requirement.js';
import { type ConfigurationKey, configurationKeys, type NodeSettings } from './configuration.js';
import { describeFindings, type Finding, type Judgement } from './finding.js';
import type { RedisSpec } from './spec.js';

interface SettingsCheck {
  readonly check: string;
  readonly claim: string;
  readonly requirement: Requirement;
  holds(settings: readonly NodeSettings[]): string;
  find(settings: readonly NodeSettings[], spec: RedisSpec): readonly Finding[];
  /** Why nothing can be said, where that is so. */
  blind?(settings: readonly NodeSettings[]): string | undefined;
}

/** Part of a memory limit that Redis may fill with data: the rest is for copies while forking, buffers and fragments. */
const MEMORY_SHARE = 0.75;

const untold =
  (key: ConfigurationKey) =>
  (settings: readonly NodeSettings[]): string | undefined => {
    const silent = settings.filter(({ config }) => config[key] === undefined);
    return silent.length === 0 ? undefined : `${silent.length} nodes do not tell ${key} (CONFIG GET refused?)`;
  };

const first = (settings: readonly NodeSettings[], key: ConfigurationKey): string => settings[0]?.config[key] ?? '?';

const sameEverywhere: SettingsCheck = {
  check: 'no-drift',
  claim: 'all nodes are set alike',
  requirement: 'configuration',
  holds: (settings) => `${configurationKeys.length} settings equal on ${settings.length} nodes`,
  find: (settings) =>
    configurationKeys.flatMap((key) => {
      const parties = Map.groupBy(settings, ({ config }) => config[key]);
      if (parties.size <= 1) return [];
      const [norm, ...odd] = [...parties.entries()].sort(([, a], [, b]) => b.length - a.length);
      return odd.flatMap(([value, nodes]) =>
        nodes.map(({ name }) => ({
          node: name,
          message: `${name} has ${key} ${value ?? 'unknown'}, ${norm?.[1].length} others have ${norm?.[0] ?? 'unknown'}`,
          remedy: `Set ${key} alike on all nodes.`,
        })),
      );
    }),
};

/** A policy that evicts logs users out without an error; it has to be someone's decision. */
const policyDeclared: SettingsCheck = {
  check: 'eviction-declared',
  claim:
    'what happens to sessions when memory is full was decided: maxmemory is set, and its policy is the declared one',
  requirement: 'configuration',
  holds: (settings) => `maxmemory ${first(settings, 'maxmemory')} with ${first(settings, 'maxmemory-policy')}`,
  blind: untold('maxmemory-policy'),
  find: (settings, { maxmemoryPolicy }) =>
    settings.flatMap(({ name, config }) => {
      const policy = config['maxmemory-policy'];
      const faults: Finding[] = [];
      if (config.maxmemory === '0')
        faults.push({
          node: name,
          message: `${name} has no maxmemory: the kernel ends it when the limit is reached`,
          remedy: 'Set maxmemory to three quarters of the memory limit or less.',
        });
      if (maxmemoryPolicy !== undefined && policy !== undefined && policy !== maxmemoryPolicy) {
        faults.push({
          node: name,
          message: `${name} has maxmemory-policy ${policy}, declared is ${maxmemoryPolicy}`,
          remedy: `Set maxmemory-policy ${maxmemoryPolicy}, or declare ${policy}.`,
        });
      }
      if (maxmemoryPolicy === undefined && policy !== undefined && policy !== 'noeviction') {
        faults.push({
          node: name,
          message: `${name} evicts by ${policy}, and nobody declared it: full memory logs users out silently`,
          remedy: `Declare redis-maxmemory-policy: ${policy}, or set noeviction.`,
        });
      }
      return faults;
    }),
};

const nothingEvicted: SettingsCheck = {
  check: 'nothing-evicted',
  claim: 'no key was evicted so far',
  requirement: 'configuration',
  holds: (settings) => `evicted_keys:0 on ${settings.length} nodes`,
  find: (settings) =>
    settings.flatMap(({ name, info }) =>
      Number(info['evicted_keys'] ?? 0) > 0
        ? [
            {
              node: name,
              message: `${name} evicted ${info['evicted_keys']} keys`,
              remedy: 'Give it more memory, or shorter sessions.',
            },
          ]
        : [],
    ),
};

const memoryRoom: SettingsCheck = {
  check: 'memory-room',
  claim: `maxmemory leaves a quarter of the memory limit for forks and buffers`,
  requirement: 'containers',
  holds: (settings) => `maxmemory ${first(settings, 'maxmemory')} of ${settings[0]?.host?.memoryLimit ?? '?'} bytes`,
  blind: (settings) =>
    settings.some(({ host }) => host?.memoryLimit !== undefined)
      ? undefined
      : 'no node has a memory limit that could be seen',
  find: (settings) =>
    settings.flatMap(({ name, config, host }) => {
      const [used, limit] = [Number(config.maxmemory ?? 0), host?.memoryLimit];
      if (limit === undefined || used <= limit * MEMORY_SHARE) return [];
      return [
        {
          node: name,
          message: `${name} may fill ${used} of its ${limit} bytes (${Math.round((used / limit) * 100)} %)`,
          remedy: 'Lower maxmemory, or raise the memory limit.',
        },
      ];
    }),
};

const persisted: SettingsCheck = {
  check: 'persisted',
  claim: 'every node writes an append-only file to a volume that outlives it, and the last writes succeeded',
  requirement: 'containers',
  holds: (settings) =>
    `appendonly on ${settings.length} nodes, on ${settings.filter(({ host }) => host?.persistent).length} claimed volumes`,
  blind: untold('appendonly'),
  find: (settings) => settings.flatMap(persistenceFaults),
};

function persistenceFaults({ name, config, info, host }: NodeSettings): readonly Finding[] {
  const faults: Finding[] = [];
  const fault = (message: string, remedy: string): void => void faults.push({ node: name, message, remedy });
  if (config.appendonly === 'no') fault(`${name} has appendonly no: a restart empties it`, 'Set appendonly yes.');
  if (host?.persistent === false)
    fault(
      `${name} has no claimed volume: a new pod comes without nodes.conf, alone and empty`,
      'Give it a volumeClaimTemplate.',
    );
  for (const key of ['aof_last_write_status', 'rdb_last_bgsave_status'] as const) {
    const status = info[key];
    if (status !== undefined && status !== 'ok')
      fault(`${name} says ${key}:${status}`, 'Look at its volume: it may be full or read-only.');
  }
  return faults;
}

const authenticated: SettingsCheck = {
  check: 'authenticated',
  claim: 'no node answers without a password',
  requirement: 'configuration',
  holds: (settings) => `${settings.length} nodes refused a connection without a password`,
  blind: (settings) =>
    settings.every(({ anonymous }) => anonymous === undefined)
      ? 'no node could be asked without a password'
      : undefined,
  find: (settings) =>
    settings.flatMap(({ name, anonymous }) =>
      anonymous === 'open'
        ? [
            {
              node: name,
              message: `${name} lets the default user in without a password`,
              remedy: 'Set requirepass and masterauth from a Secret, or switch the default user off.',
            },
          ]
        : [],
    ),
};

const oneShardDown: SettingsCheck = {
  check: 'partial-coverage',
  claim: 'a lost shard does not stop the others, or that was decided',
  requirement: 'configuration',
  holds: (settings) => `cluster-require-full-coverage ${first(settings, 'cluster-require-full-coverage')}`,
  blind: untold('cluster-require-full-coverage'),
  find: (settings, { requireFullCoverage }) =>
    settings.flatMap(({ name, config }) => {
      const value = config['cluster-require-full-coverage'];
      if (value === undefined || (value === 'yes') === requireFullCoverage) return [];
      return [
        {
          node: name,
          message: `${name} has cluster-require-full-coverage ${value}, declared is ${requireFullCoverage ? 'yes' : 'no'}${value === 'yes' ? ': one lost shard stops all of them' : ''}`,
          remedy: `Set cluster-require-full-coverage ${requireFullCoverage ? 'yes' : 'no'}, or declare what is there.`,
        },
      ];
    }),
};

const timeoutFitsBudget: SettingsCheck = {
  check: 'node-timeout-fits',
  claim: 'the node timeout leaves room for a failover within its budget',
  requirement: 'configuration',
  holds: (settings) => `cluster-node-timeout ${first(settings, 'cluster-node-timeout')} ms`,
  blind: untold('cluster-node-timeout'),
  find: (settings, { budgets }) =>
    settings.flatMap(({ name, config }) => {
      const timeout = Number(config['cluster-node-timeout'] ?? 0);
      // A replica stands for election half a second to a second after its primary is marked failed, which takes up to 1.5 timeouts.
      const expected = timeout * 1.5 + 1000;
      if (expected <= budgets.maxFailoverMs) return [];
      return [
        {
          node: name,
          message: `${name} has cluster-node-timeout ${timeout} ms: a failover takes about ${expected} ms, ${budgets.maxFailoverMs} are allowed`,
          remedy: 'Shorten cluster-node-timeout, or raise the budget.',
        },
      ];
    }),
};

const checks: readonly SettingsCheck[] = [
  sameEverywhere,
  policyDeclared,
  nothingEvicted,
  memoryRoom,
  persisted,
  authenticated,
  oneShardDown,
  timeoutFitsBudget,
];

/** Tier B, what nodes are set to. What could not be seen is `inconclusive`, except where there is no limit to compare with. */
export function judgeSettings(settings: readonly NodeSettings[], spec: RedisSpec): readonly Judgement[] {
  return checks.map(({ check, claim, requirement, holds, find, blind }) => {
    const base = { check, claim, requirement };
    const findings = find(settings, spec);
    if (findings.length > 0) return { ...base, verdict: 'fail', observed: describeFindings(findings), findings };
    const unseen = settings.length === 0 ? 'no node told its settings' : blind?.(settings);
    if (unseen !== undefined)
      return {
        ...base,
        verdict: 'inconclusive',
        observed: unseen,
        findings,
        remedy: 'Allow the probe’s user CONFIG GET and INFO, and set a memory limit.',
      };
    return { ...base, verdict: 'pass', observed: holds(settings), findings };
  });
}
