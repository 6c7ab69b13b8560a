/** One line of a chart: values over time, each valid until the next. */
export interface Series {
  readonly name: string;
  readonly unit: string;
  readonly points: readonly { readonly at: number; readonly value: number }[];
}

const bars = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

function valueAt({ points }: Series, at: number): number {
  return points.findLast((point) => point.at <= at)?.value ?? 0;
}

/** The highest value of a stretch of time, so that a short peak is not lost between two columns. */
function peakOf(series: Series, from: number, to: number): number {
  const inside = series.points.filter(({ at }) => at > from && at < to).map(({ value }) => value);
  return Math.max(valueAt(series, from), ...inside);
}

function lineOf(series: Series, from: number, to: number, columns: number, width: number): string {
  const step = (to - from) / columns;
  const values = Array.from({ length: columns }, (_, index) =>
    peakOf(series, from + index * step, from + (index + 1) * step),
  );
  const top = Math.max(...values, 0);
  const drawn = values.map((value) =>
    value <= 0 ? ' ' : (bars[Math.min(7, Math.max(0, Math.ceil((value / top) * 8) - 1))] ?? ''),
  );
  return `${series.name.padEnd(width)} ${drawn.join('')} max ${Math.round(top * 10) / 10}${series.unit}`;
}

/** Bars over time, one line a series, each scaled to its own maximum, with the seconds below. */
export function chartText(series: readonly Series[], from: number, to: number, columns = 60): string {
  const width = Math.max(0, ...series.map(({ name }) => name.length));
  const [left, right] = [`${Math.round(from)} s`, `${Math.round(to)} s`];
  const axis = `${' '.repeat(width)} ${left}${right.padStart(Math.max(1, columns - left.length))}`;
  return [...series.map((each) => lineOf(each, from, to, columns, width)), axis].join('\n');
}
