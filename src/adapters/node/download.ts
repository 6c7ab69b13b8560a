import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { cancelled, GateError } from '../../domain/error.js';
import type { Clock } from '../../ports/clock.js';

export interface DownloadLimits {
  /** Milliseconds without a single byte after which a server is given up. */
  readonly stallMs: number;
  /** Milliseconds for one attempt. */
  readonly totalMs: number;
  readonly maxBytes: number;
  readonly attempts: number;
}

export const defaultLimits: DownloadLimits = { stallMs: 30_000, totalMs: 300_000, maxBytes: 268_435_456, attempts: 4 };

export interface Download {
  readonly url: string;
  readonly sha256: string;
  /** Path of the executable that is made. It exists whole and verified, or not at all. */
  readonly target: string;
}

/** A server's answer that another attempt may change. */
class Passing extends Error {
  readonly waitMs: number | undefined;

  constructor(message: string, waitMs?: number) {
    super(message);
    this.waitMs = waitMs;
  }
}

/**
 * Downloads a file that is executable once, and only if, its digest is the expected one. Refused connections, resets,
 * stalls, 429 and 5xx are tried again; a wrong digest and any other answer are final.
 */
export async function download(
  file: Download,
  { clock, signal, limits }: { readonly clock: Clock; readonly signal: AbortSignal; readonly limits: DownloadLimits },
): Promise<void> {
  let last = '';
  for (let attempt = 1; attempt <= limits.attempts; attempt++) {
    try {
      return await attemptOnce(file, signal, limits);
    } catch (error) {
      if (signal.aborted) throw cancelled(`downloading ${file.url}`);
      if (!(error instanceof Passing)) throw error;
      last = error.message;
      const waitMs = Math.min(error.waitMs ?? 1_000 * 2 ** (attempt - 1), 60_000);
      if (attempt < limits.attempts) await clock.sleep(waitMs, signal);
    }
  }
  throw new GateError('TOOL_MISSING', `${file.url} can not be downloaded: ${last} (${limits.attempts} attempts)`, {
    hint: 'Install the tool, or give an offline folder or a mirror that this machine can reach.',
  });
}

async function attemptOnce(file: Download, signal: AbortSignal, limits: DownloadLimits): Promise<void> {
  const part = path.join(path.dirname(file.target), `.${randomUUID()}.part`);
  await mkdir(path.dirname(file.target), { recursive: true, mode: 0o700 });
  try {
    const sha256 = await receive(file.url, part, signal, limits);
    if (sha256 !== file.sha256) throw untrusted(file, sha256);
    await rename(part, file.target);
  } finally {
    await rm(part, { force: true });
  }
}

/** Gives the digest of what was written to `part`. */
async function receive(url: string, part: string, signal: AbortSignal, limits: DownloadLimits): Promise<string> {
  const stall = new AbortController();
  const either = AbortSignal.any([signal, stall.signal, AbortSignal.timeout(limits.totalMs)]);
  let timer = setTimeout(() => stall.abort(), limits.stallMs);
  const hash = createHash('sha256');
  const handle = await open(part, 'wx', 0o700);
  try {
    const body = await bodyOf(url, either);
    let size = 0;
    for await (const chunk of body) {
      clearTimeout(timer);
      timer = setTimeout(() => stall.abort(), limits.stallMs);
      size += chunk.byteLength;
      if (size > limits.maxBytes) throw tooLarge(url, limits.maxBytes);
      hash.update(chunk);
      await handle.write(chunk);
    }
    await handle.sync();
    return hash.digest('hex');
  } catch (error) {
    if (error instanceof GateError || error instanceof Passing) throw error;
    throw new Passing(stall.signal.aborted ? `no byte within ${limits.stallMs} ms` : reasonOf(error));
  } finally {
    clearTimeout(timer);
    await handle.close();
  }
}

async function bodyOf(url: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const response = await fetch(url, { signal, redirect: 'follow' });
  if (response.ok && response.body !== null) return response.body;
  await response.body?.cancel();
  const { status } = response;
  if (status === 429 || status >= 500) throw new Passing(`answered ${status}`, retryAfter(response));
  throw new GateError('TOOL_MISSING', `${url} answered ${status}`, {
    hint: 'Look whether that version exists; behind a mirror, whether the mirror has the same paths as its origin.',
  });
}

function retryAfter(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : undefined;
}

function untrusted({ url, sha256 }: Download, actual: string): GateError {
  return new GateError('TOOL_UNTRUSTED', `${url} is not what was expected: sha256 ${actual} instead of ${sha256}`, {
    hint: 'Do not run it. A proxy or mirror may have answered with something else; tell the maintainers if it did not.',
    facts: { url, expected: sha256, actual },
  });
}

function tooLarge(url: string, maxBytes: number): GateError {
  return new GateError('TOOL_UNTRUSTED', `${url} is larger than ${maxBytes} bytes`, {
    hint: 'Look at what the mirror answers.',
  });
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : undefined;
  return cause ?? (error instanceof Error ? error.message : String(error));
}
