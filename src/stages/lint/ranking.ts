import type { Diagnostic } from '../../domain/diagnostic.js';

const order = { error: 0, warning: 1, note: 2 } as const;
/** More than a file has lines; files times lines stay far below what a number holds exactly. */
const lines = 2 ** 24;
const files = 2 ** 20;

interface Ranked {
  readonly diagnostic: Diagnostic;
  /** Severity, file and line in one number. */
  readonly rank: number;
  readonly column: number;
}

/** By severity, file and place; what is alike in all keeps its order. */
export function ranked(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const names = [...new Set(diagnostics.map(({ at }) => at.file))].sort((a, b) => (a < b ? -1 : 1));
  const numbers = new Map(names.map((name, number) => [name, number]));
  const all = diagnostics.map((diagnostic): Ranked => {
    const { file, start } = diagnostic.at;
    const rank = (order[diagnostic.severity] * files + (numbers.get(file) ?? 0)) * lines + start.line;
    return { diagnostic, rank, column: start.column };
  });
  all.sort((a, b) => a.rank - b.rank || a.column - b.column);
  return all.map(({ diagnostic }) => diagnostic);
}
