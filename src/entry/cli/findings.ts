import type { Diagnostic, Severity } from '../../domain/diagnostic.js';
import { sanitiseLine } from '../../domain/foreign-text.js';
import { describeLocation, type Location } from '../../domain/location.js';

const styles: Readonly<Record<Severity, string>> = { error: '31', warning: '33', note: '2' };

/** What many findings share is looked at once: names of files, and what to do. */
class Shared {
  readonly #clean = new Map<string, string>();
  readonly #harmless = new Map<string, boolean>();

  line(text: string): string {
    const known = this.#clean.get(text);
    if (known !== undefined) return known;
    const clean = sanitiseLine(text);
    this.#clean.set(text, clean);
    return clean;
  }

  place(at: Location): string {
    let harmless = this.#harmless.get(at.file);
    if (harmless === undefined) {
      // With a place behind it: the file `:` is harmless, and `::1:1` a command of the runner.
      const sample = `${at.file}:1:1`;
      harmless = sanitiseLine(sample) === sample;
      this.#harmless.set(at.file, harmless);
    }
    return harmless ? describeLocation(at) : sanitiseLine(describeLocation(at));
  }
}

/** Findings as people read them in a terminal, and as editors find the place in it. */
export function findingsText(diagnostics: readonly Diagnostic[], durationMs: number, color: boolean): string {
  const style = (code: string, text: string): string => (color ? `\u001b[${code}m${text}\u001b[0m` : text);
  const count: Record<Severity, number> = { error: 0, warning: 0, note: 0 };
  const shared = new Shared();
  const lines: string[] = [];
  for (const { at, severity, rule, message, remediation, related } of diagnostics) {
    count[severity]++;
    lines.push(`${shared.place(at)}: ${style(styles[severity], severity)}: ${sanitiseLine(message)} [${rule}]`);
    for (const hop of related) lines.push(`    ${shared.place(hop.at)}: ${sanitiseLine(hop.message)}`);
    if (severity !== 'note') lines.push(`    what to do: ${shared.line(remediation)}`);
  }
  lines.push(`${count.error} errors, ${count.warning} warnings, ${count.note} notes in ${durationMs} ms`, '');
  return lines.join('\n');
}
