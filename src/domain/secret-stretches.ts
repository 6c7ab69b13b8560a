import { formsOf } from './secret-forms.js';
import { piecesOf } from './secret-pieces.js';

/** Characters of an opaque form that give it away: no stretch of this length is printed. */
const gram = 10;
const shortest = 4;

/** What is skipped when text is compared: blanks, colours and cursor moves, and characters that are not seen. */
const noise = /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?|[\s\0-\x1f\x7f-\x9f\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

export interface View {
  readonly text: string;
  /** Place in the original of each unit of the view. */
  readonly places: readonly number[];
}

/** Text as secrets are compared: without noise, in lower case. */
export function viewOf(text: string): View {
  const parts: string[] = [];
  const places: number[] = [];
  const take = (from: number, to: number): void => {
    for (let at = from; at < to; at++) {
      const lower = (text[at] ?? '').toLowerCase();
      parts.push(lower.length === 1 ? lower : (text[at] ?? ''));
      places.push(at);
    }
  };
  let from = 0;
  for (const match of text.matchAll(noise)) {
    take(from, match.index);
    from = match.index + match[0].length;
  }
  take(from, text.length);
  return { text: parts.join(''), places };
}

/** The stretches of text that must not be printed. */
export class Stretches {
  /** Those that are shorter than a gram, by their length. */
  readonly #short = new Map<number, Set<string>>();
  /** The others, by their first gram: each place of a text costs one look, however many secrets there are. */
  readonly #long = new Map<string, Set<string>>();

  get isEmpty(): boolean {
    return this.#short.size + this.#long.size === 0;
  }

  learn(secret: string): void {
    for (const stretch of stretchesOf(secret)) {
      if (stretch.length < gram) put(this.#short, stretch.length, stretch);
      else put(this.#long, stretch.slice(0, gram), stretch);
    }
  }

  /** For each unit of a view, 1 where it belongs to a secret. */
  hiddenIn(text: string): Uint8Array {
    const hidden = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at++) {
      for (const stretch of this.#long.get(text.slice(at, at + gram)) ?? []) {
        if (text.startsWith(stretch, at)) hidden.fill(1, at, at + stretch.length);
      }
      for (const [length, known] of this.#short) {
        if (known.has(text.slice(at, at + length))) hidden.fill(1, at, at + length);
      }
    }
    return hidden;
  }
}

function put<Key>(map: Map<Key, Set<string>>, key: Key, stretch: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([stretch]));
  else known.add(stretch);
}

function* stretchesOf(secret: string): Generator<string> {
  for (const { text, opaque } of piecesOf(secret)) {
    const plain = viewOf(text).text;
    for (const form of formsOf(text)) {
      const seen = viewOf(form).text;
      const isEncoded = !plain.includes(seen) && !seen.includes(plain);
      const length = (opaque || isEncoded) && seen.length > gram ? gram : seen.length;
      if (length < (isEncoded ? Math.min(8, plain.length) : shortest)) continue;
      for (let at = 0; at + length <= seen.length; at++) {
        const stretch = seen.slice(at, at + length);
        // A stretch of a plain piece that no encoding has touched, such as a host name in a URL, is not secret.
        if (opaque || length === seen.length || !plain.includes(stretch)) yield stretch;
      }
    }
  }
}
