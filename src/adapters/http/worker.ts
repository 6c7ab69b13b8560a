import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { LoadPlan, Profile } from '../../ports/load-generator.js';
import { Engine } from './engine.js';
import { rehearse } from './rehearsal.js';

/** What the main thread asks of the worker; each is answered with the same id. */
export type Question =
  | { readonly id: number; readonly ask: 'phase'; readonly name: string; readonly profile: Profile }
  | { readonly id: number; readonly ask: 'snapshot' | 'stop' };

export interface Reply {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

function answer(engine: Engine, question: Question): unknown {
  switch (question.ask) {
    case 'phase':
      return engine.phase(question.name, question.profile);
    case 'snapshot':
      return engine.snapshot();
    case 'stop':
      return engine.stop();
  }
}

/** Where the system lets us, this thread goes before the busy ones: late requests would be ours, not the service's. */
function goFirst(): void {
  try {
    setPriority(-10);
  } catch {
    // Only the privileged may; the send lag tells whether it was needed.
  }
}

/** Entry of the worker thread: an engine that does what it is asked through messages. */
export function serve(): void {
  const port = parentPort;
  if (port === null) return;
  goFirst();
  const plan = workerData as LoadPlan;
  const engine = rehearse(plan).then(() => new Engine(plan));
  port.on('message', (question: Question) => {
    const { id } = question;
    engine
      .then((ready) => answer(ready, question))
      .then(
        (value) => port.postMessage({ id, value } satisfies Reply),
        (error: unknown) => port.postMessage({ id, error: String(error) } satisfies Reply),
      );
  });
}
