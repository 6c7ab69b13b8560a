import type { Report } from '../domain/report.js';
import type { Publication } from '../ports/publisher.js';
import { annotationsOf } from './annotations.js';
import { commentMarker, renderComment } from './comment.js';
import { outputsOf } from './outputs.js';
import { renderSummary } from './summary.js';

/** What a user wants published. */
export interface PublishOptions {
  readonly environment: string;
  readonly summary: boolean;
  readonly annotations: boolean;
  readonly commentOnPr: boolean;
  readonly checkRun: boolean;
  readonly commitStatus: boolean;
  readonly deploymentStatus: boolean;
  /** Address of the run, for those who come from a comment. */
  readonly link: string | undefined;
  /** Outputs that only the door knows: paths of files, the cluster. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** Bytes that GitHub takes as the text of a check run. */
const checkTextLimit = 65_535;

/** Everything that a report is made known by, rendered. */
export function publicationOf(report: Report, options: PublishOptions): Publication {
  const { decision, reason, service } = report;
  const { environment, link } = options;
  const key = `${service} ${environment}`;
  return {
    decision,
    reason,
    name: `scale-gate / ${service} / ${environment}`,
    outputs: { ...outputsOf(report), ...options.outputs },
    summary: options.summary ? renderSummary(report) : undefined,
    annotations: options.annotations ? annotationsOf(report) : [],
    comment: options.commentOnPr
      ? { marker: commentMarker(key), body: renderComment(report, { key, ...(link === undefined ? {} : { link }) }) }
      : undefined,
    checkRun: options.checkRun ? { text: renderSummary(report, checkTextLimit) } : undefined,
    commitStatus: options.commitStatus,
    deployment: options.deploymentStatus ? { environment } : undefined,
  };
}
