import { readConfigDocument } from '../../adapters/yaml/config-document.js';
import { ambiguousNames, writeTopology } from './ambiguous.js';
import type { Complain } from './check.js';
import { didYouMean } from './nearest.js';
import type { Offer } from './offer.js';
import { configPlace, dotted, type Place } from './place.js';
import { type OptionRow, optionTable, sectionNames } from './table.js';

const rows = new Map(optionTable.map((row) => [dotted(row.path), row]));
const topLevel = optionTable.filter(({ path }) => path.length === 1).map(({ name }) => name);

/** What a configuration offers, by the name of the option; complains of all that it cannot place. */
export function readConfig(
  { file, text }: { readonly file: string; readonly text: string },
  complain: Complain,
): Map<string, Offer> {
  const document = readConfigDocument(text);
  for (const { message, at } of document.faults) complain(`${file}:${at.line}:${at.column}: ${message}`);
  const offers = new Map<string, Offer>();
  const { value } = document;
  if (value === undefined || value === null) return offers;
  if (!isRecord(value)) {
    complain(`${file}:1:1: is no map; expected keys such as ${topLevel.join(', ')} or ${sectionNames.join(', ')}`);
    return offers;
  }
  const root = configPlace(file, document, []);
  for (const [key, entry] of Object.entries(value)) readKey([key], entry, root.child(key), { offers, complain });
  return offers;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where the offers and the complaints of one file go. */
interface Reading {
  readonly offers: Map<string, Offer>;
  readonly complain: Complain;
}

function readKey(path: readonly string[], entry: unknown, place: Place, reading: Reading): void {
  const row = rows.get(dotted(path));
  const [section = ''] = path;
  if (row !== undefined) offer(row, entry, place, reading);
  else if (path.length > 1 || !sectionNames.includes(section)) reading.complain(unknown(path, entry, place));
  else readSection(section, entry ?? {}, place, reading);
}

function readSection(section: string, entry: unknown, place: Place, reading: Reading): void {
  if (!isRecord(entry)) {
    const readings = typeof entry === 'string' ? writeTopology(entry) : undefined;
    const expected = readings ?? `expected a map of ${keysOf(section).join(', ')}`;
    reading.complain(`${place.subject('value')} is ${JSON.stringify(entry)}; ${expected}`);
    return;
  }
  mention(section, place, reading);
  for (const [key, value] of Object.entries(entry)) readKey([section, key], value, place.child(key), reading);
}

function offer(row: OptionRow, value: unknown, place: Place, { offers, complain }: Reading): void {
  if (value === null) complain(`${place.subject('key')} has no value; give one or leave the key away`);
  else offers.set(row.name, { row, value, place, from: 'config' });
}

/** That a section is there says something by itself: `redis:` asks for a Redis Cluster. */
function mention(section: string, place: Place, { offers }: Reading): void {
  const row = optionTable.find(({ path }) => path[0] === section);
  if (row !== undefined) offers.set(section, { row, value: undefined, place, from: 'config' });
}

const keysOf = (section: string): readonly string[] =>
  optionTable.filter(({ path }) => path[0] === section && path.length > 1).map(({ path }) => path.at(-1) ?? '');

function unknown(path: readonly string[], entry: unknown, place: Place): string {
  const [section = '', key = section] = path;
  const readings =
    ambiguousNames.includes(dotted(path)) && typeof entry === 'string' ? writeTopology(entry) : undefined;
  if (readings !== undefined) return `${place.subject('value')} is ${JSON.stringify(entry)}; ${readings}`;
  const siblings = path.length === 1 ? [...topLevel, ...sectionNames] : keysOf(section);
  const elsewhere = optionTable
    .filter((row) => row.path.at(-1) === key || row.name === key)
    .map((row) => dotted(row.path));
  const guess =
    didYouMean(key, siblings) || (elsewhere.length > 0 ? `; did you mean "${elsewhere.join('" or "')}"?` : '');
  return `${place.subject('key')} is unknown${guess || `; known here: ${siblings.join(', ')}`}`;
}
