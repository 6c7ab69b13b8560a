import { distance } from '../graph/nearness.js';

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
    const edits = distance(small, candidate.toLowerCase(), fewest);
    if (edits < fewest) [best, fewest] = [candidate, edits];
  }
  return best;
}
