/** Accuracy against servers whose truth is known, and requests per CPU-second beside the peers. Exits 1 if a target is missed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { percentile } from '../../src/stages/load/statistics.js';
import { onCore } from './cores.js';
import { type Effort, generate, tools } from './peers.js';
import { type Stall, type Truth, truth, truthByServer } from './truth.js';

interface Server {
  readonly origin: string;
  readonly stalls: Stall[];
  /** Ends it, and gives what it has seen. */
  stop(): Promise<Seen>;
}

interface Seen {
  /** When it wrote each answer, milliseconds since the epoch; empty without a delay. */
  readonly written: readonly number[];
  /** In how many hundredths of a second it was asked, without a delay. */
  readonly asked: number;
}

async function serverWith(delayMs: number, stalling: boolean): Promise<Server> {
  const args = [path.join(import.meta.dirname, 'stalling-server.mjs'), String(delayMs), stalling ? 'stall' : 'steady'];
  const [program = '', ...rest] = onCore(1, [process.execPath, ...args]);
  const child: ChildProcess = spawn(program, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  const stalls: Stall[] = [];
  let port = 0;
  let seen: Seen = { written: [], asked: 0 };
  const heard = new Promise<void>((resolve, reject) => {
    if (child.stdout === null) return reject(new Error('no output'));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said = JSON.parse(line) as { port: number } | Seen | Stall;
      if ('written' in said) seen = said;
      else if ('from' in said) stalls.push(said);
      else {
        port = said.port;
        resolve();
      }
    });
  });
  await heard;
  const ended = new Promise<void>((resolve) => void child.once('close', () => resolve()));
  return {
    origin: `http://127.0.0.1:${port}`,
    stalls,
    async stop() {
      child.kill();
      await ended;
      return seen;
    },
  };
}

/** Watches the generator's core. The function ends it, and gives by how many milliseconds a waiting thread was late at worst. */
function witness(): () => Promise<number> {
  const [program = '', ...rest] = onCore(0, [process.execPath, path.join(import.meta.dirname, 'witness.mjs')]);
  const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (text: Buffer) => {
    said += text.toString();
  });
  const ended = new Promise<void>((resolve) => void child.once('close', () => resolve()));
  return async () => {
    child.kill();
    await ended;
    return Number(said);
  };
}

let missed = 0;

function check(what: string, measured: number, wanted: number, share: number): void {
  const off = Math.abs(measured / wanted - 1);
  const ok = off <= share;
  if (!ok) missed++;
  const figures = `${measured.toFixed(2).padStart(9)} of ${wanted.toFixed(2).padStart(9)}`;
  console.log(
    `${what.padEnd(42)} ${figures}  off ${(100 * off).toFixed(2).padStart(5)} %  ${ok ? 'ok' : `over ${100 * share} %`}`,
  );
}

async function accuracy(
  name: string,
  delayMs: number,
  stalling: boolean,
  rate: number,
  seconds: number,
): Promise<void> {
  const server = await serverWith(delayMs, stalling);
  const watched = witness();
  const { result } = await generate({ origin: server.origin, rate, seconds }, 1024);
  const machineLate = await watched();
  const { written } = await server.stop();
  const [phase] = result.phases;
  if (phase === undefined) throw new Error('no phase');
  const { latency, service, startedAt, tally } = phase;
  const arrivals = { from: startedAt, count: rate * seconds, rate };
  const against = (whose: string, { p50, p99, max }: Truth): void => {
    check(`${name}: p50 ms, by ${whose}`, percentile(latency, 50), p50, 0.02);
    check(`${name}: p99 ms, by ${whose}`, percentile(latency, 99), p99, 0.02);
    check(`${name}: max ms, by ${whose}`, latency.max, max, 0.02);
  };
  against('script', truth(arrivals, delayMs, server.stalls));
  against('its clock', truthByServer(arrivals, written));
  check(`${name}: requests`, tally.good, rate * seconds, 0.005);
  const aside = [
    `service time p99 ${percentile(service, 99).toFixed(1)} ms`,
    `send lag p99 ${result.health.sendLagP99Ms.toFixed(2)} ms`,
    `beside it a thread that only waits was late by ${machineLate.toFixed(1)} ms at worst`,
    `the hypervisor took ${(100 * (result.health.hostSteal ?? 0)).toFixed(0)} % of the machine`,
  ];
  console.log(`${' '.repeat(42)} ${aside.join(', ')}`);
}

/**
 * Each tool beside a server of its own. Autocannon sends each second's requests as fast as they are answered and then waits
 * for the next second, which is cheaper than to keep a rate: in how much of the time requests came is told with the cost.
 */
async function efficiency(rate: number, seconds: number): Promise<readonly number[]> {
  const perCpuSecond: number[] = [];
  for (const tool of tools) {
    const server = await serverWith(0, false);
    const { name, answered, cpuSeconds }: Effort = await tool({ origin: server.origin, rate, seconds });
    const { asked } = await server.stop();
    perCpuSecond.push(answered / cpuSeconds);
    const share = Math.min(100, asked / seconds).toFixed(0);
    const cost = `${answered} requests in ${cpuSeconds.toFixed(2)} CPU-seconds, start included; they came in ${share} % of the time`;
    console.log(
      `${`${name} at ${rate}/s`.padEnd(42)} ${(answered / cpuSeconds).toFixed(0).padStart(9)} requests a CPU-second  (${cost})`,
    );
  }
  return perCpuSecond;
}

const load = loadavg()[0]?.toFixed(2);
console.log(
  `${new Date().toISOString()}, ${cpus().length} × ${cpus()[0]?.model}, load average ${load}, Node ${process.version}`,
);
await accuracy('constant 100 ms', 100, false, 200, 10);
await accuracy('100 ms, still 1 s in 10', 100, true, 200, 20);
await efficiency(3000, 15);
// As many as a server of this kind answers with a core: what a tool costs matters where it takes CPU from the service.
const [own = 0, ...peers] = await efficiency(10_000, 10);
if (peers.some((peer) => peer >= own)) missed++;
console.log(missed === 0 ? 'all targets met' : `${missed} targets missed`);
process.exitCode = missed === 0 ? 0 : 1;
