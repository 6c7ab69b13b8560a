import type { Diagnostic } from '../../../domain/diagnostic.js';
import { unfinishedRule } from '../engine.js';

/**
 * Findings that the base has too: they are shown, and block nobody. Fingerprints count, so that three findings where the
 * base has two are one new one.
 */
export function withoutKnown(diagnostics: readonly Diagnostic[], known: readonly string[]): readonly Diagnostic[] {
  const left = new Map<string, number>();
  for (const fingerprint of known) left.set(fingerprint, (left.get(fingerprint) ?? 0) + 1);
  return diagnostics.map((diagnostic) => {
    const count = left.get(diagnostic.fingerprint) ?? 0;
    // What was not looked for is not known, in the base neither.
    if (count === 0 || diagnostic.rule === unfinishedRule) return diagnostic;
    left.set(diagnostic.fingerprint, count - 1);
    return diagnostic.severity === 'note'
      ? diagnostic
      : { ...diagnostic, severity: 'note', message: `${diagnostic.message} (known: the base has it too)` };
  });
}

/** The fingerprints in a report, a list of them, or whatever else names them as JSON. */
export function fingerprintsIn(text: string): readonly string[] {
  return [...text.matchAll(/"([0-9a-f]{16,64})"/g)].map(([, fingerprint]) => fingerprint ?? '');
}
