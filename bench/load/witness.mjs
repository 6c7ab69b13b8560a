/**
 * What the machine does to a thread that only waits: sleeps a millisecond at a time until it is ended, and prints by how
 * much it was woken too late, at worst. On the generator's core this tells the generator's lateness from the scheduler's.
 */
const bed = new Int32Array(new SharedArrayBuffer(4));
let [worst, ended] = [0, false];
process.on('SIGTERM', () => {
  ended = true;
});

/** Some sleeps at a time, so that the signal is heard. */
function watch() {
  for (let time = 0; time < 50; time++) {
    const from = performance.now();
    Atomics.wait(bed, 0, 0, 1);
    worst = Math.max(worst, performance.now() - from - 1);
  }
  if (ended) console.log(JSON.stringify(worst));
  else setImmediate(watch);
}
watch();
