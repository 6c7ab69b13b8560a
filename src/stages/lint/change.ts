import type { Fix } from '../../domain/diagnostic.js';
import type { Location } from '../../domain/location.js';
import { asObject, dig } from '../../manifests/graph/json.js';
import type { Change } from './rule.js';

/** Whether the key stands in a block of its own lines: in `{replicas: 2, paused: true}` a line can not be taken out. */
function ownLine({ on, path }: Change): boolean {
  const key = on.locate(path, 'key');
  const siblings = Object.keys(asObject(dig(on.value, ...path.slice(0, -1))) ?? {});
  const parent = on.locate(path.slice(0, -1), 'key');
  if (path.length > 1 && parent.start.line === key.start.line) return false;
  return siblings.every((sibling) => {
    const other = on.locate([...path.slice(0, -1), sibling], 'key');
    return sibling === path.at(-1) || other.start.line !== key.start.line;
  });
}

/** The line of a key with a scalar behind it. */
function wholeLine(change: Change): Location | undefined {
  const key = change.on.locate(change.path, 'key');
  const value = change.on.locate(change.path, 'value');
  if (key.start.line !== value.end.line || !ownLine(change)) return undefined;
  return { file: key.file, start: { line: key.start.line, column: 1 }, end: { line: key.start.line + 1, column: 1 } };
}

/** A change as edits of text, or undefined where the text does not allow it without risk. */
export function changeOf(change: Change): Fix | undefined {
  const { on, path, action, description } = change;
  const present = dig(on.value, ...path) !== undefined;
  if (!present) return undefined;
  if (action === 'delete') {
    const at = wholeLine(change);
    return at && { description, edits: [{ at, text: '' }] };
  }
  return { description, edits: [{ at: on.locate(path, 'value'), text: action.set }] };
}
