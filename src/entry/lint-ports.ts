import { fileSource } from '../adapters/files/source.js';
import { helmRenderer } from '../adapters/helm/renderer.js';
import { kustomizeRenderer, type Place } from '../adapters/kustomize/renderer.js';
import { systemClock } from '../adapters/node/clock.js';
import { patternMatcher } from '../adapters/node/pattern.js';
import { watchdog } from '../adapters/node/time-limit.js';
import { readManifests } from '../manifests/read.js';
import { validateManifests } from '../manifests/validate.js';
import type { Boundary } from '../ports/boundary.js';
import type { Commands } from '../ports/commands.js';
import type { LintPorts } from '../stages/lint/spec.js';

/**
 * What lint needs of the world: files, renderers, the reader, and the API server's own rules. No cluster.
 *
 * @param place gives the folder in which renderers put what they need for a while; the machine's where it is not given
 */
export function lintPorts(
  commands: Commands,
  release: string,
  namespace: string,
  boundary?: Boundary,
  place?: Place,
): LintPorts {
  const renderers = [
    kustomizeRenderer(commands, boundary, place),
    helmRenderer(commands, { release, namespace, values: [] }, boundary),
  ];
  const matches = patternMatcher();
  return {
    source: fileSource({ renderers, stdin: () => process.stdin, ...(boundary === undefined ? {} : { boundary }) }),
    clock: systemClock,
    limit: watchdog,
    read: readManifests,
    validate: (manifests, versions, definitions, evaluate) =>
      validateManifests(manifests, versions, { matches, definitions, evaluate }),
    // Loaded only for rules of the user's own.
    language: async () => (await import('../adapters/cel/language.js')).celLanguage(),
  };
}
