import type { Location } from './location.js';
import type { Requirement } from './requirement.js';

export type Severity = 'error' | 'warning' | 'note';

/** One hop of the object graph on the way to a finding: "HPA shop/web scales Deployment shop/web". */
export interface RelatedLocation {
  readonly message: string;
  readonly at: Location;
}

/** A change that mends a finding mechanically: the text of the location is replaced. */
export interface Fix {
  readonly description: string;
  readonly edits: readonly { readonly at: Location; readonly text: string }[];
}

/** What a rule found, at the place where it is to be mended. */
export interface Diagnostic {
  /** Rule id, kebab-case; also the name of its file and of its page in docs/lint/rules. */
  readonly rule: string;
  readonly severity: Severity;
  readonly requirement: Requirement;
  /** What is wrong, naming the object and the number. Contains foreign text. */
  readonly message: string;
  /** What to do, as an imperative sentence. */
  readonly remediation: string;
  readonly at: Location;
  /** `Kind/namespace/name` of the object, or the file where there is no object. */
  readonly object: string;
  readonly related: readonly RelatedLocation[];
  /** Hash of rule, object and path, without line numbers: the same finding after the file moved. May be made when it is asked for. */
  readonly fingerprint: string;
  readonly fix?: Fix;
}
