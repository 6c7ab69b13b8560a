/**
 * Edits between two names: insert, delete, replace, and swap of neighbours, each 1 (optimal string alignment); or some
 * number that is no less than `enough`, where there are so many.
 */
export function distance(a: string, b: string, enough = Number.POSITIVE_INFINITY): number {
  let [before, previous, current]: [number[], number[], number[]] = [[], [], []];
  for (let column = 0; column <= b.length; column++) previous.push(column);
  let leastBefore = 0;
  for (let row = 1; row <= a.length; row++) {
    const code = a.charCodeAt(row - 1);
    const codeBefore = a.charCodeAt(row - 2);
    current[0] = row;
    let [left, corner, least] = [row, row - 1, row];
    for (let column = 1; column <= b.length; column++) {
      const other = b.charCodeAt(column - 1);
      const above = previous[column] ?? 0;
      let best = code === other ? corner : corner + 1;
      if (above + 1 < best) best = above + 1;
      if (left + 1 < best) best = left + 1;
      if (column > 1 && row > 1 && codeBefore === other && code === b.charCodeAt(column - 2))
        best = Math.min(best, (before[column - 2] ?? 0) + 1);
      current[column] = left = best;
      corner = above;
      if (best < least) least = best;
    }
    // Rows never fall below the least of the two before them.
    if (least >= enough && leastBefore >= enough) return least;
    leastBefore = least;
    [before, previous, current] = [previous, current, before];
  }
  return previous[b.length] ?? 0;
}

const letters = (name: string): string => name.toLowerCase().replaceAll(/\d+/g, '0');

/** Edits up to which another name is near. */
const mostEdits = (name: string): number => Math.min(3, Math.max(1, Math.floor(name.length / 4)));

/** The candidate that was probably meant: few of its letters differ. `web-1` and `web-2` are two names, not a mistake. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  if (name.length < 3 || name.length > 253) return undefined;
  let least = mostEdits(name) + 1;
  for (const candidate of candidates) {
    if (candidate === name || Math.abs(candidate.length - name.length) >= least) continue;
    const isSame = candidate.toLowerCase() === name.toLowerCase();
    const edits = isSame ? 0 : distance(name, candidate, least);
    if (edits >= least || (!isSame && letters(candidate) === letters(name))) continue;
    [best, least] = [candidate, edits];
  }
  return best;
}

/** Below so many candidates there is no need of an index. */
const few = 64;
/** Comparisons that one set of names makes: in sets where so many are alike, no name says what was meant. */
const mostComparisons = 200_000;
/** Names that one set of names looks at in all: nobody reads the answers to ten thousand missing names. */
const mostLooks = 20_000_000;

/** The characters of a name, each as one of 32 bits: with each edit two bits change at most. */
function bitsOf(name: string): number {
  let bits = 0;
  for (let at = 0; at < name.length; at++) bits |= 1 << (name.charCodeAt(at) & 31);
  return bits;
}

/** In pairs, then in fours, then in eights at once: it is asked of each name for each name. */
function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

interface Indexed {
  readonly lengths: Uint32Array;
  readonly bits: Int32Array;
  readonly letters: readonly string[];
  /** By their lower case, the first two of each: one of them is another name than the one that is looked for. */
  readonly byLowerCase: ReadonlyMap<string, readonly string[]>;
}

function indexed(names: readonly string[]): Indexed {
  const byLowerCase = new Map<string, string[]>();
  for (const name of new Set(names)) {
    const list = byLowerCase.get(name.toLowerCase());
    if (list === undefined) byLowerCase.set(name.toLowerCase(), [name]);
    else if (list.length < 2) list.push(name);
  }
  const lengths = Uint32Array.from(names, ({ length }) => length);
  return { lengths, bits: Int32Array.from(names, bitsOf), letters: names.map(letters), byLowerCase };
}

/** Names that many others are looked for among. It answers as `nearest` does. */
export class Names {
  readonly list: readonly string[];
  #set: ReadonlySet<string> | undefined;
  #indexed: Indexed | undefined;
  #left = mostComparisons;
  #looks = mostLooks;

  constructor(names: Iterable<string>) {
    this.list = [...names];
  }

  has(name: string): boolean {
    this.#set ??= new Set(this.list);
    return this.#set.has(name);
  }

  nearest(name: string): string | undefined {
    if (this.list.length < few) return nearest(name, this.list);
    if (name.length < 3 || name.length > 253) return undefined;
    this.#indexed ??= indexed(this.list);
    const same = this.#indexed.byLowerCase.get(name.toLowerCase())?.find((one) => one !== name);
    return same ?? this.#alike(name, this.#indexed);
  }

  #alike(name: string, { lengths, bits, letters: all }: Indexed): string | undefined {
    const [own, ownBits, { length }] = [letters(name), bitsOf(name), name];
    let [best, least]: [string | undefined, number] = [undefined, mostEdits(name) + 1];
    this.#looks -= lengths.length;
    for (let at = 0; at < lengths.length && this.#looks > 0; at++) {
      const longer = (lengths[at] as number) - length;
      if (longer >= least || -longer >= least) continue;
      if (countBits((bits[at] as number) ^ ownBits) > 2 * (least - 1) || all[at] === own) continue;
      if (this.#left-- <= 0) break;
      const candidate = this.list[at] ?? '';
      const edits = distance(name, candidate, least);
      if (edits < least) [best, least] = [candidate, edits];
      if (least <= 1) break;
    }
    return best;
  }
}

/** ` (did you mean "web"?)`, or nothing. */
export function didYouMean(name: string, candidates: Iterable<string> | Names): string {
  const candidate = candidates instanceof Names ? candidates.nearest(name) : nearest(name, candidates);
  return candidate === undefined ? '' : ` (did you mean "${candidate}"?)`;
}
