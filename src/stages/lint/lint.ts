import type { Diagnostic } from '../../domain/diagnostic.js';
import { GateError, invalidInput } from '../../domain/error.js';
import { describeLocation } from '../../domain/location.js';
import type { Stage, StageResult } from '../../domain/stage.js';
import { type Graph, graphOf } from '../../manifests/graph/graph.js';
import type { Manifest } from '../../manifests/manifest.js';
import type { Clock } from '../../ports/clock.js';
import type { ManifestSource } from '../../ports/manifest-source.js';
import { ruleCatalog } from './catalog.js';
import { judge } from './engine.js';
import { evidenceOf, notesOf } from './evidence.js';
import { type NamedText, named, toOrigins } from './origin.js';
import type { ClusterShape, ExposurePolicy, ExternalObject, LintSettings } from './settings.js';

export interface LintSpec {
  readonly paths: readonly string[];
  /** Where objects go that name no namespace. */
  readonly namespace: string;
  /** `1.34`, oldest first. */
  readonly kubernetesVersions: readonly string[];
  readonly external?: readonly ExternalObject[];
  readonly exposure?: ExposurePolicy;
  readonly cluster?: ClusterShape;
  readonly loadSeconds?: number;
}

export interface LintOutput {
  readonly manifests: readonly Manifest[];
  readonly diagnostics: readonly Diagnostic[];
  readonly graph: Graph;
}

export interface ReadResult {
  readonly manifests: readonly Manifest[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface LintPorts {
  readonly source: ManifestSource;
  readonly clock: Clock;
  /** Text to objects; never throws, whatever the text is. */
  readonly read: (file: string, text: string) => ReadResult;
  /** Schemas and the API server's own validation, for each of the versions. */
  readonly validate?: (manifest: Manifest, kubernetesVersions: readonly string[]) => readonly Diagnostic[];
}

/** Rules of the reader after which there is no object to judge. */
const unreadable: readonly string[] = ['yaml-syntax'];

function readAll(texts: readonly NamedText[], read: LintPorts['read'], spec: LintSpec): ReadResult {
  const results = texts.map(({ name, text }) => read(name, text));
  const diagnostics = results.flatMap((one) => one.diagnostics);
  const broken = diagnostics.filter(({ rule, severity }) => severity === 'error' && unreadable.includes(rule));
  if (broken.length > 0) {
    const problems = broken.map(({ at, message }) => `${describeLocation(at)}: ${message}`);
    throw invalidInput(problems, 'Mend the YAML; nothing can be judged before it can be read.');
  }
  const manifests = results.flatMap((one) => one.manifests);
  if (manifests.length > 0) return { manifests, diagnostics };
  throw new GateError(
    'INPUT_INVALID',
    `no Kubernetes object in ${spec.paths.join(', ')} (${texts.length} files read)`,
    {
      hint: 'Name the files or the folder that hold the manifests of the service.',
    },
  );
}

function settingsOf(spec: LintSpec, whole: boolean): LintSettings {
  return {
    whole,
    external: spec.external ?? [],
    exposure: spec.exposure,
    cluster: spec.cluster,
    loadSeconds: spec.loadSeconds,
    kubernetesVersions: spec.kubernetesVersions,
  };
}

const order = { error: 0, warning: 1, note: 2 } as const;

function ranked(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      order[a.severity] - order[b.severity] ||
      (a.at.file < b.at.file ? -1 : a.at.file > b.at.file ? 1 : 0) ||
      a.at.start.line - b.at.start.line ||
      a.at.start.column - b.at.start.column,
  );
}

/** Judges manifests before there is a cluster: reading, schemas, the object graph and the rules over it. */
export function lintStage(ports: LintPorts): Stage<LintSpec, LintOutput> {
  return {
    name: 'lint',
    plan: ({ paths, kubernetesVersions }) => [
      `read the manifests in ${paths.join(', ')}`,
      `judge them for Kubernetes ${kubernetesVersions.join(', ')} with ${ruleCatalog.length} rules`,
    ],
    async run(spec, { signal }): Promise<StageResult<LintOutput>> {
      const set = await ports.source.read(spec.paths, { signal });
      const texts = named(set.texts);
      const { manifests, diagnostics } = readAll(texts, ports.read, spec);
      const graph = graphOf(manifests, spec.namespace);
      const { validate } = ports;
      const validated = validate ? manifests.flatMap((one) => validate(one, spec.kubernetesVersions)) : [];
      const judged = judge({ graph, settings: settingsOf(spec, set.whole) }, ruleCatalog);
      const all = ranked(toOrigins([...diagnostics, ...validated, ...judged], texts));
      const at = new Date(ports.clock.now()).toISOString();
      return {
        evidence: evidenceOf(all, { rules: ruleCatalog, graph, at }),
        notes: notesOf(all, graph),
        output: { manifests, diagnostics: all, graph },
      };
    },
  };
}
