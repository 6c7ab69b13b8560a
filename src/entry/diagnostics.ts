import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BundleFile, bundleCaps, diagnosticsBundle } from '../domain/diagnostics-bundle.js';
import type { Redactor } from '../domain/redactor.js';
import type { Diagnosed, Diagnostics } from '../ports/diagnostics.js';

/** Milliseconds that a run which did not end well takes to show why, and what a cancelled one still has for it. */
export const diagnosticsMs = { ended: 20_000, cancelled: 3_000 } as const;

/** Milliseconds after its end in which a source may still give what it has. */
const graceMs = 500;

export interface DiagnosticsPlace {
  /** Folder of the reports; the bundle goes beside report.json. */
  readonly folder: string;
  readonly run: string;
}

/**
 * Looks at the cluster before it is deleted, and writes what was seen: redacted, sanitised, capped, and never later than
 * `ms` from now. Nothing that goes wrong here changes a verdict.
 *
 * @returns the name of the bundle's folder; undefined where there was nothing to look at, or nowhere to write to.
 */
export async function keepDiagnostics(
  sources: readonly Diagnostics[],
  redactor: Redactor,
  { folder, run }: DiagnosticsPlace,
  ms: number,
  cancel: AbortSignal,
): Promise<string | undefined> {
  if (sources.length === 0) return undefined;
  const late = AbortSignal.timeout(ms);
  // Whoever cancelled already gets what can be had in the time that the runner leaves.
  const signal = cancel.aborted ? late : AbortSignal.any([cancel, late]);
  const found = await Promise.all(sources.map((each) => within(each, signal)));
  for (const secret of found.flatMap(({ secrets }) => secrets)) redactor.learn(secret);
  // To redact takes about a second a megabyte, which a cancelled run has not got.
  const caps = cancel.aborted ? { ...bundleCaps, total: bundleCaps.total / 16 } : bundleCaps;
  const bundle = diagnosticsBundle(
    found.flatMap((each) => each.sources),
    redactor,
    caps,
  );
  return write(bundle, folder, `diagnostics-${run}`).catch(() => undefined);
}

/** A source that hangs is left behind, whatever it promised. */
async function within(diagnostics: Diagnostics, signal: AbortSignal): Promise<Diagnosed> {
  const over = Promise.withResolvers<Diagnosed>();
  let timer: NodeJS.Timeout | undefined;
  const give = (): void => {
    timer = setTimeout(() => over.resolve(nothing('it was not told in time')), graceMs);
  };
  if (signal.aborted) give();
  else signal.addEventListener('abort', give, { once: true });
  try {
    return await Promise.race([diagnostics.collect(signal), over.promise]);
  } catch (error) {
    return nothing(error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', give);
  }
}

function nothing(missing: string): Diagnosed {
  return { sources: [{ name: 'cluster', content: { missing } }], secrets: [] };
}

/** A folder that was there before is not ours: it may be a link, or the bundle of an earlier step of the same job. */
async function write(bundle: readonly BundleFile[], folder: string, wanted: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const name = await fresh(folder, wanted, 1);
  for (const { name: file, text } of bundle) {
    const target = path.join(folder, name, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text, { flag: 'wx' });
  }
  return name;
}

async function fresh(folder: string, wanted: string, attempt: number): Promise<string> {
  const name = attempt === 1 ? wanted : `${wanted}-${attempt}`;
  try {
    await mkdir(path.join(folder, name));
    return name;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 20) throw error;
    return fresh(folder, wanted, attempt + 1);
  }
}
