import { amount } from '../../domain/amount.js';
import { type ConfigurationKey, configurationKeys, type NodeSettings } from './configuration.js';
import { describeFindings, type Finding, type Judgement } from './finding.js';
import { type SettingsCheck, said, untold, untoldInfo } from './settings-check.js';
import type { RedisSpec } from './spec.js';
import { memoryRoom, persisted } from './storage-checks.js';

/** Keys that a node tells: a version may not have them all. */
function told(settings: readonly NodeSettings[]): readonly ConfigurationKey[] {
  return configurationKeys.filter((key) => settings.some(({ config }) => config[key] !== undefined));
}

const sameEverywhere: SettingsCheck = {
  check: 'no-drift',
  claim: 'all nodes are set alike',
  requirement: 'configuration',
  holds: (settings) => `${amount(told(settings).length, 'setting')} equal on ${amount(settings.length, 'node')}`,
  blind: (settings) => {
    const keys = told(settings);
    if (keys.length === 0) return 'no node tells any of its settings (CONFIG GET refused?)';
    return keys.map((key) => untold(key)(settings)).find((why) => why !== undefined);
  },
  find: (settings) =>
    configurationKeys.flatMap((key) => {
      // A node that does not tell may be set like the others.
      const telling = settings.filter(({ config }) => config[key] !== undefined);
      const parties = [...Map.groupBy(telling, ({ config }) => config[key])];
      const [norm, ...odd] = parties.sort(([, a], [, b]) => b.length - a.length);
      if (norm === undefined) return [];
      return odd.flatMap(([value, nodes]) =>
        nodes.map(({ name }) => ({
          node: name,
          message: `${name} has ${key} ${value}, ${amount(norm[1].length, 'other has', 'others have')} ${norm[0]}`,
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
  holds: (settings) => `maxmemory ${said(settings, 'maxmemory')} with ${said(settings, 'maxmemory-policy')}`,
  blind: (settings) => untold('maxmemory-policy')(settings) ?? untold('maxmemory')(settings),
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
  holds: (settings) => `evicted_keys:0 on ${amount(settings.length, 'node')}`,
  blind: untoldInfo('evicted_keys'),
  find: (settings) =>
    settings.flatMap(({ name, info }) =>
      Number(info['evicted_keys'] ?? 0) > 0
        ? [
            {
              node: name,
              message: `${name} evicted ${amount(Number(info['evicted_keys']), 'key')}`,
              remedy: 'Give it more memory, or shorter sessions.',
            },
          ]
        : [],
    ),
};

const authenticated: SettingsCheck = {
  check: 'authenticated',
  claim: 'no node answers without a password',
  requirement: 'configuration',
  holds: (settings) => `${amount(settings.length, 'node')} refused a connection without a password`,
  blind: (settings) => {
    const unasked = settings.filter(({ anonymous }) => anonymous === undefined);
    return unasked.length === 0
      ? undefined
      : `${unasked.length} of ${amount(settings.length, 'node')} could not be asked without a password`;
  },
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
  holds: (settings) => `cluster-require-full-coverage ${said(settings, 'cluster-require-full-coverage')}`,
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
  holds: (settings) => `cluster-node-timeout ${said(settings, 'cluster-node-timeout')} ms`,
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
