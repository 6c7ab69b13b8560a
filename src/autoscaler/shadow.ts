import type { Autoscaler, AutoscalerStatus } from './autoscaler.js';
import { differencesOf, type Outcome, observedOutcome, sameOutcome, statusOf } from './decision.js';
import { type DeviationCode, deviationOf } from './deviation.js';
import { autoscalerOf, type ControllerSetup } from './hpa.js';
import type { Memory } from './memory.js';
import { type Candidate, candidates, rowsOf, tryInputs } from './shadow-inputs.js';
import { corrected, distinct, firstMemory, settled } from './shadow-memory.js';
import { type SyncInstant, syncInstants } from './sync-instant.js';
import type { TimelineRow } from './timeline.js';

/** One decision of the live controller, held against the port's from the same inputs. */
export interface ShadowDecision {
  /** Seconds since the epoch, as closely as the rows tell. */
  readonly at: number;
  /** Index of the row that shows it. */
  readonly row: number;
  /** It changed the status; otherwise it is a sync that the period implies and that left the status as it was. */
  readonly visible: boolean;
  /**
   * `exact`: reproduced from the last row before it. `within-interval`: reproduced from what was seen while it may have
   * been made. `deviates`: no observed instant explains it.
   */
  readonly agreement: 'exact' | 'within-interval' | 'deviates';
  /** Why it deviates; for the others what the controller did. */
  readonly code: DeviationCode | OutcomeCode;
  readonly observed: Outcome;
  /** What the port decides from the last row before. */
  readonly predicted: Outcome;
  /** One sentence with the numbers. */
  readonly explanation: string;
}

/** What the controller did at a sync, in one word. */
export type OutcomeCode =
  | 'scaled-up'
  | 'scaled-down'
  | 'held-by-down-window'
  | 'held-by-up-window'
  | 'held-by-limit'
  | 'metrics-failed'
  | 'scaling-disabled'
  | 'kept';

export interface ShadowReport {
  readonly decisions: readonly ShadowDecision[];
  readonly exact: number;
  readonly withinInterval: number;
  readonly deviating: number;
  /** Agreeing share of all decisions, 0 to 1; NaN without a decision. */
  readonly agreement: number;
  /** Of those that changed the status, which are harder to reproduce than those that left it. */
  readonly visible: { readonly all: number; readonly agreeing: number };
}

export interface ShadowOptions {
  readonly setup: ControllerSetup;
  /** --horizontal-pod-autoscaler-sync-period */
  readonly syncPeriodSeconds: number;
}

export function outcomeCode({ current, desired, able, active, limited }: Outcome): OutcomeCode {
  if (active === 'False ScalingDisabled') return 'scaling-disabled';
  if (active.startsWith('False')) return 'metrics-failed';
  if (able === 'True SucceededRescale' && desired !== current) return desired > current ? 'scaled-up' : 'scaled-down';
  if (able === 'True ScaleDownStabilized') return 'held-by-down-window';
  if (able === 'True ScaleUpStabilized') return 'held-by-up-window';
  return limited.startsWith('True') ? 'held-by-limit' : 'kept';
}

interface Judged {
  readonly decision: ShadowDecision;
  /** What the controller may remember now, the likeliest first; never empty. */
  readonly memories: readonly Memory[];
}

/** What one decision is judged by. */
interface Scene {
  readonly rows: readonly TimelineRow[];
  readonly instant: SyncInstant;
  readonly autoscaler: Autoscaler;
  readonly status: AutoscalerStatus;
  readonly observed: Outcome;
}

function* matchesOf(tried: Iterable<Candidate>, observed: Outcome): Generator<Candidate> {
  for (const candidate of tried) if (sameOutcome(candidate.outcome, observed)) yield candidate;
}

