import type { Bands } from '../../autoscaler/bands.js';
import { type ShadowReport, shadow } from '../../autoscaler/shadow.js';
import type { TimelineRow } from '../../autoscaler/timeline.js';
import { type Contentions, contentionDoubts, contentionsOf } from './contention.js';
import { generatorFaults } from './generator-faults.js';
import { type MeasuredLoad, measuredLoad } from './measured-load.js';
import { foretell } from './prediction.js';
import { project } from './projection.js';
import { markOf, type Recording } from './recording.js';
import type { LoadSpec, Projection } from './spec.js';
import { timelineOf, withLoad } from './timeline.js';
import { isWatched, longestGap } from './watched.js';

/** What follows from a recording by the autoscaler's algorithm. */
export interface Derived {
  readonly timeline: readonly TimelineRow[];
  /** Null where no load was sent: a resting autoscaler decides nothing worth comparing. */
  readonly shadow: ShadowReport | null;
  readonly measured: MeasuredLoad | null;
  readonly predicted: Bands | null;
  /** Production's clocks, and twice the load; null where nothing was measured. */
  readonly projection: Projection | null;
  /** What is wrong with the generator's own measurement, one phrase each; empty where it is sound. */
  readonly faults: readonly string[];
  /** Why what went wrong in time may be the machine's doing: those faults, an API server that was not heard, and others who had the processors. */
  readonly doubts: readonly string[];
  /** What others had of the machine's processors, before the load and under it. */
  readonly contentions: Contentions;
}

/** On a machine that lets its API server wait this long, a service waits as well. */
function silence(recording: Recording, spec: LoadSpec): readonly string[] {
  if (isWatched(recording, spec)) return [];
  return [`the API server was not heard for up to ${(longestGap(recording) / 1000).toFixed(0)} s`];
}

export function derive(recording: Recording, spec: LoadSpec): Derived {
  const timeline = withLoad(timelineOf(spec.target.name, recording.rows), recording.load);
  const measured = measuredLoad(recording, spec);
  const foretold = measured === null ? null : foretell(recording, spec, measured);
  const faults = recording.script === null ? generatorFaults(recording.load, spec.thresholds) : [];
  const { setup, clocks } = spec;
  const contentions = contentionsOf(recording);
  const ready = (markOf(recording, 'ready')?.to ?? 0) / 1000;
  const options = { setup, syncPeriodSeconds: clocks.syncPeriodSeconds };
  // Before it had its first metrics the autoscaler decided nothing, and its memory was another's.
  const settled = timeline.filter(({ until }) => until >= ready);
  return {
    timeline,
    measured,
    shadow: recording.load === null && recording.script === null ? null : shadow(settled, options),
    predicted: foretold?.bands ?? null,
    projection: measured === null || foretold === null ? null : project(recording, spec, measured, foretold),
    faults,
    doubts: [...faults, ...silence(recording, spec), ...contentionDoubts(contentions)],
    contentions,
  };
}
