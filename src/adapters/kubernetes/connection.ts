import http from 'node:http';
import https from 'node:https';
import type { KubeConfig } from '@kubernetes/client-node/dist/config.js';
import { GateError } from '../../domain/error.js';

/** One kubeconfig context, opened; kept-alive connections. */
export interface Connection {
  readonly config: KubeConfig;
  readonly server: string;
  request(method: string, path: string, options?: RequestOptions): Promise<Answer>;
  close(): void;
}

export interface RequestOptions {
  readonly body?: string;
  readonly contentType?: string;
  readonly signal?: AbortSignal;
  /** Milliseconds until an unanswered request is given up. */
  readonly timeoutMs?: number;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

const REQUEST_TIMEOUT_MS = 15_000;
const MAX_BYTES = 64 * 1024 * 1024;

/** Opens a kubeconfig. The package behind it is loaded here, so that lint, plan and simulate never pay for it. */
export async function connect(kubeconfig: string, context?: string): Promise<Connection> {
  const { KubeConfig } = await import('@kubernetes/client-node/dist/config.js');
  const config = new KubeConfig();
  load(config, kubeconfig, context);
  const server = config.getCurrentCluster()?.server;
  if (server === undefined) {
    throw new GateError(
      'API_UNREACHABLE',
      `kubeconfig ${kubeconfig} has no cluster for context "${config.getCurrentContext()}"`,
      {
        hint: 'Name a context that exists: `kubectl config get-contexts` lists them.',
      },
    );
  }
  const options: https.RequestOptions = {};
  // Credentials may come of a program that fails; the package also refuses plain HTTP that is not said to be meant.
  await config.applyToHTTPSOptions(options).catch((cause: unknown) => Promise.reject(unusable(kubeconfig, cause)));
  // `kubectl proxy` and tests speak plain HTTP.
  const pool = { keepAlive: true, maxSockets: 16 };
  const isPlain = server.startsWith('http:');
  const agent = isPlain ? new http.Agent(pool) : new https.Agent({ ...pool, ...tlsOptions(options) });
  return {
    config,
    server,
    request: (method, path, given = {}) => send(new URL(server), agent, options, method, path, given),
    close: () => agent.destroy(),
  };
}

function load(config: KubeConfig, kubeconfig: string, context: string | undefined): void {
  try {
    config.loadFromFile(kubeconfig);
  } catch (cause) {
    throw unusable(kubeconfig, cause);
  }
  if (context !== undefined) config.setCurrentContext(context);
}

function unusable(kubeconfig: string, cause: unknown): GateError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new GateError('API_UNREACHABLE', `kubeconfig ${kubeconfig} cannot be used: ${why}`, {
    hint: 'Name a kubeconfig with which `kubectl get nodes` answers.',
    cause,
  });
}

function tlsOptions({ ca, cert, key, rejectUnauthorized, servername }: https.RequestOptions): https.AgentOptions {
  return {
    ca,
    cert,
    key,
    ...(rejectUnauthorized === undefined ? {} : { rejectUnauthorized }),
    ...(servername ? { servername } : {}),
  };
}

function send(
  server: URL,
  agent: http.Agent,
  base: https.RequestOptions,
  method: string,
  path: string,
  { body, contentType = 'application/json', signal, timeoutMs = REQUEST_TIMEOUT_MS }: RequestOptions,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const url = new URL(server.pathname.replace(/\/$/, '') + path, server);
    const headers = {
      ...(base.headers as Record<string, string> | undefined),
      accept: 'application/json',
      'content-type': contentType,
    };
    const all = {
      method,
      agent,
      headers,
      timeout: timeoutMs,
      ...(base.auth ? { auth: base.auth } : {}),
      ...(signal ? { signal } : {}),
    };
    const client = url.protocol === 'http:' ? http : https;
    const request = client.request(url, all, (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > MAX_BYTES) request.destroy(new Error(`answer over ${MAX_BYTES} bytes`));
        else chunks.push(chunk);
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
      response.on('error', fail);
    });
    const fail = (cause: Error): void => reject(unreachable(server, method, path, cause, signal));
    request.on('timeout', () => request.destroy(new Error(`no answer within ${timeoutMs} ms`)));
    request.on('error', fail);
    request.end(body);
  });
}

function unreachable(server: URL, method: string, path: string, cause: Error, signal?: AbortSignal): GateError {
  if (signal?.aborted) {
    return signal.reason instanceof GateError
      ? signal.reason
      : new GateError('CANCELLED', `cancelled during ${method} ${path}`, { hint: 'Run the gate again.' });
  }
  return new GateError(
    'API_UNREACHABLE',
    `API server ${server.host} did not answer ${method} ${path}: ${cause.message}`,
    {
      hint: 'Look at the control-plane node; if it is your own cluster, check that the kubeconfig reaches it.',
      cause,
    },
  );
}
