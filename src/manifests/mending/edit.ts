import type { Fix } from '../../domain/diagnostic.js';
import type { Location } from '../../domain/location.js';
import type { Json, JsonObject, Manifest, Path } from '../manifest.js';
import type { Mending } from './mending.js';

/** A scalar as people write numbers and booleans: nothing in it that quotes would give a meaning. */
const plain = /^[\w.+-]+$/;
const quotedScalar = /^(["'])(-?\d+|true|false)\1$/;

interface Edit {
  readonly at: Location;
  readonly text: string;
}

function parentOf(value: Json | undefined, path: Path): JsonObject | undefined {
  let here = value;
  for (const step of path.slice(0, -1)) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = (here as Readonly<Record<string | number, Json | undefined>>)[step];
  }
  return typeof here === 'object' && here !== null && !Array.isArray(here) ? (here as JsonObject) : undefined;
}

/** `key`, `"key"` or `'key'` with another name in it; undefined for what is written in any other way. */
function renamed(written: string, from: string, to: string): string | undefined {
  if (written === from) return to;
  return written === `"${from}"` || written === `'${from}'` ? written.replace(from, () => to) : undefined;
}

function replaced(manifest: Manifest, path: Path, what: 'key' | 'value', to: (written: string) => string | undefined) {
  const written = manifest.written?.(path, what);
  const text = written === undefined ? undefined : to(written);
  return text === undefined ? undefined : { at: manifest.locate(path, what), text };
}

/** Before the key: on a line of its own at the same column, or in the braces that it is in. */
function inserted(manifest: Manifest, path: Path, before: string, value: string): Edit | undefined {
  const parent = path.slice(0, -1);
  const braces = manifest.written?.(parent, 'value');
  if (braces === undefined || braces.startsWith('*') || parentOf(manifest.value, path)?.[before] === undefined)
    return undefined;
  const key = manifest.locate([...parent, before], 'key');
  const newline = braces.includes('\r\n') ? '\r\n' : '\n';
  const tail = braces.startsWith('{') ? ', ' : `${newline}${' '.repeat(key.start.column - 1)}`;
  return { at: { ...key, end: key.start }, text: `${String(path.at(-1))}: ${value}${tail}` };
}

function editOf(manifest: Manifest, path: Path, mending: Mending): Edit | undefined {
  const key = String(path.at(-1));
  switch (mending.action) {
    case 'rename':
      if (parentOf(manifest.value, path)?.[mending.to] !== undefined) return undefined;
      return replaced(manifest, path, 'key', (written) => renamed(written, key, mending.to));
    case 'quote':
      return replaced(manifest, path, 'value', (written) => (plain.test(written) ? `"${written}"` : undefined));
    case 'unquote':
      return replaced(manifest, path, 'value', (written) => quotedScalar.exec(written)?.[2]);
    case 'replace':
      return replaced(manifest, path, 'value', (written) => renamed(written, mending.from, mending.to));
    default:
      return inserted(manifest, path, mending.before, mending.value);
  }
}

const descriptions: Readonly<Record<Mending['action'], string>> = {
  rename: 'Write the name of the field that was meant.',
  quote: 'Put the text into quotes.',
  unquote: 'Take the quotes off.',
  replace: 'Name the version that is served.',
  insert: 'Say what the older API took for granted.',
};

/** The edit of the text, or undefined where it is written in a way that can not be changed without risk. */
export function fixOf(manifest: Manifest, path: Path, mending: Mending): Fix | undefined {
  const edit = editOf(manifest, path, mending);
  return edit && { description: descriptions[mending.action], edits: [edit] };
}
