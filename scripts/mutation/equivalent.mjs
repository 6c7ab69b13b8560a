/**
 * Mutants that do the same as the source, each with the reason; they count neither way. `near` is a part of the line that
 * they are on, where the text of the mutant alone would mean others too.
 */
export const equivalent = [
  {
    file: 'src/stages/redis/membership.ts',
    was: 'peers.length < expected',
    by: '(peers.length) <= (expected)',
    why: 'as many as expected has returned before',
  },
  {
    file: 'src/stages/redis/event.ts',
    near: 'mayExplain(blackout, undefined, 0)',
    was: '0',
    by: '1',
    why: 'a limit is looked at only beside a value',
  },
  {
    file: 'src/stages/redis/replication.ts',
    near: 'replicasPerShard === 0 ? 1',
    was: '1',
    by: '2',
    why: 'a number of samples is asked only whether it is 0',
  },
  {
    file: 'src/stages/redis/placement.ts',
    was: 'i < a.taken.length',
    by: '(i) <= (a.taken.length)',
    why: 'what is behind the end is not exchanged, and makes nobody better off',
  },
  {
    file: 'src/stages/redis/placement.ts',
    was: 'j < b.taken.length',
    by: '(j) <= (b.taken.length)',
    why: 'what is behind the end is not exchanged, and makes nobody better off',
  },
];
