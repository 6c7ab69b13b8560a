import type { Redactor } from '../domain/redactor.js';
import { type StageName, stageNames } from '../domain/stage.js';
import type { Subject } from '../domain/subject.js';
import { manifestsDigest } from '../manifests/service-facts.js';
import type { Commands } from '../ports/commands.js';
import type { Journal } from '../ports/journal.js';
import type { Release } from '../stages/deploy/spec.js';
import type { LintOutput } from '../stages/lint/lint.js';
import type { Host } from './host.js';
import type { GateSpec } from './inputs/spec.js';

export interface GateTools {
  readonly commands: Commands;
  readonly journal: Journal;
  /** Learns every secret that a run reads. */
  readonly redactor: Redactor;
}

/** What the stages found out that the report needs, gathered while they run. */
export interface Seen {
  lint?: LintOutput;
  release?: Release;
}

export async function subjectOf(host: Host, { lint, release }: Seen): Promise<Subject> {
  return {
    commit: await host.commit(),
    manifests: manifestsDigest(lint?.manifests ?? []),
    images: release?.images ?? {},
  };
}

/** Stages without whose pass there is no promotion: those that were asked for and are not switched off. */
export function requiredStages({ stages, redis, load }: GateSpec): readonly StageName[] {
  return stageNames.filter(
    (name) =>
      stages.includes(name) &&
      !(name === 'redis' && redis.mode === 'off') &&
      !(name === 'load' && load.profile === 'off'),
  );
}
