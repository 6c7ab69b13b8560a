import type { Decision } from '../domain/verdict.js';

export type AnnotationLevel = 'error' | 'warning' | 'notice';

/** One annotation, still without the host's own escaping. */
export interface Annotation {
  readonly level: AnnotationLevel;
  readonly title: string;
  readonly message: string;
  readonly file?: string;
  readonly startLine?: number;
  readonly startColumn?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** What a run wants to be known, rendered already. What is undefined is not wanted. */
export interface Publication {
  readonly decision: Decision;
  /** The one line that names the object and the number. */
  readonly reason: string;
  /** Name of check and status: `scale-gate / shop / preview`. */
  readonly name: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string | undefined;
  readonly annotations: readonly Annotation[];
  /** The comment of the pull request; `marker` is its first line, by which the next run finds it again. */
  readonly comment: { readonly marker: string; readonly body: string } | undefined;
  /** Text of the check run, in Markdown. */
  readonly checkRun: { readonly text: string } | undefined;
  readonly commitStatus: boolean;
  readonly deployment: { readonly environment: string } | undefined;
}

export type PublicationPart =
  | 'outputs'
  | 'summary'
  | 'annotations'
  | 'comment'
  | 'check-run'
  | 'commit-status'
  | 'deployment-status';

/** What became of one part. */
export interface Published {
  readonly part: PublicationPart;
  readonly outcome: 'done' | 'skipped' | 'failed';
  /** Why it was skipped or failed, with what to do; else where it is to be seen. */
  readonly detail: string;
}

/** Where verdicts are made known. */
export interface Publisher {
  /**
   * Before anything else: whoever reads the outputs of a run that was killed finds `inconclusive`, not nothing.
   * Throws `GateError` `PUBLISH_FAILED` when not even that can be written.
   */
  begin(): Promise<void>;
  /** Publishes what it can. A part that fails keeps no other from being published; it never throws for one. */
  publish(publication: Publication, signal: AbortSignal): Promise<readonly Published[]>;
}
