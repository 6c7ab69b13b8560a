import { describeLocation } from '../../domain/location.js';
import type { Report } from '../../domain/report.js';
import type { Verdict } from '../../domain/verdict.js';
import {
  type Finding,
  firstOf,
  lintDataOf,
  loadDataOf,
  notesOf,
  outlineOf,
  passedOf,
  type RequirementOutline,
  signs,
  spoken,
} from '../outline.js';
import { html, type Markup, nothing } from './markup.js';

export function banner(report: Report): Markup {
  const { decision, reason, service, run, version, startedAt, durationMs } = report;
  const changed = notesOf(report, 'modified-for-ci').length;
  const changes = changed === 1 ? 'One thing was changed' : `${changed} things were changed`;
  const said =
    changed === 0 ? nothing : html`<p class="changed"><a href="#modified-for-ci">${changes} to be quick in CI</a></p>`;
  return html`<header class="banner ${decision}"><h1><span class="word">${signs[decision]} ${decision}</span> ${service}</h1>
<p class="why">${reason}</p>
<p class="meta">run <code>${run}</code> began ${startedAt} and took ${spoken(durationMs)} · Scale Gate ${version}</p>${said}</header>`;
}

export function tiles(report: Report): Markup {
  const tile = ({ id, title, verdict, findings }: RequirementOutline): Markup =>
    html`<a class="tile t-${verdict}" href="#${id}"><b>${title}</b><span class="v-${verdict}">${signs[verdict]} ${verdict}</span> <span>· ${passedOf(findings)}</span></a>`;
  return html`<nav class="cards" aria-label="The six requirements">${outlineOf(report).map(tile)}</nav>`;
}

export function requirementCards(report: Report): Markup {
  return html`${outlineOf(report).map(requirementCard)}`;
}

function requirementCard({ id, title, verdict, findings }: RequirementOutline): Markup {
  const bad = findings.filter((finding) => finding.verdict !== 'pass');
  const good = findings.filter((finding) => finding.verdict === 'pass');
  const held =
    bad.length === 0 || good.length === 0
      ? findingTable(good)
      : html`<details><summary>${good.length} claims that hold</summary>${findingTable(good)}</details>`;
  const body = findings.length === 0 ? html`<p>Nothing was found out.</p>` : html`${findingTable(bad)}${held}`;
  return html`<details class="card requirement" id="${id}"${verdict === 'pass' ? nothing : html` open`}><summary><h3>${title}</h3><span class="v-${verdict}">${signs[verdict]} ${verdict}</span><span>${passedOf(findings)}</span></summary>${body}</details>`;
}

function findingTable(findings: readonly Finding[]): Markup {
  if (findings.length === 0) return nothing;
  const { shown, left } = firstOf(findings, 500);
  const more = left === 0 ? nothing : html`<p>… and ${left} more in report.json.</p>`;
  return html`<div class="scroll"><table><thead><tr><th></th><th>claim</th><th>observed</th><th>source</th></tr></thead><tbody>${shown.map(findingRow)}</tbody></table></div>${more}`;
}

function findingRow({ verdict, stage, claim, object, observed, source, remedy, at }: Finding): Markup {
  const what = object === undefined ? nothing : html`<br><code>${object}</code>`;
  const advice = remedy === undefined ? nothing : html`<p class="do">${remedy}</p>`;
  return html`<tr><td class="n v-${verdict}"><span title="${verdict}">${signs[verdict]}</span> ${stage}</td><td>${claim}${what}</td><td>${observed}${advice}</td><td><code>${source}</code><br><code>${at.slice(11, 19)}</code></td></tr>`;
}

/** Inabilities and stages that were not reached: what stands between the run and an answer. */
export function inabilities({ stages, skipped }: Report): Markup {
  const errors = stages.flatMap(({ stage, error }) => (error === undefined ? [] : [{ stage, error }]));
  if (errors.length + skipped.length === 0) return nothing;
  return html`<h2>What could not be found out</h2>${errors.map(
    ({ stage, error: { code, message, hint, facts } }) =>
      html`<div class="card inconclusive-card"><h3>${stage} could not do its work <code>${code}</code></h3><p>${message}</p><p class="do">${hint}</p><table><tbody>${Object.entries(facts).map(([name, fact]) => html`<tr><td>${name}</td><td><code>${fact}</code></td></tr>`)}</tbody></table></div>`,
  )}${skipped.length === 0 ? nothing : html`<div class="card"><ul>${skipped.map(({ stage, reason }) => html`<li><b>${stage}</b> was not reached: ${reason}</li>`)}</ul></div>`}`;
}

export function notes(report: Report): Markup {
  const titles = [
    ['modified-for-ci', 'Changed to be quick in CI (modified-for-ci)'],
    ['cannot-prove', 'Not proven here'],
    ['measured', 'Measured'],
    ['advice', 'Advice'],
  ] as const;
  return html`${titles.map(([kind, title]) => {
    const texts = notesOf(report, kind);
    const style = kind === 'modified-for-ci' ? 'card note' : 'card';
    return texts.length === 0
      ? nothing
      : html`<div class="${style}" id="${kind}"><h3>${title}</h3><ul>${texts.map((text) => html`<li>${text}</li>`)}</ul></div>`;
  })}`;
}

export function thresholds(report: Report): Markup {
  const rows = loadDataOf(report)?.thresholds ?? [];
  if (rows.length === 0) return nothing;
  const row = ({ text, observed, verdict }: { text: string; observed: string; verdict: Verdict }): Markup =>
    html`<tr><td class="n v-${verdict}">${signs[verdict]} ${verdict}</td><td><code>${text}</code></td><td>${observed}</td></tr>`;
  return html`<div class="card"><table><thead><tr><th></th><th>threshold</th><th>observed</th></tr></thead><tbody>${rows.map(row)}</tbody></table></div>`;
}

export function manifestFindings(report: Report): Markup {
  const diagnostics = lintDataOf(report)?.diagnostics ?? [];
  if (diagnostics.length === 0) return nothing;
  const { shown, left } = firstOf(diagnostics, 500);
  const colour = { error: 'v-fail', warning: 'v-inconclusive', note: 'v-skipped' } as const;
  return html`<h2>Findings in the manifests</h2><div class="card scroll"><table><thead><tr><th>severity</th><th>place</th><th>finding</th></tr></thead><tbody>${shown.map(
    ({ severity, at, rule, message, remediation }) =>
      html`<tr><td class="n ${colour[severity]}">${severity}</td><td><code>${describeLocation(at)}</code></td><td>${message} <code>${rule}</code><p class="do">${remediation}</p></td></tr>`,
  )}</tbody></table>${left === 0 ? nothing : html`<p>… and ${left} more in report.sarif.</p>`}</div>`;
}

export function subjectCard({ subject }: Report): Markup {
  const images = Object.entries(subject.images).map(
    ([image, digest]) => html`<tr><td>image <code>${image}</code></td><td><code>${digest}</code></td></tr>`,
  );
  return html`<h2>What the evidence is about</h2><div class="card"><table><tbody><tr><td>commit</td><td><code>${subject.commit}</code></td></tr><tr><td>manifests</td><td><code>${subject.manifests}</code></td></tr>${images}</tbody></table></div>`;
}
