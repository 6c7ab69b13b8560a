import type { Diagnostic } from '../../domain/diagnostic.js';

/** One way in which the service is rendered: a set of Helm values, or a Kustomize overlay. */
export interface Variant {
  readonly name: string;
  readonly paths: readonly string[];
  /** Value files for Helm, the later over the earlier. */
  readonly values: readonly string[];
}

export interface JudgedVariant {
  readonly name: string;
  readonly diagnostics: readonly Diagnostic[];
}

function keyOf({ rule, severity, at, message }: Diagnostic): string {
  return [rule, severity, at.file, at.start.line, at.start.column, message].join('\n');
}

/** Findings by what they say and where, each as often as the variant has it: the second of two alike is another one. */
function counted(diagnostics: readonly Diagnostic[]): Map<string, Diagnostic> {
  const found = new Map<string, Diagnostic>();
  const times = new Map<string, number>();
  for (const diagnostic of diagnostics) {
    const key = keyOf(diagnostic);
    const time = times.get(key) ?? 0;
    times.set(key, time + 1);
    found.set(`${key}\n${time}`, diagnostic);
  }
  return found;
}

/**
 * The findings of all variants, what several say alike said once; one that not all have names those that have it. An
 * ignore is unused only where no variant uses it.
 */
export function mergeVariants(variants: readonly JudgedVariant[]): readonly Diagnostic[] {
  const [only] = variants;
  if (only !== undefined && variants.length === 1) return only.diagnostics;
  const merged = new Map<string, { readonly diagnostic: Diagnostic; readonly names: string[] }>();
  for (const { name, diagnostics } of variants) {
    for (const [key, diagnostic] of counted(diagnostics)) {
      const known = merged.get(key);
      if (known === undefined) merged.set(key, { diagnostic, names: [name] });
      else known.names.push(name);
    }
  }
  return [...merged.values()].flatMap(({ diagnostic, names }) => {
    if (names.length === variants.length) return diagnostic;
    if (diagnostic.rule === 'ignore-unused') return [];
    return { ...diagnostic, message: `${diagnostic.message} (in ${names.join(', ')})` };
  });
}
