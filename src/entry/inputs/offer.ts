import type { Place } from './place.js';
import type { OptionRow } from './table.js';

/** A value that a user gave for an option, and where. */
export interface Offer {
  readonly row: OptionRow;
  readonly value: unknown;
  readonly place: Place;
  readonly from: 'config' | 'input';
}

/** Which options the user gave, by name; a section that the configuration has is here by its own name, too. */
export type Offers = ReadonlyMap<string, Offer>;
