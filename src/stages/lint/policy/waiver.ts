import type { Location } from '../../../domain/location.js';

/** One ignore, wherever it was written: in a comment, an annotation or the config. */
export interface Waiver {
  /** Rule id, or `*` for every rule. */
  readonly rule: string;
  readonly reason: string;
  /** Last day on which it counts, `YYYY-MM-DD` in UTC. */
  readonly until: string | undefined;
  readonly from: 'comment' | 'annotation' | 'config';
  /** Where it is written; the config has no place of its own. */
  readonly at: Location | undefined;
  readonly scope: Scope;
}

/** What a waiver reaches. */
export type Scope =
  /** Lines of a file, both included: the subtree that a comment stands above or beside. */
  | { readonly lines: { readonly file: string; readonly first: number; readonly last: number } }
  /** One object. */
  | { readonly object: string }
  /** What matches; an absent field matches everything. */
  | {
      readonly match: {
        readonly kind?: string;
        readonly namespace?: string;
        readonly name?: string;
        readonly file?: string;
        readonly container?: string;
      };
    };

const day = /\s*\buntil\s+(\d{4}-\d{2}-\d{2})\s*$/;

/** `the old host is gone in March until 2027-03-31` as reason and day. */
export function reasonOf(text: string): Pick<Waiver, 'reason' | 'until'> {
  const until = day.exec(text)?.[1];
  return { reason: text.replace(day, '').trim(), until };
}

/** Whether the day is over, in UTC. */
export function isExpired({ until }: Waiver, today: string): boolean {
  return until !== undefined && until < today;
}
