/** Bytes that fill V8's young generation, as it begins, some times over. */
const enough = 4 << 20;
const pieceBytes = 8192;

/**
 * Lets V8 sweep its young generation now, by filling it with what nobody keeps: what the start has made moves out of it.
 * Else the first sweep falls into the measurement and takes 1 to 2 ms, all of it in the longest latencies; one that finds
 * nothing to move takes a tenth. Node has no call for it without a flag of the whole process.
 */
export function sweepYoung(): number {
  let last: unknown[] = [];
  for (let filled = 0; filled < enough; filled += pieceBytes) last = new Array(pieceBytes / 8).fill(filled);
  return last.length;
}
