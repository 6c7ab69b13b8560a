import type { Report } from '../../domain/report.js';
import { loadDataOf, redisDataOf } from '../outline.js';
import { predictionTable } from './decisions.js';
import { html, nothing } from './markup.js';
import { redisFigure } from './redis-picture.js';
import {
  banner,
  inabilities,
  manifestFindings,
  notes,
  requirementCards,
  subjectCard,
  thresholds,
  tiles,
} from './sections.js';
import { style } from './style.js';
import { timeFigure } from './time-picture.js';
import { timelineFigure } from './timeline.js';

/**
 * One page that needs nothing else: no script, no font, no picture from elsewhere, and a policy that forbids them, so
 * that it can be opened from an artifact, offline, years later.
 */
export function renderHtml(report: Report): string {
  const [load, redis] = [loadDataOf(report), redisDataOf(report)];
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer"><title>${report.decision}: ${report.service} · Scale Gate</title>
<style>${{ markup: style }}</style></head><body><main>
${banner(report)}${tiles(report)}${inabilities(report)}
${load === undefined ? nothing : html`<h2>Load and replicas</h2>${timelineFigure(load)}${predictionTable(load)}${thresholds(report)}`}
<h2>The evidence, by requirement</h2>${requirementCards(report)}
${redis === undefined ? nothing : html`<h2>Redis Cluster</h2>${redisFigure(redis)}`}
<h2>Where the time went</h2>${timeFigure(report)}${notes(report)}
${manifestFindings(report)}${subjectCard(report)}
<footer>Written by Scale Gate ${report.version}. No evidence, no pass.</footer>
</main></body></html>
`;
  return page.markup;
}