function explained(
  { instant, observed, autoscaler }: Scene,
  first: Candidate,
  matches: readonly Candidate[],
): Judged | null {
  const [match] = matches;
  if (match === undefined) return null;
  const explanation = `${observed.current} → ${observed.desired} at ${observed.metrics.join(', ') || 'no metric'}: ${observed.able}, ${observed.limited}`;
  return {
    decision: {
      at: match.now,
      row: instant.row,
      visible: instant.visible,
      observed,
      predicted: first.outcome,
      agreement: match === first ? 'exact' : 'within-interval',
      code: outcomeCode(observed),
      explanation,
    },
    memories: distinct(
      matches.map(({ sync, now }) => settled(sync.memory, now, instant.at)),
      autoscaler,
      instant.at,
    ),
  };
}

function deviating(scene: Scene, first: Candidate, memory: Memory, options: ShadowOptions): Judged {
  const { rows, instant, autoscaler, status, observed } = scene;
  const predicted = first.outcome;
  const pods = rows[Math.max(0, instant.row - 1)];
  const again = (row: TimelineRow): Outcome =>
    tryInputs(autoscaler, { memory, status }, { samples: row, pods: pods ?? row }, instant.at, observed.current)
      .outcome;
  const code = deviationOf({ rows, instant, observed, predicted, again, memory, autoscaler, options });
  const explanation = differencesOf(observed, predicted).join('; ');
  const base = { at: instant.at, row: instant.row, visible: instant.visible, observed, predicted };
  return {
    decision: { ...base, agreement: 'deviates', code, explanation },
    memories: [corrected(autoscaler, memory, first.sync.memory, first.now, observed)],
  };
}

/**
 * Several memories may have led to what was seen: a size that a higher one in the window hides shows itself only when that
 * one has run out. All of them are kept until a decision tells them apart.
 */
function judge(scene: Scene, memories: readonly Memory[], options: ShadowOptions): Judged {
  const { rows, instant, autoscaler, status, observed } = scene;
  const known = memories.map((memory) => ({ memory, status }));
  const tried = [...candidates(autoscaler, known, rowsOf(rows, instant), instant, observed.current)];
  const [first] = tried;
  const [memory] = memories;
  if (first === undefined || memory === undefined) throw new RangeError(`row ${instant.row} is not in the timeline`);
  return explained(scene, first, [...matchesOf(tried, observed)]) ?? deviating(scene, first, memory, options);
}

/**
 * Replays a recording of a live HPA through the port, sync by sync.
 *
 * The controller reads at instants that no observer knows. A decision agrees when inputs that were seen around it, after a
 * past that explains every decision before it, reproduce it whole: sizes, the reasons of all three conditions, and the
 * metric values in the status. What none of them reproduces deviates.
 */
export function shadow(rows: readonly TimelineRow[], options: ShadowOptions): ShadowReport {
  const decisions: ShadowDecision[] = [];
  let memories: readonly Memory[] = [firstMemory(rows.find(({ hpa }) => hpa !== null))];
  for (const instant of syncInstants(rows, options.syncPeriodSeconds)) {
    const before = rows[Math.max(0, instant.row - 1)]?.hpa;
    const after = rows[instant.row]?.hpa;
    if (!before || !after) continue;
    const autoscaler = autoscalerOf(after.spec, options.setup);
    const scene = { rows, instant, autoscaler, status: statusOf(before), observed: observedOutcome(after) };
    const judged = judge(scene, memories, options);
    memories = judged.memories;
    decisions.push(judged.decision);
  }
  const count = (agreement: ShadowDecision['agreement']): number =>
    decisions.filter((decision) => decision.agreement === agreement).length;
  const [exact, withinInterval, deviating] = [count('exact'), count('within-interval'), count('deviates')];
  const shown = decisions.filter(({ visible }) => visible);
  return {
    decisions,
    exact,
    withinInterval,
    deviating,
    agreement: (exact + withinInterval) / decisions.length,
    visible: { all: shown.length, agreeing: shown.filter(({ agreement }) => agreement !== 'deviates').length },
  };
}
