/** What one observation, one stage or a whole run concluded. There is no fourth answer and no default one. */
export type Verdict = 'pass' | 'fail' | 'inconclusive';

/** What the gate says of a run: the verdict in the words of a release. */
export type Decision = 'promote' | 'reject' | 'inconclusive';

const severity: Readonly<Record<Verdict, number>> = { pass: 0, inconclusive: 1, fail: 2 };

/**
 * The worst of several verdicts.
 *
 * An empty list is `inconclusive`, never `pass`: whoever looked at nothing has found out nothing.
 */
export function worst(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.length === 0) return 'inconclusive';
  return verdicts.reduce((a, b) => (severity[b] > severity[a] ? b : a));
}

const decisions: Readonly<Record<Verdict, Decision>> = {
  pass: 'promote',
  fail: 'reject',
  inconclusive: 'inconclusive',
};

export function decisionOf(verdict: Verdict): Decision {
  return decisions[verdict];
}

/** Process exit codes; 64 is `EX_USAGE` of sysexits. */
export const exitCodes = { promote: 0, reject: 1, inconclusive: 2, invalid: 64 } as const;
