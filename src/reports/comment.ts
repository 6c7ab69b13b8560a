import type { Report } from '../domain/report.js';
import { fitting, inline, table } from './markdown-text.js';
import { findingsOf, firstOf, outlineOf, passedOf } from './outline.js';
import { emoji, headline, notesSection, timeTable } from './summary.js';

/** What GitHub takes as a comment, in characters; bytes are never fewer. */
const commentLimit = 65_536;

export interface CommentOptions {
  /** Keeps apart the comments of several gates on one pull request: service and environment. */
  readonly key: string;
  /** Address of the run, as the host tells it. */
  readonly link?: string;
}

/** Hidden first line by which a later run finds the comment that it brings up to date. */
export function commentMarker(key: string): string {
  return `<!-- scale-gate ${key.toLowerCase().replace(/[^a-z0-9]+/g, '-')} -->`;
}

/** The comment that a pull request has once, short: what a reviewer needs to decide. */
export function renderComment(report: Report, { key, link }: CommentOptions): string {
  const rows = outlineOf(report).map(({ title, verdict, findings }) => [emoji[verdict], title, passedOf(findings)]);
  const sections = [
    `${commentMarker(key)}\n${headline(report).replace(/^# /, '### ')}`,
    table(['', 'requirement', 'evidence'], rows),
    failures(report),
    notesSection(report).replace(/^## /gm, '#### '),
    `<details><summary>Where the time went</summary>\n\n${timeTable(report).split('\n').slice(2).join('\n')}\n\n</details>`,
    footer(report, link),
  ];
  return fitting(sections, commentLimit);
}

function failures(report: Report): string {
  const { shown, left } = firstOf(
    findingsOf(report).filter(({ verdict }) => verdict !== 'pass'),
    10,
  );
  const lines = shown.map(
    ({ stage, verdict, claim, object, observed, remedy }) =>
      `- ${emoji[verdict]} **${stage}**: ${inline(claim)}${object === undefined ? '' : ` (${inline(object)})`}. ` +
      `${inline(observed)}${remedy === undefined ? '' : ` → ${inline(remedy)}`}`,
  );
  const errors = report.stages.flatMap(({ stage, error }) =>
    error === undefined
      ? []
      : [`- ${emoji.inconclusive} **${stage}** (${error.code}): ${inline(error.message)} → ${inline(error.hint)}`],
  );
  return [...errors, ...lines, ...(left === 0 ? [] : [`- … and ${left} more`])].join('\n');
}

function footer({ subject, service }: Report, link: string | undefined): string {
  const run = link !== undefined && /^https:\/\/[^\s()<>]+$/.test(link) ? ` · [the run](${link})` : '';
  return `<sub>${inline(service)} at ${inline(subject.commit)}${run}</sub>`;
}
