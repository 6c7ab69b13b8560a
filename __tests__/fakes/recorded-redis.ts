import { readFileSync } from 'node:fs';
import type { NodeAddress } from '../../src/ports/redis-nodes.js';
import { type NodeView, readView, type Snapshot } from '../../src/stages/redis/snapshot.js';
import type { Expectation } from '../../src/stages/redis/structure-check.js';

/** Answers of one node: `CLUSTER NODES`, `CLUSTER INFO`, `INFO replication`. */
export type Answers = [nodes: string, info: string, replication: string];

/** What twelve real servers answered, to be tampered with. */
export function recorded(): Record<string, Answers> {
  return JSON.parse(readFileSync('__tests__/fixtures/redis/twelve-nodes.json', 'utf8')) as Record<string, Answers>;
}

export function snapshotOf(answers: Record<string, Answers>, silent: Snapshot['silent'] = []): Snapshot {
  const mute = new Set(silent.map(({ name }) => name));
  const views: NodeView[] = Object.entries(answers)
    .filter(([name]) => !mute.has(name))
    .map(([name, own]) => readView(name, own));
  return { views, silent };
}

export const addresses: readonly NodeAddress[] = Array.from({ length: 12 }, (_, index) => ({
  name: `redis-${index}`,
  host: `10.244.0.${index + 1}`,
  port: 6379,
}));

export const expectation: Expectation = {
  topology: { shards: 3, replicasPerShard: 3 },
  addresses,
  maxLagBytes: 1024,
};

/** The id by which the recorded nodes know each other. */
export function idOf(answers: Record<string, Answers>, name: string): string {
  return readView(name, answers[name] ?? ['', '', '']).id;
}
