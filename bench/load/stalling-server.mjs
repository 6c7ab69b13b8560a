/**
 * A server whose latency is known beforehand: it answers after `DELAY` ms; and from second 9 to second 10 of every ten it
 * stands still, so that whatever should happen then happens at its end. Prints its port, each standstill as it was, and at its
 * end when it wrote each answer: the truth by its own clock. Without a delay, in how many hundredths of a second it was asked.
 */
import { createServer } from 'node:http';

const delay = Number(process.argv[2]);
const stall = process.argv[3] === 'stall';
const body = 'x'.repeat(64);

const written = [];
/** Hundredths of a second in which a request came. */
const asked = new Set();
function answer(response) {
  written.push(performance.timeOrigin + performance.now());
  response.end(body);
}

const server = createServer((_, response) => {
  if (delay === 0) {
    asked.add(Math.floor(performance.now() / 10));
    response.end(body);
  } else setTimeout(answer, delay, response);
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', 4096, () => console.log(JSON.stringify({ port: server.address().port })));

function standStill() {
  const from = performance.now();
  while (performance.now() < from + 1000);
  const origin = performance.timeOrigin;
  console.log(JSON.stringify({ from: origin + from, to: origin + performance.now() }));
  setTimeout(standStill, 9000);
}
if (stall) setTimeout(standStill, 9000);
process.on('SIGTERM', () =>
  process.stdout.write(`${JSON.stringify({ written, asked: asked.size })}\n`, () => process.exit(0)),
);
