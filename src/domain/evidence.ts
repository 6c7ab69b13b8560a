import type { Requirement } from './requirement.js';
import type { Verdict } from './verdict.js';

/** One observation that a person can check without trusting us. */
export interface Evidence {
  /** What has to be true, as a sentence: "every node is Ready". */
  readonly claim: string;
  readonly requirement: Requirement;
  readonly verdict: Verdict;
  /** The object it is about, as `kind/name`, where there is one. */
  readonly object?: string;
  /** What was seen, with its number and unit. */
  readonly observed: string;
  /** Where it was seen: an API call, a command, a node, a file. */
  readonly source: string;
  /** When it was seen, ISO 8601 in UTC. */
  readonly at: string;
  /** What to do next; given whenever the verdict is not `pass`. */
  readonly remedy?: string;
}

/** Something that a reader of the verdict must know, and that is no claim about the service. */
export interface Note {
  readonly kind: 'modified-for-ci' | 'cannot-prove' | 'advice' | 'measured';
  readonly text: string;
}
