/** Edits that turn one word into the other: insert, delete, replace, swap of neighbours; Infinity beyond 3. */
export function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 3) return Number.POSITIVE_INFINITY;
  let [before, previous]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((row[j - 1] ?? 0) + 1, (previous[j] ?? 0) + 1, (previous[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    [before, previous] = [previous, row];
  }
  const edits = previous[b.length] ?? Number.POSITIVE_INFINITY;
  return edits > 3 ? Number.POSITIVE_INFINITY : edits;
}

/** The word that was probably meant, if one is near enough. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const small = word.toLowerCase();
  let [best, fewest]: [string | undefined, number] = [
    undefined,
    Math.max(1, Math.min(3, Math.floor(word.length / 3))) + 1,
  ];
  for (const candidate of candidates) {
    if (candidate.length === word.length && candidate.toLowerCase() === small) return candidate;
    if (Math.abs(candidate.length - word.length) >= fewest) continue;
    const edits = distance(small, candidate.toLowerCase());
    if (edits < fewest) [best, fewest] = [candidate, edits];
  }
  return best;
}
