import { type Fault, type FaultKind, faultKinds } from './faults.js';
import { type Outcome, rehearse } from './rehearsal.js';

export interface Matrix {
  readonly runs: number;
  /** Faults that were planned and did not happen. */
  readonly missed: number;
  readonly problems: readonly string[];
}

/** Longest that a run may take on its own clock: its timeout, and the slowest single call. */
const longestMs = 45 * 60_000 + 3_600_000 + 60_000;

/** Every call that a run makes of every port × every kind of fault; `every` takes each n-th cell only. */
export async function faultMatrix(every: number, kinds: readonly FaultKind[] = faultKinds): Promise<Matrix> {
  const golden = await rehearse();
  const cells = [...golden.counts].flatMap(([method, calls]) =>
    Array.from({ length: calls }, (_, at) =>
      kinds.map((kind): Fault => ({ method, call: at + 1, kind, code: codeOf(method) })),
    ).flat(),
  );
  const chosen = cells.filter((_, at) => at % every === 0);
  const problems = golden.decision === 'promote' ? [] : [`without a fault: ${golden.decision}`];
  let missed = 0;
  for (const fault of chosen) {
    const outcome = await rehearse(fault);
    if (!outcome.happened) missed++;
    const name = `${fault.method} #${fault.call} ${fault.kind}`;
    problems.push(...problemsOf(fault, outcome).map((problem) => `${name}: ${problem}`));
  }
  return { runs: chosen.length + 1, missed, problems };
}

function codeOf(method: string): Fault['code'] {
  return method.startsWith('clusters.') ? 'COMMAND_FAILED' : 'API_UNREACHABLE';
}

function problemsOf(fault: Fault, outcome: Outcome): string[] {
  const { decision, escaped, blamed, left, neighbourLives, virtualMs, happened } = outcome;
  const problems: string[] = [];
  if (left.length > 0) problems.push(`left behind: ${left.join(', ')}`);
  if (!neighbourLives) problems.push("the neighbour's cluster is gone");
  if (virtualMs > longestMs) problems.push(`took ${Math.round(virtualMs / 60_000)} min`);
  if (!happened) return problems;
  if (fault.kind === 'meets a bug of ours') {
    return decision === 'escaped' && escaped instanceof TypeError
      ? problems
      : [...problems, `the bug became ${decision}`];
  }
  if (decision === 'escaped')
    return [...problems, `escaped: ${escaped instanceof Error ? escaped.stack : String(escaped)}`];
  if (decision === 'reject') problems.push(`a sound service is rejected: ${blamed.join('; ')}`);
  if (decision === 'promote' && !mayPromote(fault)) problems.push('promoted');
  return problems;
}

/** Sources that the gate can do without: it has another for the same claim. */
const spare: readonly string[] = ['observer.cpuCounters'];

/** A fault that passes may be survived. One that lasts from the first call on takes away something without which nothing is proven. */
function mayPromote({ kind, call, method }: Fault): boolean {
  if (kind === 'refuses from now on') return call > 1 || spare.includes(method);
  if (kind === 'is slow by an hour') return method === 'http.get' || spare.includes(method);
  return kind === 'refuses once' || kind === 'is slow by a minute' || kind === 'after a jump of the wall clock';
}
