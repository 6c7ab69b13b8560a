import { PassThrough, type Readable } from 'node:stream';
import { GateError } from '../../domain/error.js';
import type { KubeClient } from './client.js';

export interface ExecTarget {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
}

/** A process in a container: its streams, and how it ended. */
export interface ExecSession {
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Exit code; rejects with `API_UNREACHABLE` when the connection breaks before the process ends. */
  readonly ended: Promise<number>;
  close(): void;
}

/** Starts a command in a container over a WebSocket. `stdin` is ended by its own end. */
export async function execInPod(
  client: KubeClient,
  target: ExecTarget,
  command: readonly string[],
  stdin?: Readable,
): Promise<ExecSession> {
  const { Exec } = await import('@kubernetes/client-node/dist/exec.js');
  const { namespace, pod, container } = target;
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  let settle: { resolve(code: number): void; reject(error: GateError): void } | undefined;
  const ended = new Promise<number>((resolve, reject) => {
    settle = { resolve, reject };
  });
  const broken = (why: string): GateError =>
    new GateError('API_UNREACHABLE', `exec in ${namespace}/${pod}/${container} broke: ${why}`, {
      hint: 'Look at the pod: it may have been deleted or restarted.',
    });
  const socket = await new Exec(client.connection.config).exec(
    namespace,
    pod,
    container,
    [...command],
    stdout,
    stderr,
    stdin ?? null,
    false,
    (status) => {
      settle?.resolve(exitCodeOf(status));
    },
  );
  socket.onclose = () => settle?.reject(broken('the connection was closed'));
  socket.onerror = (event: { readonly message: string }) => settle?.reject(broken(event.message));
  const tired = keepAlive(socket, () => settle?.reject(broken(`no sign of life in ${(PINGS * PING_MS) / 1000} s`)));
  ended
    .catch(() => undefined)
    .finally(() => {
      tired();
      stdout.end();
      stderr.end();
    });
  return { stdout, stderr, ended, close: () => socket.close() };
}

const PING_MS = 10_000;
const PINGS = 9;

/**
 * Tells a dead connection from a slow one: the server answers pings also while the command is silent. They are counted
 * and not timed, so that our own standing still is not held for the other's death; and a proxy that answers no ping at
 * all is not held for dead either. Gives what ends it.
 */
function keepAlive(socket: unknown, dead: () => void): () => void {
  const { ping, on } = socket as { ping?: () => void; on?: (event: string, act: () => void) => void };
  if (ping === undefined || on === undefined) return () => undefined;
  let unanswered = 0;
  let answers = false;
  on.call(socket, 'pong', () => {
    answers = true;
    unanswered = 0;
  });
  const timer = setInterval(() => {
    if (answers && unanswered >= PINGS) dead();
    unanswered++;
    // A socket that is not open throws; its closing is told by itself.
    if ((socket as { readyState?: number }).readyState === 1) ping.call(socket);
  }, PING_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Runs a command to its end and gives what it wrote. */
export async function runInPod(
  client: KubeClient,
  target: ExecTarget,
  command: readonly string[],
): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  const session = await execInPod(client, target, command);
  const [stdout, stderr] = [collect(session.stdout), collect(session.stderr)];
  return { exitCode: await session.ended, stdout: stdout(), stderr: stderr() };
}

function collect(stream: Readable): () => string {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString();
}

function exitCodeOf({
  status,
  details,
}: {
  status?: string;
  details?: { causes?: { reason?: string; message?: string }[] };
}): number {
  if (status === 'Success') return 0;
  const code = details?.causes?.find(({ reason }) => reason === 'ExitCode')?.message;
  return code === undefined ? 1 : Number(code);
}
