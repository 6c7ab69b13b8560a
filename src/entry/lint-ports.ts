import { fileSource } from '../adapters/files/source.js';
import { helmRenderer } from '../adapters/helm/renderer.js';
import { kustomizeRenderer } from '../adapters/kustomize/renderer.js';
import { systemClock } from '../adapters/node/clock.js';
import type { Diagnostic } from '../domain/diagnostic.js';
import { judgeManifest } from '../manifests/judge.js';
import type { Manifest } from '../manifests/manifest.js';
import { readManifests } from '../manifests/read.js';
import type { Commands } from '../ports/commands.js';
import type { LintPorts } from '../stages/lint/spec.js';

/** What lint needs of the world: files, renderers, the reader, and the API server's own rules. No cluster. */
export function lintPorts(commands: Commands, release: string, namespace: string): LintPorts {
  const renderers = [kustomizeRenderer(commands), helmRenderer(commands, { release, namespace, values: [] })];
  return {
    source: fileSource({ renderers, stdin: process.stdin }),
    clock: systemClock,
    read: readManifests,
    validate,
    // Loaded only for rules of the user's own.
    language: async () => (await import('../adapters/cel/language.js')).celLanguage(),
  };
}

/** `1.34` → 34. */
function validate(manifests: readonly Manifest[], versions: readonly string[]): readonly Diagnostic[] {
  const minors = versions.map((version) => Number(version.replace(/^v?1\./, '').split('.')[0]));
  return manifests.flatMap((manifest) => judgeManifest(manifest, minors));
}
