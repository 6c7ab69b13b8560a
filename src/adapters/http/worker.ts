import { parentPort, workerData } from 'node:worker_threads';
import type { LoadPlan, Profile } from '../../ports/load-generator.js';
import { Engine } from './engine.js';

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

/** Entry of the worker thread: an engine that does what it is asked through messages. */
export function serve(): void {
  const port = parentPort;
  if (port === null) return;
  const engine = new Engine(workerData as LoadPlan);
  port.on('message', (question: Question) => {
    const { id } = question;
    Promise.resolve()
      .then(() => answer(engine, question))
      .then(
        (value) => port.postMessage({ id, value } satisfies Reply),
        (error: unknown) => port.postMessage({ id, error: String(error) } satisfies Reply),
      );
  });
}
