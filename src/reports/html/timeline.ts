import type { LoadData, LoadPoint } from '../../domain/report-data.js';
import { decisionTable } from './decisions.js';
import { html, type Markup, nothing } from './markup.js';
import { type Scale, scaleOf, secondsBetween, ticksOf } from './scale.js';

const width = 1060;
const [left, right] = [52, 1030];
const [upper, lower] = [22, 546];

interface Line {
  readonly style: string;
  readonly value: (point: LoadPoint) => number | null;
  /** Replicas change in steps; rates and utilisation are joined. */
  readonly stepped: boolean;
  readonly filled?: boolean;
}

interface Panel {
  readonly title: string;
  readonly top: number;
  readonly height: number;
  readonly lines: readonly Line[];
  readonly limits: readonly { readonly value: number; readonly label: string }[];
}

function panelsOf({ minReplicas, maxReplicas, targetCpuPercent }: LoadData): readonly Panel[] {
  const limits = [
    { value: maxReplicas, label: `maximum ${maxReplicas}` },
    { value: minReplicas, label: `minimum ${minReplicas}` },
  ];
  const target = targetCpuPercent === null ? [] : [{ value: targetCpuPercent, label: `target ${targetCpuPercent} %` }];
  return [
    {
      title: 'Arrivals a second',
      top: 54,
      height: 110,
      limits: [],
      lines: [
        { style: 'l-load', value: (point) => point.rate, stepped: false, filled: true },
        { style: 'l-bad', value: (point) => (point.bad === 0 ? null : point.bad), stepped: false },
      ],
    },
    {
      title: 'Replicas',
      top: 212,
      height: 150,
      limits,
      lines: [
        { style: 'l-predicted', value: (point) => point.predictedReplicas, stepped: true },
        { style: 'l-replicas', value: (point) => point.readyReplicas, stepped: true },
      ],
    },
    {
      title: 'CPU, % of the request',
      top: 412,
      height: 120,
      limits: target,
      lines: [
        { style: 'l-predicted', value: (point) => point.predictedCpuPercent, stepped: false },
        { style: 'l-cpu', value: (point) => point.cpuPercent, stepped: false },
      ],
    },
  ];
}

/** Load, replicas and CPU over one time axis, observed and predicted. Empty where there is nothing to draw. */
export function timelineFigure(data: LoadData): Markup {
  const { points, phases, autoscaler } = data;
  const end = points.at(-1)?.ms ?? 0;
  if (points.length < 2 || end <= 0) return nothing;
  const x = scaleOf([0, end], [left, right]);
  const panels = panelsOf(data);
  return html`<div class="card"><div class="legend">${legend(data)}</div><div class="scroll">
<svg viewBox="0 0 ${width} 572" role="img" aria-labelledby="tl-t tl-d" style="min-width:720px">
<title id="tl-t">Load, replicas and CPU over time</title>
<desc id="tl-d">${described(data)} (${autoscaler})</desc>
${joined(phases).map(({ name, fromMs, toMs }, i) => phaseBand(name, x(Math.max(0, fromMs)), x(Math.min(toMs, end)), i))}
${panels.map((panel) => drawnPanel(panel, points, x))}
${timeAxis(end, x)}
</svg></div>${decisionTable(data)}${asTable(data)}</div>`;
}

function legend({ points }: LoadData): readonly Markup[] {
  const entry = (style: string, label: string): Markup =>
    html`<span class="${style}"><i></i><span>${label}</span></span>`;
  const predicted = points.some((point) => point.predictedReplicas !== null || point.predictedCpuPercent !== null);
  return [
    entry('k-load', 'arrivals intended'),
    ...(points.some(({ bad }) => (bad ?? 0) > 0) ? [entry('k-bad', 'bad answers')] : []),
    entry('k-replicas', 'replicas Ready'),
    entry('k-cpu', 'CPU observed'),
    ...(predicted ? [entry('k-predicted', 'predicted by the shadow HPA')] : []),
  ];
}

const largest = (points: readonly LoadPoint[], value: Line['value']): number =>
  points.reduce((top, point) => Math.max(top, value(point) ?? 0), 0);

function described({ points, minReplicas, maxReplicas }: LoadData): string {
  const rate = Math.round(largest(points, (point) => point.rate));
  const replicas = largest(points, (point) => point.readyReplicas);
  return `Up to ${rate} arrivals a second; up to ${replicas} replicas Ready, between a minimum of ${minReplicas} and a maximum of ${maxReplicas}.`;
}

