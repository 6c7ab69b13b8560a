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

/** The candidate that was probably meant: few of its letters differ. `web-1` and `web-2` are two names, not a mistake. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  if (name.length < 3 || name.length > 253) return undefined;
  let least = Math.min(3, Math.max(1, Math.floor(name.length / 4))) + 1;
  for (const candidate of candidates) {
    if (candidate === name || Math.abs(candidate.length - name.length) >= least) continue;
    const isSame = candidate.toLowerCase() === name.toLowerCase();
    const edits = isSame ? 0 : distance(name, candidate, least);
    if (edits >= least || (!isSame && letters(candidate) === letters(name))) continue;
    [best, least] = [candidate, edits];
  }
  return best;
}

/** ` (did you mean "web"?)`, or nothing. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const candidate = nearest(name, candidates);
  return candidate === undefined ? '' : ` (did you mean "${candidate}"?)`;
}
