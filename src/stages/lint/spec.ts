import type { Diagnostic } from '../../domain/diagnostic.js';
import type { Evaluate } from '../../manifests/custom/expressions.js';
import type { Graph } from '../../manifests/graph/graph.js';
import type { Manifest } from '../../manifests/manifest.js';
import type { Clock } from '../../ports/clock.js';
import type { ManifestSource } from '../../ports/manifest-source.js';
import type { RuleLanguage } from '../../ports/rule-language.js';
import type { TimeLimit } from '../../ports/time-limit.js';
import type { CustomRule } from './custom.js';
import type { ProfileName } from './policy/selection.js';
import type { ClusterShape, ExposurePolicy, ExternalObject, Ignore, Override } from './settings.js';
import type { Variant } from './variants.js';

export interface LintSpec {
  readonly paths: readonly string[];
  /** Ways in which the service is rendered, each judged by itself; the first is the one that is deployed. */
  readonly variants?: readonly Variant[];
  /** Where objects go that name no namespace. */
  readonly namespace: string;
  /** `1.34`, oldest first. */
  readonly kubernetesVersions: readonly string[];
  /** Objects that live outside of the input. */
  readonly external?: readonly ExternalObject[];
  /** Where definitions of custom resources are, which judge and are not judged. */
  readonly definitions?: readonly string[];
  readonly exposure?: ExposurePolicy;
  readonly cluster?: ClusterShape;
  readonly loadSeconds?: number;
  readonly profile?: ProfileName;
  /** A severity, or `off`, for a rule by its id; a severity also switches a rule on that the profile leaves out. */
  readonly rules?: Readonly<Record<string, Override>>;
  readonly ignores?: readonly Ignore[];
  /** Rules that nothing may ignore or soften. */
  readonly locked?: readonly string[];
  /** The same manifests before the change (a checkout of the base commit): what was there already blocks nobody. */
  readonly base?: { readonly paths: readonly string[] };
  /** Fingerprints of findings that are known: they block nobody. */
  readonly known?: readonly string[];
  /** Severity from which a finding fails the run; `error` unless given. */
  readonly failOn?: 'error' | 'warning';
  readonly custom?: readonly CustomRule[];
  /** File that ignores of the config are reported at. */
  readonly configFile?: string;
}

export interface LintOutput {
  readonly manifests: readonly Manifest[];
  readonly diagnostics: readonly Diagnostic[];
  readonly graph: Graph;
  /** Findings that were taken out, each with the reason that was given. */
  readonly ignored: readonly { readonly diagnostic: Diagnostic; readonly reason: string }[];
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
  readonly validate?: (
    manifests: readonly Manifest[],
    kubernetesVersions: readonly string[],
    definitions: readonly Manifest[],
    evaluate?: Evaluate,
  ) => readonly Diagnostic[];
  /** What bounds the time of reading and judging; nothing does unless given. */
  readonly limit?: TimeLimit;
  /** For rules of the users' own; loaded when there is one. */
  readonly language?: () => Promise<RuleLanguage>;
}
