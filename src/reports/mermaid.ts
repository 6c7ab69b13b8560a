import type { LoadData, LoadPoint } from '../domain/report-data.js';

const widest = 60;

/** At most `widest` points, evenly over the time; each is the largest of its stretch, so that no peak is lost. */
function thinned(points: readonly LoadPoint[], value: (point: LoadPoint) => number | null): readonly number[] {
  const stretch = Math.max(1, Math.ceil(points.length / widest));
  const thin: number[] = [];
  for (let i = 0; i < points.length; i += stretch) {
    const seen = points.slice(i, i + stretch).flatMap((point) => value(point) ?? []);
    thin.push(seen.length === 0 ? (thin.at(-1) ?? 0) : Math.max(...seen));
  }
  return thin;
}

/** Mermaid knows no second axis: load and replicas are two charts, one below the other, over the same time. */
export function mermaidCharts({ points, maxReplicas }: LoadData): string {
  const seconds = Math.max(1, Math.round((points.at(-1)?.ms ?? 0) / 1000));
  const rate = thinned(points, (point) => point.rate);
  const replicas = thinned(points, (point) => point.readyReplicas);
  const seen = points.some(({ predictedReplicas }) => predictedReplicas !== null);
  const predicted = seen ? [thinned(points, (point) => point.predictedReplicas)] : [];
  const top = Math.max(maxReplicas, ...replicas, ...predicted.flat(), 1);
  return [
    chart('Arrivals a second', seconds, Math.max(1, ...rate), [rate]),
    chart(seen ? 'Ready replicas, and what the shadow HPA predicts' : 'Ready replicas', seconds, top, [
      replicas,
      ...predicted,
    ]),
  ].join('\n\n');
}

function chart(title: string, seconds: number, top: number, lines: readonly (readonly number[])[]): string {
  return [
    '```mermaid',
    'xychart-beta',
    `  title "${title}"`,
    `  x-axis "seconds" 0 --> ${seconds}`,
    `  y-axis 0 --> ${round(top)}`,
    ...lines.map((line) => `  line [${line.map(round).join(', ')}]`),
    '```',
  ].join('\n');
}

const round = (value: number): number => Math.round(value * 10) / 10;