/** Neighbours of one name are one phase to the eye. */
function joined(phases: LoadData['phases']): LoadData['phases'] {
  const whole: LoadData['phases'][number][] = [];
  for (const phase of phases) {
    const last = whole.at(-1);
    if (last?.name === phase.name) whole[whole.length - 1] = { ...last, toMs: phase.toMs };
    else whole.push(phase);
  }
  return whole;
}

/** Width of a letter of the labels, about. */
const letter = 6.2;

/** A band that is too narrow for its name shows none; the evidence has it. */
function phaseBand(name: string, from: number, to: number, index: number): Markup {
  const room = Math.max(0, to - from);
  const band =
    index % 2 === 1
      ? html`<rect class="shade" x="${from}" y="${upper}" width="${room}" height="${lower - upper}"/>`
      : nothing;
  const label = name.length * letter > room ? nothing : html`<text x="${from + 4}" y="14">${name}</text>`;
  return html`${band}${label}`;
}

function drawnPanel({ title, top, height, lines, limits }: Panel, points: readonly LoadPoint[], x: Scale): Markup {
  const most = Math.max(1, ...lines.map(({ value }) => largest(points, value)), ...limits.map(({ value }) => value));
  const y = scaleOf([0, most * 1.05], [top + height, top]);
  const marks = ticksOf(most, 4).map(
    (tick) =>
      html`<line class="grid" x1="${left}" x2="${right}" y1="${y(tick)}" y2="${y(tick)}"/><text x="${left - 8}" y="${y(tick) + 4}" text-anchor="end">${tick}</text>`,
  );
  const bounds = limits.map(
    ({ value, label }) =>
      html`<line class="limit" x1="${left}" x2="${right}" y1="${y(value)}" y2="${y(value)}"/><text x="${right - 4}" y="${y(value) - 5}" text-anchor="end">${label}</text>`,
  );
  return html`<text class="strong" x="${left}" y="${top - 8}">${title}</text>${marks}${bounds}${lines.map((line) => drawnLine(line, points, x, y))}`;
}

/** Gaps stay gaps: where nothing was seen, nothing is drawn. A lone gap of a second or two is bridged by the next look. */
function drawnLine({ style, value, stepped, filled }: Line, points: readonly LoadPoint[], x: Scale, y: Scale): Markup {
  const seen = points.flatMap((point) => {
    const found = value(point);
    return found === null ? [] : [{ ms: point.ms, at: found }];
  });
  if (seen.length === 0) return nothing;
  const path = seen.map(({ ms, at }, i) => {
    const gap = i > 0 && ms - (seen[i - 1]?.ms ?? ms) > 5000;
    if (i === 0 || gap) return `M${x(ms)} ${y(at)}`;
    return stepped ? `H${x(ms)}V${y(at)}` : `L${x(ms)} ${y(at)}`;
  });
  const [first, last] = [seen[0]?.ms ?? 0, seen.at(-1)?.ms ?? 0];
  const area = filled
    ? html`<path class="area" d="${path.join('')}L${x(last)} ${y(0)}L${x(first)} ${y(0)}Z"/>`
    : nothing;
  return html`${area}<path class="series ${style}" d="${path.join('')}"/>`;
}

function timeAxis(end: number, x: Scale): Markup {
  const step = secondsBetween(end / 1000);
  const marks = Array.from({ length: Math.floor(end / 1000 / step) + 1 }, (_, i) => i * step);
  return html`<line class="axis" x1="${left}" x2="${right}" y1="${lower}" y2="${lower}"/>${marks.map(
    (second) => html`<text x="${x(second * 1000)}" y="${lower + 18}" text-anchor="middle">${second} s</text>`,
  )}`;
}

/** The same figures as rows, for those who do not see the drawing: every change of the replicas. */
function asTable({ points }: LoadData): Markup {
  const changes = points
    .filter((point, i) => i === 0 || point.readyReplicas !== points[i - 1]?.readyReplicas)
    .slice(0, 100);
  const shown = (value: number | null, unit = ''): string =>
    value === null ? 'not seen' : `${Math.round(value)}${unit}`;
  return html`<details><summary>Every change of the replicas as a table</summary><div class="scroll"><table>
<thead><tr><th>after</th><th>Ready</th><th>HPA asks</th><th>predicted</th><th>arrivals a second</th><th>CPU</th></tr></thead><tbody>${changes.map(
    (point) =>
      html`<tr><td class="n">${shown(point.ms / 1000, ' s')}</td><td>${shown(point.readyReplicas)}</td><td>${shown(point.desiredReplicas)}</td><td>${shown(point.predictedReplicas)}</td><td>${shown(point.rate)}</td><td>${shown(point.cpuPercent, ' %')}</td></tr>`,
  )}</tbody></table></div></details>`;
}
