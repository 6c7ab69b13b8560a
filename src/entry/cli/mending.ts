import { readFileSync, statSync, writeFileSync } from 'node:fs';
import type { Diagnostic } from '../../domain/diagnostic.js';
import { fixed } from '../../stages/lint/fix.js';

/** Findings of the files that were mended, and what was done, one line a file. */
export interface Mending {
  readonly lines: readonly string[];
  readonly applied: number;
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Writes the fixes of findings into their files; standard input and rendered text are left alone. */
export function mend(diagnostics: readonly Diagnostic[]): Mending {
  const files = new Set(diagnostics.flatMap(({ fix }) => fix?.edits.map(({ at }) => at.file) ?? []));
  const results = [...files].filter(isFile).map((file) => {
    const text = readFileSync(file, 'utf8');
    const result = fixed(file, text, diagnostics);
    if (result.text !== text) writeFileSync(file, result.text);
    return { file, ...result };
  });
  return {
    applied: results.reduce((sum, { applied }) => sum + applied, 0),
    lines: results.map(
      ({ file, applied, left }) => `mended ${file}: ${applied} findings${left > 0 ? `, ${left} left` : ''}`,
    ),
  };
}
