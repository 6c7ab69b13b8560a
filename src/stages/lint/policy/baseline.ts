import type { Diagnostic } from '../../../domain/diagnostic.js';

/**
 * Findings that the base has too: they are shown, and block nobody. Fingerprints count, so that three findings where the
 * base has two are one new one.
 */
export function withoutKnown(diagnostics: readonly Diagnostic[], base: readonly Diagnostic[]): readonly Diagnostic[] {
  const left = new Map<string, number>();
  for (const { fingerprint } of base) left.set(fingerprint, (left.get(fingerprint) ?? 0) + 1);
  return diagnostics.map((diagnostic) => {
    const count = left.get(diagnostic.fingerprint) ?? 0;
    if (count === 0) return diagnostic;
    left.set(diagnostic.fingerprint, count - 1);
    return diagnostic.severity === 'note'
      ? diagnostic
      : { ...diagnostic, severity: 'note', message: `${diagnostic.message} (known: the base has it too)` };
  });
}
