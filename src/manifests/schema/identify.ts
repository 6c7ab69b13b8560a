import { lifecycle } from './lifecycle.js';
import type { Problem } from './problem.js';
import { nearest } from './suggestion.js';
import { minors } from './table.js';
import { type KindType, kindId, kindType, knownKinds } from './type.js';

/** When an API came and goes; minors of Kubernetes 1, 0 where nobody knows or it stays. */
export interface Lifecycle {
  readonly introduced: number;
  readonly deprecated: number;
  readonly removed: number;
  /** `group/version/Kind` that takes its place. */
  readonly replacement: string | undefined;
}

let rows: ReadonlyMap<string, Lifecycle> | undefined;

function readRows(): ReadonlyMap<string, Lifecycle> {
  const found = new Map<string, Lifecycle>();
  for (const line of lifecycle.trim().split('\n')) {
    const [id = '', introduced, deprecated, removed, replacement = '-'] = line.split(' ');
    found.set(id, {
      introduced: Number(introduced),
      deprecated: Number(deprecated),
      removed: Number(removed),
      replacement: replacement === '-' ? undefined : replacement,
    });
  }
  return found;
}

export function lifecycleOf(id: string): Lifecycle | undefined {
  rows ??= readRows();
  return rows.get(id);
}

/** An object's kind, or why the server of this minor does not know it; neither, where it knows it and the table does not. */
export interface Identity {
  readonly id: string;
  readonly kind?: KindType;
  readonly problem?: Problem;
}

function problem(type: string, message: string, remediation: string): Problem {
  return { stage: 'identify', type, field: 'apiVersion', path: ['apiVersion'], message, remediation };
}

function written(id: string): string {
  const [group = '', version = '', kind = ''] = id.split('/');
  return `\`${group === '' ? version : `${group}/${version}`}\` \`${kind}\``;
}

let groups: ReadonlySet<string> | undefined;

/** Whether a group belongs to Kubernetes itself. */
export function isBuiltIn(apiVersion: string): boolean {
  groups ??= new Set([...knownKinds()].map((id) => id.slice(0, id.indexOf('/'))));
  return groups.has(apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '');
}

function removed(id: string, minor: number, row: Lifecycle): Problem {
  const instead = row.replacement === undefined ? 'Find another way.' : `Use ${written(row.replacement)}.`;
  return problem(
    'Removed',
    `${written(id)} is no longer served from Kubernetes 1.${row.removed} on; 1.${minor} does not know it`,
    instead,
  );
}

function tooNew(id: string, minor: number, row: Lifecycle): Problem {
  const message = `${written(id)} came with Kubernetes 1.${row.introduced}; 1.${minor} does not know it`;
  return problem('UnknownKind', message, 'Use an older version of the API, or judge newer versions alone.');
}

function unknown(id: string, apiVersion: string, kind: string): Problem {
  const message = `Kubernetes has no kind ${written(id)}`;
  if (!isBuiltIn(apiVersion))
    return problem('UnknownKind', message, 'Check group, version and kind; a custom resource needs its definition.');
  const kinds = [...knownKinds()];
  const meant = kinds.find((known) => known.endsWith(`/${kind}`)) ?? nearest(id, kinds);
  return problem(
    'UnknownKind',
    message,
    meant === undefined ? 'Check group, version and kind.' : `Did you mean ${written(meant)}?`,
  );
}

/** Finds the kind of an object in Kubernetes 1.`minor`. */
export function identify(apiVersion: string, kind: string, minor: number): Identity {
  const id = kindId(apiVersion, kind);
  if (apiVersion.split('/').length > 2) {
    return {
      id,
      problem: problem('BadVersion', `apiVersion \`${apiVersion}\` has more than one \`/\``, 'Write group/version.'),
    };
  }
  const row = lifecycleOf(id);
  if (row !== undefined && row.removed > 0 && row.removed <= minor) return { id, problem: removed(id, minor, row) };
  if (row !== undefined && row.introduced > minor) return { id, problem: tooNew(id, minor, row) };
  const found = kindType(id);
  // Served by versions that are older than the table.
  if (found === undefined && row !== undefined && minor < minors[0]) return { id };
  if (found === undefined || minor < found.since || minor >= found.until)
    return { id, problem: unknown(id, apiVersion, kind) };
  if (!found.served)
    return {
      id,
      problem: problem('NotServed', `${written(id)} cannot be created`, 'Write its items as objects of their own.'),
    };
  return { id, kind: found };
}
