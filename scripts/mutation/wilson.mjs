/** Wilson's score interval of a share, for 95 %: its lower and upper end. */
export function wilson(hits, of) {
  if (of === 0) return [0, 1];
  const z = 1.959964;
  const share = hits / of;
  const middle = share + (z * z) / (2 * of);
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  return [Math.max(0, (middle - spread) / (1 + (z * z) / of)), Math.min(1, (middle + spread) / (1 + (z * z) / of))];
}
