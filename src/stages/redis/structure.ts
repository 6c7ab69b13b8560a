import { agreement } from './agreement.js';
import { describeFindings, type Judgement } from './finding.js';
import { links, membership, nodeStates } from './membership.js';
import { epochs, migrations, shape, slotOwners } from './ownership.js';
import { replication } from './replication.js';
import type { Snapshot } from './snapshot.js';
import type { Expectation, StructureCheck } from './structure-check.js';

/** Tier A: all of these at the same look, from every node, or the cluster is not sound. */
export const structureChecks: readonly StructureCheck[] = [
  slotOwners,
  agreement,
  nodeStates,
  membership,
  links,
  shape,
  replication,
  epochs,
  migrations,
];

/** Judges one snapshot. A fault is a fault whoever is silent; soundness needs every node's word. */
export function judgeStructure(snapshot: Snapshot, expectation: Expectation): readonly Judgement[] {
  return structureChecks.map((check) => judge(check, snapshot, expectation));
}

function judge(check: StructureCheck, snapshot: Snapshot, expectation: Expectation): Judgement {
  const base = { check: check.check, claim: check.claim, requirement: 'horizontal-scaling' as const };
  const findings = snapshot.views.length === 0 ? [] : check.find(snapshot, expectation);
  if (findings.length > 0) return { ...base, verdict: 'fail', observed: describeFindings(findings), findings };
  const unseen = blindness(snapshot, expectation) ?? emptiness(check, snapshot, expectation);
  if (unseen !== undefined) {
    const remedy = 'Mend what fails, make every node reachable from the probe, then run the stage again.';
    return { ...base, verdict: 'inconclusive', observed: unseen, findings, remedy };
  }
  return { ...base, verdict: 'pass', observed: check.holds(snapshot, expectation), findings };
}

/** Why a snapshot is not the whole cluster's; undefined when it is. */
export function blindness({ views, silent }: Snapshot, { addresses }: Expectation): string | undefined {
  if (views.length > 0 && silent.length === 0) return undefined;
  const reasons = silent.slice(0, 4).map(({ name, error }) => `${name}: ${error}`);
  return `only ${views.length} of ${addresses.length} nodes told their view (${reasons.join('; ') || 'none was asked'})`;
}

function emptiness({ samples }: StructureCheck, snapshot: Snapshot, expectation: Expectation): string | undefined {
  return samples?.(snapshot, expectation) === 0 ? 'there is none to look at' : undefined;
}

/** True when every property holds on every node. */
export function isSound(judgements: readonly Judgement[]): boolean {
  return judgements.length > 0 && judgements.every(({ verdict }) => verdict === 'pass');
}
