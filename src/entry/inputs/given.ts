import { ambiguousNames, writeTopology } from './ambiguous.js';
import type { Complain } from './check.js';
import { didYouMean, nearest } from './nearest.js';
import type { Offer } from './offer.js';
import { inputPlace } from './place.js';
import { doorOptions, optionNamed, optionTable } from './table.js';
import { valueOfText } from './text-value.js';

const doorNames = doorOptions.map(({ name }) => name);
const names = [...optionTable.map(({ name }) => name), ...doorNames];

/** What inputs or flags offer, by the name of the option. */
export function readGiven(
  given: Readonly<Record<string, string>>,
  label: (name: string) => string,
  complain: Complain,
): Map<string, Offer> {
  const offers = new Map<string, Offer>();
  for (const [name, text] of Object.entries(given)) {
    const row = optionNamed(name);
    if (text.trim() === '' || doorNames.includes(name)) continue;
    if (row === undefined) complain(`${label(name)} ${refusal(name, text)}`);
    else
      offers.set(row.name, { row, value: valueOfText(row.kind, text), place: inputPlace(label(name)), from: 'input' });
  }
  return offers;
}

function refusal(name: string, text: string): string {
  const readings = ambiguousNames.includes(name) ? writeTopology(text) : undefined;
  return readings === undefined ? `is unknown${didYouMean(name, names)}` : `is "${text.trim()}"; ${readings}`;
}

/** Whether a name is one of our inputs, or so near to one that it has to be complained of. */
export function looksLikeOurs(name: string): boolean {
  return names.includes(name) || ambiguousNames.includes(name) || nearest(name, names) !== undefined;
}
