import { existsSync } from 'node:fs';
import path from 'node:path';
import { boundaryAround, realPlace } from '../adapters/files/boundary.js';
import { invalidInput } from '../domain/error.js';
import { type NamedPath, type Territory, trespasses } from '../domain/territory.js';
import type { Boundary } from '../ports/boundary.js';
import { configNames } from './config-file.js';
import type { Kind, PathSort } from './inputs/option.js';
import type { GateSpec } from './inputs/spec.js';
import { optionTable } from './inputs/table.js';

/** What a door is asked to work on. */
export interface Asking {
  readonly spec: GateSpec;
  /** Folder of the service, under which relative paths are. */
  readonly folder: string;
  /** Options that a person gave as inputs or flags; all others are of the configuration. */
  readonly given: Readonly<Record<string, unknown>>;
}

interface Text {
  readonly text: string;
  readonly sort: PathSort;
}

/** The texts of a value that name files, by the table's own word. */
function pathsIn(kind: Kind, value: unknown): readonly Text[] {
  if (value === undefined || value === null) return [];
  if (kind.type === 'text') return kind.names === undefined ? [] : [{ text: String(value), sort: kind.names }];
  if (kind.type === 'list') return (value as readonly unknown[]).flatMap((one) => pathsIn(kind.of, one));
  if (kind.type === 'map') return Object.values(value).flatMap((one) => pathsIn(kind.of, one));
  if (kind.type !== 'record') return [];
  const record = value as Readonly<Record<string, unknown>>;
  return Object.entries(kind.fields).flatMap(([name, field]) => pathsIn(field.kind, record[name]));
}

/** The part of a pattern that is a folder for sure. */
const beforePattern = (written: string): string => written.replace(/[^/]*[*?[\]{}].*$/, '') || '.';

function optionValue(spec: GateSpec, property: readonly string[]): unknown {
  return property.reduce<unknown>((here, step) => (here as Readonly<Record<string, unknown>>)[step], spec);
}

/** Every path that the options name. What a person calls the machine's own is theirs to choose. */
export function namedPaths({ spec, folder, given }: Asking): readonly NamedPath[] {
  return optionTable.flatMap(({ name, kind, property }) => {
    const by = Object.hasOwn(given, name) ? 'person' : 'config';
    // A kubeconfig is looked for where the process runs, all else in the folder.
    const base = name === 'cluster-kubeconfig' ? '.' : folder;
    return pathsIn(kind, optionValue(spec, property))
      .filter(({ text, sort }) => text !== '-' && (sort === 'path' || by === 'config'))
      .map(({ text }) => ({
        option: name,
        written: text,
        place: realPlace(path.resolve(base, beforePattern(text))),
        by,
      }));
  });
}

/** The folder of the service and its configuration, as a step names them; the usual one may be a link, too. */
export function doorPaths({ folder, config }: Readonly<Record<'folder' | 'config', string>>): readonly NamedPath[] {
  const usual = configNames.map((name) => path.join(folder, name)).filter((file) => existsSync(file));
  const configs: readonly NamedPath[] =
    config === ''
      ? usual.map((file) => ({ option: 'config', written: file, place: realPlace(file), by: 'config' }))
      : [{ option: 'config', written: config, place: realPlace(config), by: 'person' }];
  return [{ option: 'folder', written: folder, place: realPlace(folder), by: 'person' }, ...configs];
}

const hint = 'Put the file into the checkout, or name it with an input or a flag where that is meant.';

/** Throws `INPUT_INVALID` with every path that leads out, links followed; nothing of them has been read then. */
export function assertWithin(named: readonly NamedPath[], territory: Territory): void {
  const problems = trespasses(named, territory);
  if (problems.length > 0) throw invalidInput(problems, hint);
}

/** The same, and what may then be read of the service: the checkout, and what a person named. */
export function boundaryOf(asking: Asking, territory: Territory): Boundary {
  const named = namedPaths(asking);
  assertWithin(named, territory);
  return boundaryAround([...territory.config, ...named.flatMap(({ by, place }) => (by === 'person' ? [place] : []))]);
}
