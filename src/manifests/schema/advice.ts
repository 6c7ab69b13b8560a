import { nearest } from './suggestion.js';
import { type FieldType, objectType } from './type.js';

type Step = string | number;

export interface Advice {
  readonly message: string;
  readonly remediation: string;
  /** The field that was meant. */
  readonly meant?: string;
}

/** `a.b[0].c`, as Go's strict decoder writes paths. */
export function dotted(path: readonly Step[]): string {
  let text = '';
  for (const step of path) text += typeof step === 'number' ? `[${step}]` : text === '' ? step : `.${step}`;
  return text;
}

/** By name the nearest place to the root that has a field of it. */
function placesOf(root: number): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  const queue: { number: number; path: readonly string[] }[] = [{ number: root, path: [] }];
  const seen = new Set([root]);
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { fields } = objectType(next.number);
    for (const [name, { type }] of fields) {
      if (next.path.length > 0 && !places.has(name)) places.set(name, next.path.join('.'));
      const inner = type.replace(/^[[{]+/, '');
      if (
        !/^\d+$/.test(inner) ||
        seen.has(Number(inner)) ||
        name === 'status' ||
        name === 'metadata' ||
        next.path.length > 6
      )
        continue;
      seen.add(Number(inner));
      queue.push({ number: Number(inner), path: [...next.path, type.startsWith('[') ? `${name}[]` : name] });
    }
  }
  return places;
}

const known = new Map<number, ReadonlyMap<string, string>>();

/** Where else in an object of this type a field of that name is; the nearest place to the root. */
export function placeOf(key: string, root: number): string | undefined {
  const places = known.get(root) ?? placesOf(root);
  known.set(root, places);
  return places.get(key);
}

/** What is to be said of a field that a type has not: which one was meant, or where it belongs. */
export function adviceOn(path: readonly Step[], number: number, root: number): Advice {
  const key = String(path.at(-1));
  const { fields, name: type } = objectType(number);
  const message = `${type} has no field \`${key}\` (\`${dotted(path)}\`); the API server refuses it`;
  const meant = nearest(key, fields.keys());
  if (meant !== undefined)
    return { message: `${message}; did you mean \`${meant}\`?`, remediation: `Write \`${meant}\`.`, meant };
  const home = placeOf(key, root);
  if (home !== undefined)
    return { message: `${message}; it belongs to \`${home}\``, remediation: `Move \`${key}\` to \`${home}\`.` };
  return { message, remediation: `Delete \`${key}\`.` };
}

/** What is to be said of a field that another version has. */
export function outOfVersion(name: string, field: FieldType, minor: number): Advice {
  const when = minor < field.since ? `came with 1.${field.since}` : `went with 1.${field.until}`;
  return {
    message: `\`${name}\` ${when}; Kubernetes 1.${minor} does not have it`,
    remediation: `Leave it out, or take 1.${minor} from the versions that are judged.`,
  };
}
