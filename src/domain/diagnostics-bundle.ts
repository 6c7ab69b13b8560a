import { sanitise } from './foreign-text.js';
import type { Redactor } from './redactor.js';

/** One thing that was looked at when a stage failed: events, a description, logs, previous logs, the HPA, node conditions. */
export interface DiagnosticSource {
  /** Path in the bundle, such as `pods/web-1/previous.log`. May hold names from the cluster. */
  readonly name: string;
  /** Text, or why there is none. */
  readonly content: { readonly text: string } | { readonly missing: string };
}

export interface BundleFile {
  readonly name: string;
  readonly text: string;
}

/** UTF-16 units. */
export interface BundleCaps {
  readonly file: number;
  readonly total: number;
  readonly files: number;
}

export const bundleCaps: BundleCaps = { file: 256 * 1024, total: 8 * 1024 * 1024, files: 400 };

/**
 * What may leave as an artifact: every text redacted and sanitised, every name a plain relative path, everything capped.
 * Of a long text the first and the last part stay, because causes stand at the start of a log and reasons at its end.
 * `index.txt` says what is there, what was cut and what could not be had.
 */
export function diagnosticsBundle(
  sources: readonly DiagnosticSource[],
  redactor: Redactor,
  caps: BundleCaps = bundleCaps,
): readonly BundleFile[] {
  const files: BundleFile[] = [];
  const index: string[] = [];
  let total = 0;
  for (const { name, content } of sources) {
    const file = uniqueName(plainName(redactor.redact(name)), files);
    if ('missing' in content) {
      index.push(`${file}: not there: ${clean(content.missing, redactor, 500)}`);
      continue;
    }
    const text = clean(content.text, redactor, caps.file);
    if (files.length >= caps.files || total + text.length > caps.total) {
      index.push(`${file}: left out, the bundle is full`);
      continue;
    }
    total += text.length;
    files.push({ name: file, text });
    index.push(
      `${file}: ${text.length} characters${content.text.length > caps.file ? `, cut from ${content.text.length}` : ''}`,
    );
  }
  return [{ name: 'index.txt', text: `${index.join('\n')}\n` }, ...files];
}

function clean(text: string, redactor: Redactor, cap: number): string {
  const safe = redactor.redact(sanitise(redactor.redact(text), { line: 8_192, total: Number.MAX_SAFE_INTEGER }));
  if (safe.length <= cap) return safe;
  const half = Math.floor((cap - 60) / 2);
  // A cut may leave the head of a line that is now a line of its own.
  const tail = sanitise(safe.slice(-half).toWellFormed(), { line: 8_192, total: cap });
  return `${safe.slice(0, half).toWellFormed()}\n[… ${safe.length - 2 * half} characters cut]\n${tail}`.slice(0, cap);
}

/** No way out of the folder, no hidden file, no device name, no control character. */
function plainName(name: string): string {
  const parts = name
    .split(/[/\\]+/)
    .map((part) =>
      part
        .replace(/[^\w.@=-]+/g, '_')
        .replace(/^[.-]+/, '_')
        .slice(0, 100),
    )
    .filter((part) => part !== '' && part !== '_');
  return parts.slice(-6).join('/') || 'unnamed';
}

function uniqueName(name: string, taken: readonly BundleFile[]): string {
  if (name !== 'index.txt' && !taken.some((file) => file.name === name)) return name;
  for (let number = 2; ; number++) {
    const other = `${name}.${number}`;
    if (!taken.some((file) => file.name === other)) return other;
  }
}
