import type { Location } from '../domain/location.js';
import type { Json, JsonObject, Manifest, Path } from './manifest.js';
import type { Source } from './source.js';
import { placeEnd, scalarEnd } from './yaml/extent.js';
import { indexOfKey, type Place, Places, startOf } from './yaml/places.js';

/** Where an object was read: its document, and its place in it. */
export interface Origin {
  readonly source: Source;
  readonly document: number;
  readonly item?: number;
  readonly place: Place;
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A `Manifest` over what the reader kept of its file. */
export class ReadManifest implements Manifest {
  readonly file: string;
  readonly document: number;
  readonly item?: number;
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
  readonly value: JsonObject;
  readonly #origin: Origin;

  constructor(value: JsonObject, origin: Origin) {
    const metadata = value['metadata'];
    const named = typeof metadata === 'object' && metadata !== null && !Array.isArray(metadata);
    const { name, generateName, namespace } = named ? (metadata as JsonObject) : {};
    this.file = origin.source.file;
    this.document = origin.document;
    if (origin.item !== undefined) this.item = origin.item;
    this.apiVersion = text(value['apiVersion']) ?? '';
    this.kind = text(value['kind']) ?? '';
    this.name = text(name) ?? text(generateName) ?? '';
    this.namespace = text(namespace);
    this.value = value;
    this.#origin = origin;
  }

  locate(path: Path, what: 'key' | 'value'): Location {
    return locate(this.#origin, path, what);
  }

  written(path: Path, what: 'key' | 'value'): string {
    return this.#origin.source.textAt(this.locate(path, what));
  }
}

/** The same walk for what is no object: a document of the wrong form. */
export function locate({ source, place }: Origin, path: Path, what: 'key' | 'value'): Location {
  let [here, key, inFlow]: [Place, number, boolean] = [place, startOf(place), false];
  let missing = false;
  for (const step of path) {
    if (!(here instanceof Places)) {
      missing = true;
      break;
    }
    const index: number = typeof step === 'number' && here.keys === undefined ? step : indexOfKey(here, String(step));
    const next: Place | undefined = here.at[index];
    if (next === undefined) {
      missing = true;
      break;
    }
    key = here.keys === undefined ? startOf(next) : (here.keyAt[index] ?? startOf(next));
    inFlow = here.flow;
    here = next;
  }
  if (what === 'value' && !missing) return source.location(startOf(here), placeEnd(source.text, here, inFlow));
  return source.location(key, scalarEnd(source.text, key, inFlow));
}
