import type { ManifestSource, SourceText } from '../../src/ports/manifest-source.js';

/** Texts given by the test, as if a folder held them. */
export function sourceOf(texts: readonly SourceText[], whole = true): ManifestSource {
  return { read: async () => ({ texts, whole, skipped: [] }) };
}
