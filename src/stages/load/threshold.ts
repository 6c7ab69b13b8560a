import { invalidInput } from '../../domain/error.js';

/** Latencies are milliseconds; `error_rate` is a share of 0 to 1; `rps` counts good answers a second. */
export type Measure =
  | { readonly of: 'percentile'; readonly percent: number }
  | { readonly of: 'avg' | 'min' | 'max' | 'error_rate' | 'rps' };

/** Part of the load that a threshold is about: while replicas change, once they have settled, or each of the two. */
export type Span = 'scaling' | 'steady' | 'each';

/** One line of k6's threshold language, with the span in front where it is not for all: `steady: p(95)<250`. */
export interface Threshold {
  readonly text: string;
  readonly span: Span;
  readonly measure: Measure;
  readonly comparison: '<' | '<=' | '>' | '>=';
  readonly limit: number;
}

const names = 'p(N), avg, med, min, max, error_rate or rps';

class Reader {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
    this.skip();
  }

  take(pattern: RegExp): string | undefined {
    const found = new RegExp(pattern.source, 'y');
    found.lastIndex = this.at;
    const match = found.exec(this.text)?.[0];
    if (match !== undefined) {
      this.at += match.length;
      this.skip();
    }
    return match;
  }

  /** Says what was expected, at the 1-based column. */
  problem(expected: string, at: number): Error {
    const rest = this.text.slice(at).trim();
    const seen = rest === '' ? 'it ends' : `there is "${rest}"`;
    return invalidInput(
      [`threshold "${this.text}", column ${at + 1}: expected ${expected}, but ${seen}`],
      'Write thresholds as p(95)<250, error_rate<0.01 or rps>=100; latencies are in milliseconds.',
    );
  }

  private skip(): void {
    while (this.text[this.at] === ' ') this.at++;
  }
}

function measure(reader: Reader): Measure {
  const start = reader.at;
  const name = reader.take(/[a-z_]+/);
  switch (name) {
    case 'p': {
      if (reader.take(/\(/) === undefined) throw reader.problem('"(" and a percentile', reader.at);
      const at = reader.at;
      const percent = Number(reader.take(/\d+(\.\d+)?/));
      if (!(percent > 0 && percent < 100)) throw reader.problem('a percentile above 0 and below 100', at);
      if (reader.take(/\)/) === undefined) throw reader.problem('")"', reader.at);
      return { of: 'percentile', percent };
    }
    case 'med':
      return { of: 'percentile', percent: 50 };
    case 'avg':
    case 'min':
    case 'max':
    case 'error_rate':
    case 'rps':
      return { of: name };
    default:
      throw reader.problem(names, start);
  }
}

function span(reader: Reader): Span {
  return (reader.take(/(scaling|steady)(?= *:)/) as Span | undefined) ?? 'each';
}

/** Reads one threshold. Throws `INPUT_INVALID` naming the column at which it cannot be understood. */
export function parseThreshold(text: string): Threshold {
  const reader = new Reader(text);
  const which = span(reader);
  if (which !== 'each') reader.take(/:/);
  const measured = measure(reader);
  const comparison = reader.take(/<=|>=|<|>/) as Threshold['comparison'] | undefined;
  if (comparison === undefined) throw reader.problem('<, <=, > or >=', reader.at);
  const at = reader.at;
  const limit = reader.take(/\d+(\.\d+)?/);
  if (limit === undefined) throw reader.problem('a number', at);
  if (reader.at < text.length) throw reader.problem('nothing more', reader.at);
  return { text: text.trim(), span: which, measure: measured, comparison, limit: Number(limit) };
}
