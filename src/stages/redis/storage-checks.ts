import { amount } from '../../domain/amount.js';
import type { NodeSettings } from './configuration.js';
import type { Finding } from './finding.js';
import { type SettingsCheck, said, untold, untoldInfo } from './settings-check.js';

/** Part of a memory limit that Redis may fill with data: the rest is for copies while forking, buffers and fragments. */
const MEMORY_SHARE = 0.75;

function limits(settings: readonly NodeSettings[]): string {
  return [...new Set(settings.flatMap(({ host }) => host?.memoryLimit ?? []))].join(' and ');
}

export const memoryRoom: SettingsCheck = {
  check: 'memory-room',
  claim: `maxmemory leaves a quarter of the memory limit for forks and buffers`,
  requirement: 'containers',
  holds: (settings) => `maxmemory ${said(settings, 'maxmemory')} of ${limits(settings)} bytes`,
  blind: (settings) =>
    settings.some(({ host }) => host?.memoryLimit !== undefined)
      ? untold('maxmemory')(settings)
      : 'no node has a memory limit that could be seen',
  find: (settings) =>
    settings.flatMap(({ name, config, host }) => {
      const limit = host?.memoryLimit;
      if (limit === undefined || config.maxmemory === undefined) return [];
      const used = Number(config.maxmemory);
      if (used <= limit * MEMORY_SHARE) return [];
      return [
        {
          node: name,
          message: `${name} may fill ${used} of its ${limit} bytes (${Math.round((used / limit) * 100)} %)`,
          remedy: 'Lower maxmemory, or raise the memory limit.',
        },
      ];
    }),
};

export const persisted: SettingsCheck = {
  check: 'persisted',
  claim: 'every node writes an append-only file to a volume that outlives it, and the last writes succeeded',
  requirement: 'containers',
  holds: (settings) =>
    `appendonly on ${amount(settings.length, 'node')}, on ${amount(settings.filter(({ host }) => host?.persistent).length, 'claimed volume')}`,
  blind: (settings) =>
    untold('appendonly')(settings) ?? untoldInfo('aof_last_write_status')(settings) ?? unseen(settings),
  find: (settings) => settings.flatMap(persistenceFaults),
};

function unseen(settings: readonly NodeSettings[]): string | undefined {
  const hidden = settings.filter(({ host }) => host?.persistent === undefined);
  return hidden.length === 0 ? undefined : `the volumes of ${amount(hidden.length, 'node')} cannot be seen`;
}

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
