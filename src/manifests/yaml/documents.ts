/** One document of a file, cut out as kubectl cuts it. */
export interface DocumentText {
  /** Number of the document in its file, from 0; documents with comments alone count. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  /** Line of its first character, from 1. */
  readonly line: number;
  /** Whether it is a JSON value, which may follow the one before without a separator. */
  readonly json: boolean;
}

/** A `---` with something other than a comment behind it: kubectl reads no further. */
export interface BadSeparator {
  readonly index: number;
  /** First line of the document that it would have ended, from 1. */
  readonly documentLine: number;
  readonly line: number;
  readonly at: number;
  readonly text: string;
}

export interface Split {
  readonly documents: readonly DocumentText[];
  readonly bad: BadSeparator | undefined;
}

/** Offset just behind the JSON value that starts at `from`, by its brackets; undefined where they do not close. */
function jsonEnd(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 34) {
      for (at++; at < text.length && text.charCodeAt(at) !== 34; at++) if (text.charCodeAt(at) === 92) at++;
    } else if (char === 123 || char === 91) depth++;
    else if (char === 125 || char === 93) {
      depth--;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** The JSON values at the start of a file that begins with `{`, and where YAML would go on. */
function splitJson(text: string): { documents: DocumentText[]; at: number; line: number } {
  const documents: DocumentText[] = [];
  let [at, line] = [0, 1];
  for (;;) {
    const start = at + (/^[\s\ufeff]*/.exec(text.slice(at))?.[0].length ?? 0);
    if (text[start] !== '{') break;
    const end = jsonEnd(text, start);
    if (end === undefined || !isJson(text.slice(start, end))) break;
    line += countLines(text, at, start);
    documents.push({ index: documents.length, start, end, line, json: true });
    line += countLines(text, start, end);
    at = end;
  }
  const rest = /^[^\S\n]*\n?/.exec(text.slice(at))?.[0] ?? '';
  return documents.length === 0
    ? { documents, at: 0, line: 1 }
    : { documents, at: at + rest.length, line: line + (rest.endsWith('\n') ? 1 : 0) };
}

/**
 * Cuts a file at lines that start with `---`. Behaviour of `YAMLOrJSONDecoder` in k8s.io/apimachinery/pkg/util/yaml: the
 * separator of an empty buffer belongs to the document that it starts.
 */
export function splitDocuments(text: string): Split {
  const json = /^\s*\{/.test(text) ? splitJson(text) : { documents: [], at: 0, line: 1 };
  const documents: DocumentText[] = json.documents;
  let { at, line } = json;
  let [start, startLine] = [at, line];
  const close = (end: number): void => {
    if (end > start) documents.push({ index: documents.length, start, end, line: startLine, json: false });
  };
  while (at < text.length) {
    const newline = text.indexOf('\n', at);
    const next = newline < 0 ? text.length : newline + 1;
    if (text.startsWith('---', at)) {
      const after = text.slice(at + 3, next).trim();
      if (after !== '' && !after.startsWith('#')) {
        return { documents, bad: { index: documents.length, documentLine: startLine, line, at, text: after } };
      }
      if (at > start) {
        close(at);
        [start, startLine] = [next, line + 1];
      }
    }
    at = next;
    line++;
  }
  close(text.length);
  return { documents, bad: undefined };
}
