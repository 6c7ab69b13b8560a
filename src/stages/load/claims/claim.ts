import type { Evidence } from '../../../domain/evidence.js';
import type { Derived } from '../derived.js';
import type { Recording } from '../recording.js';
import type { LoadSpec } from '../spec.js';

/** One claim about a recorded run; none where the run was not about it. */
export type Claim = (recording: Recording, spec: LoadSpec, derived: Derived) => readonly Omit<Evidence, 'at'>[];

export function objectOf({ target }: LoadSpec): string {
  return `HorizontalPodAutoscaler/${target.name}`;
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;
}
