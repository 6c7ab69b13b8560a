import type { Autoscaler, AutoscalerStatus, Sync } from './autoscaler.js';
import { differencesOf, type Outcome, observedOutcome, outcomeOf, sameOutcome, statusOf } from './decision.js';
import { type DeviationCode, deviationOf } from './deviation.js';
import { autoscalerOf, type ControllerSetup } from './hpa.js';
import { emptyMemory, type Memory, rememberScale } from './memory.js';
import { observationOf } from './observation.js';
import { reconcile } from './reconcile.js';
import { type SyncInstant, syncInstants } from './sync-instant.js';
import type { ObservedHpa, TimelineRow } from './timeline.js';

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

/** Inputs that the controller may have had, and what the port makes of them. */
interface Candidate {
  readonly now: number;
  readonly sync: Sync;
  readonly outcome: Outcome;
}

interface State {
  readonly memory: Memory;
  readonly status: AutoscalerStatus;
}

/**
 * What the controller remembers before the recording begins, as far as its first status tells: where it holds a size
 * back, that size was recommended at some time within the window; otherwise nothing in the window is higher.
 */
function firstMemory(row: TimelineRow | undefined): Memory {
  const able = row?.hpa?.status.conditions.find(({ type }) => type === 'AbleToScale');
  if (!row?.hpa || able === undefined) return emptyMemory;
  const at = able.reason === 'ScaleDownStabilized' ? row.at : Number.NEGATIVE_INFINITY;
  return { ...emptyMemory, recommendations: [{ at, replicas: row.hpa.status.currentReplicas, unseen: true }] };
}

/** The same without the recommendation from before the recording, whose age nobody saw: it may have run out. */
function withoutFirst({ memory, status }: State): State {
  const recommendations = memory.recommendations.map((each) =>
    each.unseen ? { ...each, at: Number.NEGATIVE_INFINITY } : each,
  );
  return { status, memory: { ...memory, recommendations } };
}

/** spec and memory of the HPA at a row; another spec is another autoscaler. */
function portOf(hpa: ObservedHpa, setup: ControllerSetup): Autoscaler {
  return autoscalerOf(hpa.spec, setup);
}

function tryInputs(
  autoscaler: Autoscaler,
  state: State,
  rows: { readonly samples: TimelineRow; readonly pods: TimelineRow },
  now: number,
  current: number,
): Candidate {
  const sync = reconcile(autoscaler, state.status, state.memory, observationOf(rows, autoscaler.metrics, now, current));
  return { now, sync, outcome: outcomeOf(current, sync.status) };
}

/** Rows in which the controller may have read, those before the outcome first: what it read it read before it wrote. */
function rowsOf(rows: readonly TimelineRow[], { row, earliest, latest, visible }: SyncInstant): readonly TimelineRow[] {
  if (visible) return [rows[row - 1], rows[row], rows[row - 2]].filter((each) => each !== undefined);
  const near = rows.filter(({ at }) => at >= earliest && at <= latest);
  const nearest = rows[row];
  return nearest === undefined ? near : [nearest, ...near.filter((each) => each !== nearest)];
}

function* candidates(
  autoscaler: Autoscaler,
  state: State,
  rows: readonly TimelineRow[],
  instant: SyncInstant,
  current: number,
): Generator<Candidate> {
  for (const known of [state, withoutFirst(state)]) {
    for (const now of [instant.at, instant.latest, instant.earliest]) {
      for (const samples of rows) {
        for (const pods of rows) yield tryInputs(autoscaler, known, { samples, pods }, now, current);
      }
    }
  }
}

export function outcomeCode({ current, desired, able, active, limited }: Outcome): OutcomeCode {
  if (active === 'False ScalingDisabled') return 'scaling-disabled';
  if (active.startsWith('False')) return 'metrics-failed';
  if (able === 'True SucceededRescale' && desired !== current) return desired > current ? 'scaled-up' : 'scaled-down';
  if (able === 'True ScaleDownStabilized') return 'held-by-down-window';
  if (able === 'True ScaleUpStabilized') return 'held-by-up-window';
  return limited.startsWith('True') ? 'held-by-limit' : 'kept';
}

/** After a deviation the memory goes on with what the live controller wrote, not with what the port would have. */
function corrected(autoscaler: Autoscaler, before: Memory, { sync, now }: Candidate, observed: Outcome): Memory {
  const kept = { ...sync.memory, scaleUpEvents: before.scaleUpEvents, scaleDownEvents: before.scaleDownEvents };
  if (!observed.able.endsWith('SucceededRescale')) return kept;
  return rememberScale(kept, autoscaler.behavior, now, observed.current, observed.desired);
}

interface Judged {
  readonly decision: ShadowDecision;
  readonly memory: Memory;
}

function judge(
  rows: readonly TimelineRow[],
  hpa: ObservedHpa,
  instant: SyncInstant,
  state: State,
  options: ShadowOptions,
): Judged {
  const autoscaler = portOf(hpa, options.setup);
  const observed = observedOutcome(hpa);
  const read = rowsOf(rows, instant);
  let first: Candidate | undefined;
  for (const candidate of candidates(autoscaler, state, read, instant, observed.current)) {
    first ??= candidate;
    if (!sameOutcome(candidate.outcome, observed)) continue;
    const agreement = candidate === first ? 'exact' : 'within-interval';
    const explanation = `${observed.current} → ${observed.desired} at ${observed.metrics.join(', ') || 'no metric'}: ${observed.able}, ${observed.limited}`;
    const base = { at: candidate.now, row: instant.row, visible: instant.visible, observed, predicted: first.outcome };
    return {
      decision: { ...base, agreement, code: outcomeCode(observed), explanation },
      memory: candidate.sync.memory,
    };
  }
  if (first === undefined) throw new RangeError(`row ${instant.row} is not in the timeline`);
  const predicted = first.outcome;
  const pods = rows[Math.max(0, instant.row - 1)];
  const again = (row: TimelineRow): Outcome =>
    tryInputs(autoscaler, state, { samples: row, pods: pods ?? row }, instant.at, observed.current).outcome;
  const code = deviationOf({ rows, instant, observed, predicted, again, memory: state.memory, autoscaler, options });
  const explanation = differencesOf(observed, predicted).join('; ');
  const base = { at: instant.at, row: instant.row, visible: instant.visible, observed, predicted };
  return {
    decision: { ...base, agreement: 'deviates', code, explanation },
    memory: corrected(autoscaler, state.memory, first, observed),
  };
}

/**
 * Replays a recording of a live HPA through the port, sync by sync.
 *
 * The controller reads at instants that no observer knows. A decision agrees when inputs that were seen around it
 * reproduce it whole: sizes, the reasons of all three conditions, and the metric values in the status. What none of
 * them reproduces deviates.
 */
export function shadow(rows: readonly TimelineRow[], options: ShadowOptions): ShadowReport {
  const decisions: ShadowDecision[] = [];
  let memory = firstMemory(rows.find(({ hpa }) => hpa !== null));
  for (const instant of syncInstants(rows, options.syncPeriodSeconds)) {
    const before = rows[Math.max(0, instant.row - 1)]?.hpa;
    const after = rows[instant.row]?.hpa;
    if (!before || !after) continue;
    const judged = judge(rows, after, instant, { memory, status: statusOf(before) }, options);
    memory = judged.memory;
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
