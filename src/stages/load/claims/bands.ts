import type { Band, Bands } from '../../../autoscaler/bands.js';
import { markOf, type Recording } from '../recording.js';
import type { LoadSpec } from '../spec.js';
import { type Claim, objectOf } from './claim.js';
import { movesOf, reachedSize } from './scaling.js';

/**
 * What the simulation does not know: a look a second, times in whole seconds, a busy machine. One more turn of the
 * pipeline is allowed for it.
 */
function slackOf({ clocks }: LoadSpec): number {
  return clocks.syncPeriodSeconds + clocks.metricResolutionSeconds;
}

function at(band: Band, q: number): number | null {
  return band.quantiles.find((each) => each.q === q)?.seconds ?? null;
}

function shown(band: Band): string {
  const [typical, last] = [at(band, 0.5), at(band, 1)];
  return `${typical ?? 'never'} s typically, ${last ?? 'never'} s at most`;
}

function within(seconds: number, band: Band, slackSeconds: number): boolean {
  const last = at(band, 1);
  return last === null || seconds <= last + slackSeconds;
}

/** Whether most simulated runs came there at all: a band that is never reached is kept by anything. */
function isReached(band: Band): boolean {
  return at(band, 0.5) !== null;
}

function unpredicted(predicted: Bands | null, moved: boolean): string {
  if (predicted === null) return 'the load was not measured well enough to predict times';
  return moved ? 'most simulated runs of the measured load never come there' : 'no such move was seen';
}

function loadStart({ marks }: Recording): number | undefined {
  return marks.find(({ phase }) => phase === 'scaling')?.from;
}

/** Slower than every simulated run means that something is in the way which the algorithm does not know of. */
export const upWithinBand: Claim = (recording, spec, { predicted }) => {
  const start = loadStart(recording);
  const { aim } = recording;
  if (spec.mode !== 'prove' || aim === null || start === undefined || reachedSize(recording) < aim.to) return [];
  const ups = movesOf(recording).loaded.filter(({ from, to }) => to > from);
  const [first, last] = [ups[0], ups.at(-1)];
  const known = predicted !== null && isReached(predicted.firstMove) && first !== undefined && last !== undefined;
  const [firstSeconds, lastSeconds] = [((first?.at ?? 0) - start) / 1000, ((last?.at ?? 0) - start) / 1000];
  const slack = slackOf(spec);
  const inBand =
    known && within(firstSeconds, predicted.firstMove, slack) && within(lastSeconds, predicted.settled, slack);
  return [
    {
      claim: 'it scales up as soon as its clocks allow',
      requirement: 'autoscaling',
      object: objectOf(spec),
      verdict: !known ? 'inconclusive' : inBand ? 'pass' : 'fail',
      observed: known
        ? `first move after ${firstSeconds.toFixed(0)} s (${shown(predicted.firstMove)}), last after ${lastSeconds.toFixed(0)} s (${shown(predicted.settled)})`
        : unpredicted(predicted, first !== undefined),
      source: `${predicted?.runs ?? 0} simulated runs with this cluster's clocks`,
      ...(inBand
        ? {}
        : { remedy: 'Look for what delays metrics or syncs: a busy node, slow image pulls, another controller.' }),
    },
  ];
};

export const downWithinBand: Claim = (recording, spec, { predicted }) => {
  const mark = markOf(recording, 'cool-down');
  if (spec.mode !== 'prove' || !spec.scaleDown || mark === undefined || !mark.met) return [];
  const down = movesOf(recording).after.findLast(({ from, to }) => to < from);
  const known = predicted !== null && isReached(predicted.backToMin) && down !== undefined;
  const seconds = ((down?.at ?? 0) - mark.from) / 1000;
  const inBand = known && within(seconds, predicted.backToMin, slackOf(spec));
  return [
    {
      claim: 'it scales down as soon as its window allows',
      requirement: 'autoscaling',
      object: objectOf(spec),
      verdict: !known ? 'inconclusive' : inBand ? 'pass' : 'fail',
      observed: known
        ? `at its minimum after ${seconds.toFixed(0)} s (${shown(predicted.backToMin)})`
        : unpredicted(predicted, down !== undefined),
      source: `${predicted?.runs ?? 0} simulated runs with this cluster's clocks`,
      ...(inBand ? {} : { remedy: 'Look at behavior.scaleDown, and at what the service still does without load.' }),
    },
  ];
};
