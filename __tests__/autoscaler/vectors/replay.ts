import { isBehaviorLine, replayBehavior } from './behavior.js';
import { isLoopLine, replayLoop } from './loop.js';
import { isReplicasLine, replayReplicas } from './replicas.js';
import { isSamplesLine, replaySamples } from './samples.js';
import type { Replayed } from './wire.js';

/** Replays one line, whatever it is: its own fields say so, not the name of its file. */
export function replay(line: object): Replayed | undefined {
  if (isLoopLine(line)) return replayLoop(line);
  if (isBehaviorLine(line)) return replayBehavior(line);
  if (isSamplesLine(line)) return replaySamples(line);
  return isReplicasLine(line) ? replayReplicas(line) : undefined;
}

export interface Tally {
  readonly all: number;
  readonly agree: number;
  readonly syncs: { readonly all: number; readonly agree: number };
}

export interface Summary {
  readonly all: number;
  readonly agree: number;
  readonly byKind: ReadonlyMap<string, Tally>;
  /** The first disagreements, as `id: field: expected …, actual …`. */
  readonly first: readonly string[];
}

const shown = 10;
const nothing: Tally = { all: 0, agree: 0, syncs: { all: 0, agree: 0 } };

/** A line that could not be replayed at all. */
type Unreadable = Omit<Replayed, 'kind'> & { readonly kind: 'unreadable' };

function replayText(text: string, where: string): Replayed | Unreadable {
  const unreadable = (why: string): Unreadable => ({ kind: 'unreadable', id: where, differences: [why] });
  try {
    const line: unknown = JSON.parse(text);
    const replayed = typeof line === 'object' && line !== null ? replay(line) : undefined;
    return replayed ?? unreadable('neither a replicas, behavior, loop nor samples line');
  } catch (error) {
    return unreadable(error instanceof Error ? error.message : String(error));
  }
}

/** Replays JSON Lines; a line that cannot be read does not agree. */
export function replayAll(lines: Iterable<{ readonly text: string; readonly where: string }>): Summary {
  const byKind = new Map<string, Tally>();
  const first: string[] = [];
  let [all, agree] = [0, 0];
  for (const { text, where } of lines) {
    if (text.trim() === '') continue;
    const replayed = replayText(text, where);
    const ok = replayed.differences.length === 0 ? 1 : 0;
    const old = byKind.get(replayed.kind) ?? nothing;
    const syncs = replayed.syncs ?? nothing.syncs;
    byKind.set(replayed.kind, {
      all: old.all + 1,
      agree: old.agree + ok,
      syncs: { all: old.syncs.all + syncs.all, agree: old.syncs.agree + syncs.agree },
    });
    [all, agree] = [all + 1, agree + ok];
    if (first.length < shown) {
      first.push(
        ...replayed.differences.slice(0, shown - first.length).map((text) => `${where} ${replayed.id} ${text}`),
      );
    }
  }
  return { all, agree, byKind, first };
}
