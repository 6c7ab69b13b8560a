import type { Json } from '../manifest.js';
import { YamlFault } from './fault.js';
import { type Place, Places } from './places.js';
import type { Token } from './token.js';

interface Anchor {
  value: Json;
  place: Place;
  /** Nodes that an alias stands for. */
  size: number;
  open: boolean;
}

/** go-yaml's limit: beyond 1,000 nodes at most 99 % may come from aliases, from 400,000 on ever less. */
function excessive(aliased: number, all: number): boolean {
  if (aliased <= 100 || all <= 1000) return false;
  const share = all <= 400_000 ? 0.99 : all >= 4_000_000 ? 0.1 : 0.99 - (0.89 * (all - 400_000)) / 3_600_000;
  return aliased / all > share;
}

/** Nodes with a name, and how many nodes a document grows to when its aliases are followed. */
export class Anchors {
  readonly #named = new Map<string, Anchor>();
  #all = 0;
  #aliased = 0;

  count(): void {
    this.#all++;
  }

  /** Names the node that is about to be read; the caller gives its value to `close`. */
  open(name: string, at: number): Anchor {
    const anchor = { value: null, place: at, size: this.#all, open: true };
    this.#named.set(name, anchor);
    return anchor;
  }

  close(anchor: Anchor, value: Json, place: Place): void {
    anchor.value = value;
    anchor.place = place;
    anchor.size = this.#all - anchor.size + 1;
    anchor.open = false;
  }

  /** What an alias stands for; undefined where it stands for what it is itself a part of. */
  follow(alias: Token): { readonly value: Json; readonly place: Place } | undefined {
    const anchor = this.#named.get(alias.value);
    if (anchor === undefined) throw new YamlFault(`unknown anchor '${alias.value}' referenced`, alias.start, undefined);
    if (anchor.open) return undefined;
    this.#all += anchor.size;
    this.#aliased += anchor.size;
    if (excessive(this.#aliased, this.#all)) {
      throw new YamlFault('document contains excessive aliasing', alias.start, undefined);
    }
    return {
      value: anchor.value,
      place: anchor.place instanceof Places ? anchor.place.aliased(alias.start) : alias.start,
    };
  }
}
