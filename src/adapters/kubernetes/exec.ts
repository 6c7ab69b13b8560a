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
  ended
    .catch(() => undefined)
    .finally(() => {
      stdout.end();
      stderr.end();
    });
  return { stdout, stderr, ended, close: () => socket.close() };
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
