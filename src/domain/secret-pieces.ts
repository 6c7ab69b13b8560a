/** What of a secret is secret. A fragment of an opaque piece is one too; of a plain one only the whole is. */
export interface Piece {
  readonly text: string;
  readonly opaque: boolean;
}

const shortestPiece = 6;
const deepest = 6;

/**
 * A secret and what it is made of: its lines, the leaves of a JSON document, the values of `key: value` and `KEY=value`
 * lines, the password of a URL, and what base64 in it decodes to.
 */
export function piecesOf(secret: string): readonly Piece[] {
  const found = new Map<string, Piece>();
  collect(secret, 0, found);
  return [...found.values()];
}

function collect(text: string, depth: number, found: Map<string, Piece>): void {
  const trimmed = text.trim();
  if (trimmed.length < (depth === 0 ? 4 : shortestPiece) || found.has(trimmed) || isCommon(trimmed)) return;
  const inner =
    depth < deepest ? [...leaves(trimmed), ...lines(trimmed), ...credentials(trimmed), ...decoded(trimmed)] : [];
  found.set(trimmed, { text: trimmed, opaque: inner.length === 0 && isOpaque(trimmed) });
  for (const each of inner) collect(each, depth + 1, found);
}

/** What hides nothing, because everybody has it: the outer lines of a PEM block, switches, ports. */
function isCommon(text: string): boolean {
  return /^(?:-----(?:BEGIN|END) [A-Z ]+-----|\d{1,5}|true|false|null|none|root|test|prod|admin|default)$/i.test(text);
}

/** Random, as far as can be seen: digits among letters, or three kinds of characters; not a host name, path or sentence. */
function isOpaque(text: string): boolean {
  if (/^[a-z]+(?:[._/ -][a-z0-9]+)*$/i.test(text) && !/\d.*[a-z].*\d/i.test(text)) return false;
  if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?$/i.test(text) || text.includes('://')) return false;
  return [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(text)).length >= 2 || text.length >= 20;
}

function leaves(text: string): string[] {
  if (!/^[[{"]/.test(text)) return [];
  try {
    return strings(JSON.parse(text));
  } catch {
    return [];
  }
}

function strings(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || depth > 32) return [];
  return Object.values(value).flatMap((each) => strings(each, depth + 1));
}

function lines(text: string): string[] {
  if (/^[[{]/.test(text)) return [];
  const pair = /^(?:export\s+)?[\w.-]+(?:\s*[:=]\s+|=)(["']?)(.+)\1$/.exec(text);
  const value = text.includes('\n') ? [] : [pair?.[2] ?? ''];
  return [...value, ...(text.includes('\n') ? text.split(/\r\n|\n|\r/) : [])].filter((each) => each !== '');
}

/** `scheme://user:password@…`, and `user:password` as base64 of basic authentication decodes to. */
function credentials(text: string): string[] {
  const url = /^[a-z][a-z0-9+.-]*:\/\/[^/\s:@]*:([^/\s]+)@/i.exec(text)?.[1];
  if (url === undefined) return [];
  try {
    return [url, decodeURIComponent(url)];
  } catch {
    return [url];
  }
}

function decoded(text: string): string[] {
  if (!/^[A-Za-z0-9+/]{8,}={0,2}$/.test(text) || text.length % 4 !== 0) return [];
  const plain = Buffer.from(text, 'base64').toString('utf8');
  if (!/^[\t\n\r\x20-\x7e]{6,}$/.test(plain)) return [];
  const password = /^[^:\s]+:(\S+)$/.exec(plain)?.[1];
  return password === undefined ? [plain] : [plain, password];
}
