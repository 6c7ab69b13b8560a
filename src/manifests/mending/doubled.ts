import type { Fix } from '../../domain/diagnostic.js';
import type { Path } from '../manifest.js';
import type { Source } from '../source.js';
import { placeEnd } from '../yaml/extent.js';
import { indexOfKey, type Place, Places } from '../yaml/places.js';

function placesAt(place: Place, path: Path): Places | undefined {
  let here: Place | undefined = place;
  for (const step of path) {
    if (!(here instanceof Places)) return undefined;
    const index: number = typeof step === 'number' ? step : indexOfKey(here, step);
    here = here.at[index];
  }
  return here instanceof Places && !here.flow ? here : undefined;
}

/** The whole lines of an entry, or undefined where something else is on them. */
function linesOf({ text }: Source, start: number, end: number): readonly [number, number] | undefined {
  const first = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const last = next < 0 ? text.length : next + 1;
  return /^[ ]*$/.test(text.slice(first, start)) && text.slice(end, last).trim() === '' ? [first, last] : undefined;
}

interface Firsts {
  readonly byKey: ReadonlyMap<string, number>;
  readonly byOffset: ReadonlyMap<number, number>;
}

const known = new WeakMap<Places, Firsts>();

/** Where each key and each offset stands first; made once for a mapping, of which any key may be doubled. */
function firstsOf(places: Places | undefined): Firsts {
  if (places === undefined) return { byKey: new Map(), byOffset: new Map() };
  const before = known.get(places);
  if (before !== undefined) return before;
  const byKey = new Map((places.keys ?? []).map((key, index) => [key, index] as const).toReversed());
  const byOffset = new Map(places.keyAt.map((at, index) => [at, index] as const).toReversed());
  const firsts = { byKey, byOffset };
  known.set(places, firsts);
  return firsts;
}

/** Takes the second of two entries out that say the same in the same words; which of two different ones counts is nobody's but a person's to say. */
export function fixOfDoubled(source: Source, root: Place, path: Path, key: string, at: number): Fix | undefined {
  const places = placesAt(root, path);
  const { byKey, byOffset } = firstsOf(places);
  const [first, second] = [byKey.get(key) ?? -1, byOffset.get(at) ?? -1];
  if (places === undefined || first < 0 || second <= first) return undefined;
  const entry = (index: number): readonly [number, number] => {
    const [from = 0, place = 0] = [places.keyAt[index], places.at[index]];
    return [from, placeEnd(source.text, place, false)];
  };
  const [[a, b], [c, d]] = [entry(first), entry(second)];
  const words = (from: number, to: number): string => source.text.slice(from, to).replace(/\s*\r?\n/g, '\n');
  // Only line ends and blanks before them may differ: what is thrice as long says something else, and is not read again for each.
  const alike = b - a <= 3 * (d - c) + 100 && words(a, b) === words(c, d);
  const lines = alike ? linesOf(source, c, d) : undefined;
  if (lines === undefined) return undefined;
  return {
    description: `Take the second \`${key}\` out; it says the same as the first.`,
    edits: [{ at: source.location(...lines), text: '' }],
  };
}
