import type { EarlierReport } from '../domain/earlier.js';
import type { Redactor } from '../domain/redactor.js';
import { type StageName, stageNames } from '../domain/stage.js';
import type { Subject } from '../domain/subject.js';
import { manifestsDigest } from '../manifests/service-facts.js';
import type { Commands } from '../ports/commands.js';
import type { Journal } from '../ports/journal.js';
import type { Release } from '../stages/deploy/spec.js';
import type { LintOutput } from '../stages/lint/lint.js';
import type { Collected } from '../stages/promote/promote.js';
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
  /** Reports of earlier jobs, where the run decides over those. */
  earlier?: readonly EarlierReport[];
}

export async function subjectOf(host: Host, { lint, release, earlier = [] }: Seen): Promise<Subject> {
  return {
    commit: await host.commit(),
    manifests: manifestsDigest(lint?.manifests ?? []),
    // Whoever deploys nothing sees no image; the jobs that did have seen them.
    images: release?.images ?? Object.assign({}, ...earlier.map(({ report }) => report.subject.images)),
  };
}

/** The stages of this run itself: over reports of earlier jobs only what judges, for which no cluster is needed. */
export function stagesToRun(spec: GateSpec, { earlier = [] }: Seen): readonly StageName[] {
  const required = requiredStages(spec);
  return earlier.length === 0 ? required : required.filter((name) => name === 'lint' || name === 'promote');
}

/** What earlier jobs found out, as the stage promote takes it. A job that deployed nothing says nothing of images. */
export function collectedEarlier({ earlier = [] }: Seen, subject: Subject): readonly Collected[] {
  return earlier.map(({ file, report }) => {
    const stages = report.stages.filter(({ stage }) => stage !== 'promote');
    const deployed = stages.some(({ stage }) => stage === 'deploy');
    return { source: file, stages, subject: deployed ? report.subject : { ...report.subject, images: subject.images } };
  });
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
