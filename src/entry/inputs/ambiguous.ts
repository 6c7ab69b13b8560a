/** Names under which people write a topology in one word. */
export const ambiguousNames: readonly string[] = ['redis-topology', 'redis.topology', 'redis', 'topology'];

/**
 * Why `3x3` is refused: it has three readings, and they differ by a factor of two.
 *
 * @returns the sentence, or undefined where the text is no topology in one word.
 */
export function writeTopology(text: string): string | undefined {
  const [, first, second] = /^\s*(\d{1,3})\s*[x×*:/]\s*(\d{1,3})\s*$/i.exec(text) ?? [];
  if (first === undefined || second === undefined) return undefined;
  const [a, b] = [Number(first), Number(second)];
  return [
    `it can be read as ${a} shards × (1 primary + ${b} replicas) = ${a * (1 + b)} nodes,`,
    `as ${a} shards of ${b} nodes = ${a * b} nodes, or as ${a} primaries and ${b} replicas = ${a + b} nodes;`,
    `write \`shards: ${a}\` and \`replicas-per-shard: ${b}\` for the first`,
  ].join(' ');
}
