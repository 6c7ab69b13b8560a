import { amount } from '../../domain/amount.js';
import type { Evidence, Note } from '../../domain/evidence.js';
import type { StageReport } from '../../domain/report.js';
import { type Stage, type StageName, verdictOf } from '../../domain/stage.js';
import { type Subject, subjectDifferences } from '../../domain/subject.js';
import { type Verdict, worst } from '../../domain/verdict.js';
import type { Clock } from '../../ports/clock.js';
import { type Witness, witness } from '../witness.js';

export interface PromotePolicy {
  /** Promote although something was modified to be quick in CI. */
  readonly allowModified: boolean;
  /** Promote a checkout whose files differ from its commit. */
  readonly allowDirty: boolean;
}

/** Reports that are to be decided over, each with what it is about. */
export interface Collected {
  readonly source: string;
  readonly subject: Subject;
  readonly stages: readonly StageReport[];
}

export interface PromoteSpec {
  /** What is about to be promoted. */
  readonly subject: Subject;
  readonly collected: readonly Collected[];
  /** Stages without whose pass nothing is promoted. */
  readonly required: readonly StageName[];
  readonly policy: PromotePolicy;
}

export interface PromotePorts {
  readonly clock: Clock;
}

/** Judges the evidence itself: is it about this subject, is it whole, was it gained in a way that the policy allows? */
export function promoteStage({ clock }: PromotePorts): Stage<PromoteSpec, readonly StageReport[]> {
  return {
    name: 'promote',
    plan: ({ required }) => [
      `require evidence of ${required.join(', ')} for this commit, these manifests and these images`,
    ],
    async run(spec) {
      const see = witness(clock);
      const stages = spec.collected.flatMap((collected) => collected.stages);
      return {
        output: stages,
        evidence: [bound(spec, see), whole(spec, stages, see), allowed(spec, stages, see), clean(spec, see)].flat(),
      };
    },
  };
}

/** Evidence for one subject never promotes another. */
function bound({ subject, collected }: PromoteSpec, see: Witness): Evidence {
  const differences = collected.flatMap(({ source, subject: other }) =>
    subjectDifferences(other, subject).map((difference) => `${source}: ${difference}`),
  );
  return see({
    claim: 'the evidence is about what is promoted',
    requirement: 'containers',
    verdict: collected.length === 0 ? 'inconclusive' : differences.length === 0 ? 'pass' : 'fail',
    observed:
      collected.length === 0
        ? '0 reports'
        : differences.length === 0
          ? `commit ${subject.commit}, manifests ${subject.manifests.slice(0, 19)}…, ${amount(Object.keys(subject.images).length, 'image digest')}`
          : differences.join('; '),
    source: collected.map(({ source }) => source).join(', ') || 'no report',
    ...(differences.length === 0 && collected.length > 0
      ? {}
      : { remedy: 'Run the gate again on the commit that is to be promoted.' }),
  });
}

/** A stage counts by its evidence, not by the verdict that its report claims for itself. */
function whole({ required }: PromoteSpec, stages: readonly StageReport[], see: Witness): Evidence {
  const found = required.map((name) => ({ name, verdict: worst(stages.filter(isOf(name)).map(provenOf)) }));
  const lacking = found.filter(({ verdict }) => verdict !== 'pass');
  const words = lacking.map(({ name, verdict }) => {
    const seen = stages.some((one) => isOf(name)(one) && one.evidence.length > 0);
    return seen ? `${name}: ${verdict}` : `no evidence of ${name}`;
  });
  return see({
    claim: 'every required stage passed, with evidence',
    requirement: 'horizontal-scaling',
    verdict: worst(found.map(({ verdict }) => verdict)),
    observed: lacking.length === 0 ? `${found.length} of ${amount(required.length, 'stage')}` : words.join('; '),
    source: 'stage reports',
    ...(lacking.length === 0 && required.length > 0
      ? {}
      : { remedy: 'Mend what these stages name and run them, or take them out of `stages` if they are not meant.' }),
  });
}

function isOf(name: StageName): (report: StageReport) => boolean {
  return ({ stage }) => stage === name;
}

function provenOf({ verdict, evidence, error }: StageReport): Verdict {
  return worst([verdict, verdictOf(evidence), ...(error === undefined ? [] : (['inconclusive'] as const))]);
}

function allowed({ policy }: PromoteSpec, stages: readonly StageReport[], see: Witness): readonly Evidence[] {
  const modified = stages.flatMap(({ notes }) => notes).filter(({ kind }: Note) => kind === 'modified-for-ci');
  if (policy.allowModified) return [];
  const verdict = modified.length > 0 ? 'fail' : stages.length > 0 ? 'pass' : 'inconclusive';
  const remedies = {
    fail: 'Set `cluster-strict: true`, so that the production clocks are kept; the run takes longer.',
    inconclusive: 'Run the gate: no report is there that could name a modification.',
  };
  return [
    see({
      claim: 'nothing was modified for CI',
      requirement: 'configuration',
      verdict,
      observed:
        modified.length > 0
          ? modified.map(({ text }) => text).join('; ')
          : `0 modifications in ${amount(stages.length, 'stage report')}`,
      source: 'notes of the stages',
      ...(verdict === 'pass' ? {} : { remedy: remedies[verdict] }),
    }),
  ];
}

function clean({ policy, subject }: PromoteSpec, see: Witness): readonly Evidence[] {
  if (policy.allowDirty) return [];
  const { commit } = subject;
  const verdict = commit === 'unknown' ? 'inconclusive' : commit.endsWith('-dirty') ? 'fail' : 'pass';
  return [
    see({
      claim: 'the checkout is what its commit says',
      requirement: 'configuration',
      verdict,
      observed: commit,
      source: 'git',
      ...(verdict === 'pass' ? {} : { remedy: 'Commit the changes, and run the gate on that commit.' }),
    }),
  ];
}
