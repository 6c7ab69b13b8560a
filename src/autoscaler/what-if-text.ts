import { chartText, type Series } from './chart.js';
import { tableText } from './table.js';
import type { WhatIf, WhatIfResult } from './what-if.js';

const one = (value: number): string => String(Math.round(value * 10) / 10);

function rowOf({ name, moves, flaps, peak, podHours, shortSeconds, idleSeconds }: WhatIfResult): readonly string[] {
  return [name, ...[moves, flaps, peak, podHours, shortSeconds, idleSeconds].map(one)];
}

function seriesOf({ name, run }: WhatIfResult): Series {
  const points = [{ at: 0, value: run.startReplicas }, ...run.moves.map(({ at, to }) => ({ at, value: to }))];
  return { name, unit: ' pods', points };
}

/**
 * A what-if as text: one row a variant, and the demand over time above the sizes that answer it.
 *
 * @param recorded the sizes that the recording shows, where the trace is one: they stand above the simulated ones.
 */
export function whatIfText({ trace, results }: WhatIf, recorded: Series['points'] = []): string {
  const head = ['variant', 'moves', 'turns', 'peak', 'pod-hours', 'too few (s)', 'too many (s)'];
  const demand = { name: 'demand', unit: 'm', points: trace.demand.map(({ at, milli }) => ({ at, value: milli })) };
  const seen = recorded.length === 0 ? [] : [{ name: 'recorded', unit: ' pods', points: recorded }];
  const chart = chartText([demand, ...seen, ...results.map(seriesOf)], 0, trace.endAt);
  return `${tableText(head, results.map(rowOf))}\n\n${chart}`;
}
