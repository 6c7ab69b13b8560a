import type { Severity } from '../../domain/diagnostic.js';
import type { Requirement } from '../../domain/requirement.js';
import type { Graph } from '../../manifests/graph/graph.js';
import type { Container, Workload } from '../../manifests/graph/workload.js';
import type { Manifest, Path } from '../../manifests/manifest.js';
import type { LintSettings } from './settings.js';

/** A place in an object, named by its path: characters are looked up for those findings alone that are shown. */
export interface Place {
  readonly on: Manifest;
  readonly path: Path;
}

export interface Hop extends Place {
  readonly message: string;
}

/** Edits of one object, as paths. `delete` takes the key with its value, `set` replaces or adds a scalar. */
export interface Change extends Place {
  readonly description: string;
  readonly action: 'delete' | { readonly set: string };
}

/** What a rule says about one place; the engine makes a `Diagnostic` of it. */
export interface Finding extends Place {
  /** Whether the key or the value is at fault; the value unless said. */
  readonly what?: 'key' | 'value';
  /** A line within a text of several lines, from 0, as an embedded file has them, and how much of it is meant. */
  readonly textLine?: { readonly line: number; readonly width: number };
  readonly message: string;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  readonly remediation?: string;
  /** The hops of the graph that lead to the finding, in order. */
  readonly hops?: readonly Hop[];
  readonly change?: Change;
}

/**
 * A rule about pairs of objects gives its findings one by one: the pairs of ten thousand objects are a hundred million, and
 * the engine stops to ask before they are all told.
 */
export type Findings = Finding | readonly Finding[] | Iterable<Finding> | undefined;

export interface Lint {
  readonly graph: Graph;
  /** The same service as it was before the change, where the run knows it. */
  readonly base?: Graph;
  readonly settings: LintSettings;
}

/** `schema` has no rules of its own; `recommended` is what a gate should refuse or warn about; `production` adds hygiene. */
export type Profile = 'recommended' | 'production' | 'kind';

interface About {
  /** kebab-case; the name of its file and of its page in docs/lint/rules. */
  readonly id: string;
  readonly severity: Severity;
  readonly requirement: Requirement;
  readonly profile: Profile;
  readonly remediation: string;
  /** The same check in other linters, as `tool/id`, for people who come from there. */
  readonly peers: readonly string[];
}

export interface ObjectRule extends About {
  readonly visits: 'object';
  /** As `kindOf` tells them; `*` for all. */
  readonly kinds: readonly string[];
  check(manifest: Manifest, lint: Lint): Findings;
}

export interface WorkloadRule extends About {
  readonly visits: 'workload';
  check(workload: Workload, lint: Lint): Findings;
}

export interface ContainerRule extends About {
  readonly visits: 'container';
  check(container: Container, lint: Lint): Findings;
}

export interface SetRule extends About {
  readonly visits: 'set';
  check(lint: Lint): Findings;
}

/** One check. It visits what it names and nothing else, so that a rule costs nothing where it has no object. */
export type Rule = ObjectRule | WorkloadRule | ContainerRule | SetRule;

/** Things that one finding names at most, and hops that it has. */
export const mostNamed = 25;

/** `a, b, c`, and how many more there are. */
export function listed(names: readonly string[], count = names.length): string {
  const shown = names.slice(0, mostNamed).join(', ');
  return count > mostNamed ? `${shown} and ${count - mostNamed} more` : shown;
}

/** The first hops of many: who mends those knows what the rest is. */
export function fewHops<T>(of: readonly T[], hopTo: (one: T) => Hop): readonly Hop[] {
  return of.slice(0, mostNamed).map(hopTo);
}

export const hop = (on: Manifest, path: Path, message: string): Hop => ({ on, path, message });

/** `Deployment shop/web`, as every message names an object. */
export function nameOf(manifest: Manifest, { graph }: Pick<Lint, 'graph'>): string {
  return `${manifest.kind} ${graph.namespaceOf(manifest)}/${manifest.name}`;
}

/**
 * How bad a missing object is. In a part of the input it may simply be elsewhere: a note. In a whole it is sure where the
 * cluster is the gate's own, and holds nothing else, or where the input has others of its sort in that namespace.
 */
export function missingSeverity({ settings }: Lint, others: boolean, severity: Severity = 'error'): Severity {
  if (!settings.whole) return 'note';
  return severity === 'error' && !others && !settings.cluster ? 'warning' : severity;
}

/** The same for what an operator makes by itself, where the namespace has something for an operator to act on. */
export function missingUnlessMade(lint: Lint, namespace: string, others: boolean): Severity {
  return lint.settings.whole && lint.graph.isOperated(namespace) ? 'warning' : missingSeverity(lint, others);
}

/** Whether the config says that an object lives outside the input. */
export function isExternal({ settings }: Lint, kind: string, namespace: string, name: string): boolean {
  return settings.external.some(
    (one) => one.kind === kind && one.name === name && (one.namespace === undefined || one.namespace === namespace),
  );
}
