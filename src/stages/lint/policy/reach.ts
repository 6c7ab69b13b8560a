import type { Diagnostic } from '../../../domain/diagnostic.js';
import type { Waiver } from './waiver.js';

/** What waivers reach among findings: for each finding the first waiver that takes it out, and each waiver that takes any. */
export interface Reach {
  readonly first: ReadonlyMap<Diagnostic, Waiver>;
  readonly used: ReadonlySet<Waiver>;
}

type Matches = (waiver: Waiver, diagnostic: Diagnostic) => boolean;

/** Waivers and findings are many where each of a thousand objects has some of both, so they are brought together by what they name. */
export function reachOf(waivers: readonly Waiver[], diagnostics: readonly Diagnostic[], matches: Matches): Reach {
  const book = new Book(waivers);
  const ofObject = Map.groupBy(diagnostics, ({ object }) => object);
  const ofFile = new Map(
    [...Map.groupBy(diagnostics, ({ at }) => at.file)].map(([file, own]) => [file, new Lines(own)]),
  );
  for (const waiver of waivers) {
    const { scope } = waiver;
    if ('lines' in scope) book.takeLines(waiver, ofFile.get(scope.lines.file));
    else
      for (const one of 'object' in scope ? (ofObject.get(scope.object) ?? []) : diagnostics)
        if (matches(waiver, one)) book.take(waiver, one);
  }
  return book;
}

/** Findings of a file by their lines, all and by rule. */
class Lines {
  readonly #byRule: ReadonlyMap<string, Row>;
  readonly #all: Row;

  constructor(diagnostics: readonly Diagnostic[]) {
    const sorted = diagnostics.toSorted((a, b) => a.at.start.line - b.at.start.line);
    this.#all = new Row(sorted);
    this.#byRule = new Map([...Map.groupBy(sorted, ({ rule }) => rule)].map(([rule, own]) => [rule, new Row(own)]));
  }

  of(rule: string): Row | undefined {
    return rule === '*' ? this.#all : this.#byRule.get(rule);
  }
}

/** Findings in the order of their lines. A finding that a waiver got is passed over by those that come later. */
class Row {
  readonly #sorted: readonly Diagnostic[];
  readonly #next: Int32Array;

  constructor(sorted: readonly Diagnostic[]) {
    this.#sorted = sorted;
    this.#next = Int32Array.from({ length: sorted.length + 1 }, (_, index) => index);
  }

  /** The first place from a line on. */
  #from(line: number): number {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle]?.at.start.line ?? 0) < line) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The next one that nobody got yet; the way there is made shorter. */
  #free(place: number): number {
    let end = place;
    while ((this.#next[end] ?? end) !== end) end = this.#next[end] ?? end;
    for (let here = place; here !== end; ) {
      const next = this.#next[here] ?? end;
      this.#next[here] = end;
      here = next;
    }
    return end;
  }

  /** Gives those of some lines that nobody got; says whether there are any on them at all. */
  take(first: number, last: number, give: (diagnostic: Diagnostic) => void): boolean {
    const [from, to] = [this.#from(first), this.#from(last + 1)];
    for (let place = this.#free(from); place < to; place = this.#free(place)) {
      const found = this.#sorted[place];
      if (found) give(found);
      this.#next[place] = place + 1;
    }
    return from < to;
  }
}

class Book implements Reach {
  readonly first = new Map<Diagnostic, Waiver>();
  readonly used = new Set<Waiver>();
  readonly #order: ReadonlyMap<Waiver, number>;

  constructor(waivers: readonly Waiver[]) {
    this.#order = new Map(waivers.map((waiver, order) => [waiver, order]));
  }

  take(waiver: Waiver, diagnostic: Diagnostic): void {
    this.used.add(waiver);
    const before = this.first.get(diagnostic);
    const order = (one: Waiver): number => this.#order.get(one) ?? 0;
    if (before === undefined || order(waiver) < order(before)) this.first.set(diagnostic, waiver);
  }

  takeLines(waiver: Waiver, lines: Lines | undefined): void {
    if (!('lines' in waiver.scope)) return;
    const { first, last } = waiver.scope.lines;
    const any = lines?.of(waiver.rule)?.take(first, last, (diagnostic) => this.take(waiver, diagnostic));
    if (any) this.used.add(waiver);
  }
}
