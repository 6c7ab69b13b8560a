import type { LoadData } from '../../domain/report-data.js';
import { firstOf, signs } from '../outline.js';
import { html, type Markup, nothing } from './markup.js';

/** What was foretold beside what came. */
export function predictionTable({ predictions = [], forecast }: LoadData): Markup {
  if (predictions.length === 0) return nothing;
  const mapped = predictions.some(({ production }) => production !== undefined);
  const head = mapped ? html`<th>on production clocks</th>` : nothing;
  const beyond = forecast === undefined ? nothing : html`<p>${forecast}</p>`;
  return html`<div class="card"><table><thead><tr><th>simulated from the measured load</th><th>expected</th><th>observed</th>${head}</tr></thead><tbody>${predictions.map(
    ({ what, expected, observed, production }) =>
      html`<tr><td>${what}</td><td>${expected}</td><td>${observed}</td>${mapped ? html`<td>${production ?? ''}</td>` : nothing}</tr>`,
  )}</tbody></table>${beyond}</div>`;
}

/** Every decision of the HPA beside the algorithm's, those that differ first. */
export function decisionTable({ decisions = [] }: LoadData): Markup {
  if (decisions.length === 0) return nothing;
  const agreeing = decisions.filter(({ agrees }) => agrees).length;
  const { shown, left } = firstOf(
    decisions.toSorted((a, b) => Number(a.agrees) - Number(b.agrees) || a.ms - b.ms),
    300,
  );
  const open = agreeing === decisions.length ? nothing : html` open`;
  const more = left === 0 ? nothing : html`<p>… and ${left} more in report.json.</p>`;
  return html`<details${open}><summary>Every decision of the HPA beside the algorithm's: ${agreeing} of ${decisions.length} agree</summary><div class="scroll"><table>
<thead><tr><th></th><th>after</th><th>from</th><th>HPA asked</th><th>algorithm</th><th>why</th></tr></thead><tbody>${shown.map(
    ({ ms, current, observed, predicted, agrees, explanation }) =>
      html`<tr><td class="${agrees ? 'v-pass' : 'v-fail'}">${agrees ? signs.pass : signs.fail}</td><td class="n">${Math.round(ms / 1000)} s</td><td>${current}</td><td>${observed}</td><td>${predicted}</td><td>${explanation}</td></tr>`,
  )}</tbody></table></div>${more}</details>`;
}
