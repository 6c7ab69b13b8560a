import { amount } from '../../domain/amount.js';
import type { Requirement } from '../../domain/requirement.js';
import type { ConfigurationKey, NodeSettings } from './configuration.js';
import type { Finding } from './finding.js';
import type { RedisSpec } from './spec.js';

/** One property of what the nodes are set to. */
export interface SettingsCheck {
  readonly check: string;
  readonly claim: string;
  readonly requirement: Requirement;
  holds(settings: readonly NodeSettings[]): string;
  find(settings: readonly NodeSettings[], spec: RedisSpec): readonly Finding[];
  /** Why nothing can be said, where that is so. */
  blind?(settings: readonly NodeSettings[]): string | undefined;
}

/** Says how many nodes do not tell a setting; undefined where all do. */
export const untold =
  (key: ConfigurationKey) =>
  (settings: readonly NodeSettings[]): string | undefined =>
    silence(settings, ({ config }) => config[key], `${key} (CONFIG GET refused?)`);

/** The same of a line of INFO. */
export const untoldInfo =
  (key: string) =>
  (settings: readonly NodeSettings[]): string | undefined =>
    silence(settings, ({ info }) => info[key], `${key} (INFO refused?)`);

function silence(
  settings: readonly NodeSettings[],
  value: (one: NodeSettings) => string | undefined,
  what: string,
): string | undefined {
  const silent = settings.filter((one) => value(one) === undefined).length;
  return silent === 0 ? undefined : `${amount(silent, 'node does', 'nodes do')} not tell ${what}`;
}

/** What the nodes say, each thing once. */
export const said = (settings: readonly NodeSettings[], key: ConfigurationKey): string =>
  [...new Set(settings.map(({ config }) => config[key]))].join(' and ');
