import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { leftovers } from './gate.js';
import { jiffies, machineWasTaken, stolenSince, untilMachineIsFree } from './machine.js';

interface Workflow {
  readonly state: string;
  readonly child: ChildProcess;
  seen(pattern: RegExp): Promise<void>;
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>;
}

/** Runs a workflow with `uses: ./` on this machine, main and post, as a runner does. */
function act(workflow: string): Workflow {
  const state = mkdtempSync(path.join(tmpdir(), 'sg-act-'));
  const env = { ...process.env, XDG_STATE_HOME: state, XDG_CACHE_HOME: path.join(state, 'cache') };
  const args = [
    '-P',
    'ubuntu-latest=-self-hosted',
    '--pull=false',
    '--env',
    `XDG_STATE_HOME=${state}`,
    '--env',
    `RUNNER_TEMP=${state}`,
    'push',
    '-W',
    workflow,
  ];
  const child = spawn('act', args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const waiting: { pattern: RegExp; resolve: () => void }[] = [];
  const take = (chunk: Buffer): void => {
    output += chunk.toString();
    for (const each of waiting) if (each.pattern.test(output)) each.resolve();
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  return {
    state,
    child,
    seen: (pattern) =>
      new Promise((resolve) => (pattern.test(output) ? resolve() : waiting.push({ pattern, resolve }))),
    ended: new Promise((resolve) => child.on('close', (code) => resolve({ code, output }))),
  };
}

/** Runs a workflow to its end, once more when the gate could not find out: a machine that stood still says nothing. */
async function untilItTells(
  workflow: string,
  more = 1,
): Promise<{ state: string; code: number | null; output: string; stolen: number }> {
  const [begun, cpu] = [performance.now(), jiffies()];
  const { state, ended } = act(workflow);
  const { code, output } = await ended;
  const stolen = stolenSince(cpu);
  console.log(`act: ${((performance.now() - begun) / 1000).toFixed(0)} s\n${output.slice(-3000)}`);
  if (more === 0 || code === 0 || !output.includes('inconclusive')) return { state, code, output, stolen };
  expect(leftovers(state)).toEqual([]);
  rmSync(state, { recursive: true, force: true });
  await untilMachineIsFree();
  return untilItTells(workflow, more - 1);
}

describe('the action, in a workflow with `uses: ./`', () => {
  test('runs main and post, gives its outputs and its summary, and leaves nothing behind', async () => {
    const ran = await untilItTells('__tests__/e2e/workflows/gate.yml');
    const { state, code, output } = ran;
    // A machine that was taken away is told as such, and fails the job; its outputs are there all the same.
    const unsure = code !== 0 && machineWasTaken(ran) && /machine's CPU: .* stolen/.test(output);
    expect(code === 0).toBe(!unsure);
    expect(output).toContain(`OUTPUT verdict=${unsure ? 'inconclusive' : 'promote'}`);
    expect(output).toContain('OUTPUT report exists');
    expect(output).toMatch(/Success - Post/);
    expect(leftovers(state)).toEqual([]);
    rmSync(state, { recursive: true, force: true });
  });

  test('is cleaned up by post when the job is cancelled', async () => {
    const workflow = act('__tests__/e2e/workflows/gate.yml');
    await workflow.seen(/loaded .*traefik/);
    workflow.child.kill('SIGINT');
    const { output } = await workflow.ended;
    console.log(`act cancelled: ${output.slice(-1500)}`);
    expect(output).not.toContain('OUTPUT verdict=promote');
    expect(leftovers(workflow.state)).toEqual([]);
    rmSync(workflow.state, { recursive: true, force: true });
  });
});
