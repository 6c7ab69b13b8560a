import { parentPort, workerData } from 'node:worker_threads';
import type { LoadPlan, LoadResult, Profile } from '../../ports/load-generator.js';
import { type Alarm, threadAlarm } from './alarm.js';
import { type Connections, connections } from './connections.js';
import { Engine } from './engine.js';
import { denseRate } from './grain.js';
import { laneOpener } from './lanes.js';
import { randomFrom } from './random.js';
import { rehearse } from './rehearsal.js';
import { sweepYoung } from './sweep.js';
import { warmUp } from './warm-up.js';

/** What the main thread asks of the worker; each is answered with the same id. */
export type Question =
  | { readonly id: number; readonly ask: 'phase'; readonly name: string; readonly profile: Profile }
  | { readonly id: number; readonly ask: 'snapshot' | 'stop' };

export interface Reply {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

/** An engine whose code and connections are warm, with what has to be put away after it. */
interface Stand {
  readonly engine: Engine;
  readonly pool: Connections;
  readonly alarm: Alarm;
}

async function stand(plan: LoadPlan): Promise<Stand> {
  const alarm = threadAlarm();
  await rehearse(plan);
  const pool = connections(plan, randomFrom(plan.seed), await laneOpener(plan));
  await warmUp(plan, pool);
  sweepYoung();
  return { engine: new Engine(plan, pool, alarm), pool, alarm };
}

async function stop({ engine, pool, alarm }: Stand): Promise<LoadResult> {
  const result = await engine.stop();
  pool.close();
  alarm.stop();
  return result;
}

function slowest(profile: Profile): number {
  switch (profile.shape) {
    case 'constant':
      return profile.rate;
    case 'ramp':
      return Math.min(profile.from, profile.to);
    case 'steps':
      return Math.min(...profile.rates);
    case 'spike':
      return profile.base;
  }
}

async function begin({ engine, alarm }: Stand, name: string, profile: Profile): Promise<void> {
  // Groups of dense arrivals do not wait for an alarm.
  if (slowest(profile) <= denseRate) await alarm.start();
  engine.phase(name, profile);
}

function answer(stand: Stand, question: Question): unknown {
  switch (question.ask) {
    case 'phase':
      return begin(stand, question.name, question.profile);
    case 'snapshot':
      return stand.engine.snapshot();
    case 'stop':
      return stop(stand);
  }
}

/** Entry of the worker thread: an engine that does what it is asked through messages. */
export function serve(): void {
  const port = parentPort;
  if (port === null) return;
  const ready = stand(workerData as LoadPlan);
  port.on('message', (question: Question) => {
    const { id } = question;
    ready
      .then((made) => answer(made, question))
      .then(
        (value) => port.postMessage({ id, value } satisfies Reply),
        (error: unknown) => port.postMessage({ id, error: String(error) } satisfies Reply),
      );
  });
}
