import type { Report } from '../../domain/report.js';
import { spoken } from '../outline.js';
import { html, type Markup } from './markup.js';
import { scaleOf, secondsBetween } from './scale.js';

const [left, right, row] = [110, 1040, 34];

/** Where the time went: each stage where it began and as long as it took, so that what ran side by side is seen to. */
export function timeFigure({ stages, startedAt, durationMs }: Report): Markup {
  const begin = Date.parse(startedAt);
  const bars = stages.map((stage) => ({ ...stage, from: Math.max(0, Date.parse(stage.startedAt) - begin || 0) }));
  const end = Math.max(durationMs, 1, ...bars.map(({ from, durationMs: ms }) => from + ms));
  const x = scaleOf([0, end], [left, right]);
  const step = secondsBetween(end / 1000);
  const marks = Array.from({ length: Math.floor(end / 1000 / step) + 1 }, (_, i) => i * step);
  const height = bars.length * row + 40;
  const said = bars.map(({ stage, durationMs: ms }) => `${stage} ${spoken(ms)}`).join(', ');
  return html`<div class="card"><div class="scroll"><svg viewBox="0 0 1060 ${height}" role="img" aria-labelledby="tm-t tm-d" style="min-width:640px">
<title id="tm-t">Where the time went</title><desc id="tm-d">${said}; ${spoken(durationMs)} in all.</desc>
${marks.map((second) => html`<line class="grid" x1="${x(second * 1000)}" x2="${x(second * 1000)}" y1="6" y2="${height - 26}"/><text x="${x(second * 1000)}" y="${height - 8}" text-anchor="middle">${second} s</text>`)}
${bars.map((bar, i) => drawnBar(bar, 10 + i * row, x))}
</svg></div></div>`;
}

function drawnBar(
  { stage, verdict, from, durationMs }: Report['stages'][number] & { readonly from: number },
  y: number,
  x: (ms: number) => number,
): Markup {
  const [start, length] = [x(from), Math.max(3, x(from + durationMs) - x(from))];
  const outside = start + length + 70 < right;
  const label = outside
    ? html`<text class="ink" x="${start + length + 8}" y="${y + 15}">${spoken(durationMs)}</text>`
    : html`<text class="on" x="${start + length - 8}" y="${y + 15}" text-anchor="end">${spoken(durationMs)}</text>`;
  return html`<text class="strong" x="${left - 12}" y="${y + 15}" text-anchor="end">${stage}</text><rect class="b-${verdict}" x="${start}" y="${y}" width="${length}" height="21" rx="4"/>${label}`;
}
