import type { Json } from '../manifest.js';
import type { DoubledKey } from './entries.js';
import type { Place } from './places.js';
import type { Token } from './token.js';

/** A document as plain values, and the way back to its characters. */
export interface Composed {
  readonly value: Json;
  readonly place: Place;
  readonly doubled: readonly DoubledKey[];
}

/** Anchor and tag in front of a node. */
export interface Properties {
  readonly anchor: string | undefined;
  readonly tag: string | undefined;
  readonly start: Token;
}
