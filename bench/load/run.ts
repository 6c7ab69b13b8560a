/** Accuracy against servers whose truth is known, and requests per CPU-second beside the peers. Exits 1 if a target is missed. */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { percentile } from '../../src/stages/load/statistics.js';
import { send } from './generator.mjs';
import { type Effort, tools } from './peers.js';
import { type Stall, truth } from './truth.js';

interface Server {
  readonly origin: string;
  readonly stalls: Stall[];
  readonly process: ChildProcess;
}

async function serverWith(delayMs: number, stalling: boolean): Promise<Server> {
  const args = [path.join(import.meta.dirname, 'stalling-server.mjs'), String(delayMs), stalling ? 'stall' : 'steady'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const stalls: Stall[] = [];
  const port = await new Promise<number>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said = JSON.parse(line) as { port: number } | Stall;
      if ('port' in said) resolve(said.port);
      else stalls.push(said);
    });
  });
  return { origin: `http://127.0.0.1:${port}`, stalls, process: child };
}

let missed = 0;

function check(what: string, measured: number, wanted: number, share: number): void {
  const off = Math.abs(measured / wanted - 1);
  const ok = off <= share;
  if (!ok) missed++;
  const figures = `${measured.toFixed(2).padStart(9)} of ${wanted.toFixed(2).padStart(9)}`;
  console.log(
    `${what.padEnd(34)} ${figures}  off ${(100 * off).toFixed(2).padStart(5)} %  ${ok ? 'ok' : `over ${100 * share} %`}`,
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
  const { phases, health } = await send(server.origin, rate, seconds, 1024);
  server.process.kill();
  const [phase] = phases;
  if (phase === undefined) throw new Error('no phase');
  const { latency, service, startedAt, tally } = phase;
  const script = truth({ from: startedAt, count: rate * seconds, rate }, delayMs, server.stalls);
  check(`${name}: p50 ms`, percentile(latency, 50), script.p50, 0.02);
  check(`${name}: p99 ms`, percentile(latency, 99), script.p99, 0.02);
  check(`${name}: max ms`, latency.max, script.max, 0.02);
  check(`${name}: requests`, tally.good, rate * seconds, 0.005);
  const aside = [
    `service time p99 ${percentile(service, 99).toFixed(1)} ms`,
    `send lag p99 ${health.sendLagP99Ms.toFixed(1)} ms`,
  ];
  console.log(`${' '.repeat(34)} ${aside.join(', ')}`);
}

async function efficiency(rate: number, seconds: number): Promise<void> {
  const server = await serverWith(0, false);
  const efforts: Effort[] = [];
  for (const tool of tools) efforts.push(await tool({ origin: server.origin, rate, seconds }));
  server.process.kill();
  const perCpuSecond = efforts.map(({ answered, cpuSeconds }) => answered / cpuSeconds);
  for (const [index, { name, answered, cpuSeconds }] of efforts.entries()) {
    const cost = `${answered} requests in ${cpuSeconds.toFixed(2)} CPU-seconds, start included`;
    console.log(
      `${`${name} at ${rate}/s`.padEnd(34)} ${perCpuSecond[index]?.toFixed(0).padStart(9)} requests a CPU-second  (${cost})`,
    );
  }
  if (perCpuSecond.slice(1).some((peer) => peer >= (perCpuSecond[0] ?? 0))) missed++;
}

await accuracy('constant 100 ms', 100, false, 200, 10);
await accuracy('100 ms, still 1 s in 10', 100, true, 200, 20);
await efficiency(3000, 15);
console.log(missed === 0 ? 'all targets met' : `${missed} targets missed`);
process.exitCode = missed === 0 ? 0 : 1;
