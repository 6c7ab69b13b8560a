import type { Evidence } from '../../domain/evidence.js';
import type { Requirement } from '../../domain/requirement.js';
import type { Verdict } from '../../domain/verdict.js';

/** One fault, at the node and slots where it is. */
export interface Finding {
  /** Name of the node, where it is one node's. */
  readonly node?: string;
  /** Names node, slots and number. */
  readonly message: string;
  readonly remedy: string;
}

/** What one check concluded: one row of the report. */
export interface Judgement {
  /** Kebab-case; the same word in the report's data and in docs/redis.md. */
  readonly check: string;
  readonly claim: string;
  readonly requirement: Requirement;
  readonly verdict: Verdict;
  readonly observed: string;
  readonly findings: readonly Finding[];
  /** Why a verdict is `inconclusive`, and what would make it one. */
  readonly remedy?: string;
}

const SHOWN = 5;

/** The first findings as one sentence each; the rest as a number. */
export function describeFindings(findings: readonly Finding[]): string {
  const shown = findings.slice(0, SHOWN).map(({ message }) => message);
  const rest = findings.length > SHOWN ? `; and ${findings.length - SHOWN} more` : '';
  return shown.join('; ') + rest;
}

/** A judgement as evidence for the report. */
export function evidenceOf(judgement: Judgement, source: string, at: string): Evidence {
  const { claim, requirement, verdict, observed, findings } = judgement;
  const remedy = findings[0]?.remedy ?? judgement.remedy;
  const nodes = new Set(findings.map((finding) => finding.node));
  const node = nodes.size === 1 ? [...nodes][0] : undefined;
  return {
    claim,
    requirement,
    verdict,
    observed,
    source,
    at,
    ...(node === undefined ? {} : { object: `redis/${node}` }),
    ...(verdict === 'pass' ? {} : { remedy: remedy ?? 'Run the stage again and look at its data.' }),
  };
}
