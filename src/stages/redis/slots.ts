import { amount } from '../../domain/amount.js';

export const SLOTS = 16_384;

/** Slots from `first` to `last`, both included. */
export interface SlotRange {
  readonly first: number;
  readonly last: number;
}

const table = Uint16Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 8;
  for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  return crc;
});

/** CRC16/XMODEM, the checksum of the Redis Cluster specification. */
export function crc16(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) crc = ((crc << 8) & 0xffff) ^ (table[((crc >> 8) ^ byte) & 0xff] ?? 0);
  return crc;
}

/** The slot of a key; of its hash tag where it has one that is not empty (specification: "Hash tags"). */
export function slotOf(key: string): number {
  const open = key.indexOf('{');
  const close = open < 0 ? -1 : key.indexOf('}', open + 1);
  const hashed = close > open + 1 ? key.slice(open + 1, close) : key;
  return crc16(Buffer.from(hashed)) % SLOTS;
}

/** All slots in `shards` ranges whose sizes differ by one at most. */
export function splitSlots(shards: number): readonly SlotRange[] {
  return Array.from({ length: shards }, (_, shard) => ({
    first: Math.floor((shard * SLOTS) / shards),
    last: Math.floor(((shard + 1) * SLOTS) / shards) - 1,
  }));
}

export function slotCount(ranges: readonly SlotRange[]): number {
  return ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0);
}

export function hasSlot(ranges: readonly SlotRange[], slot: number): boolean {
  return ranges.some(({ first, last }) => slot >= first && slot <= last);
}

/** `slots 0-5460`, `slot 7`, `slots 1, 5-9`; the first eight ranges. */
export function describeSlots(ranges: readonly SlotRange[]): string {
  const shown = ranges.slice(0, 8).map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`));
  const rest = ranges.length > 8 ? ` and ${amount(ranges.length - 8, 'more range')}` : '';
  return `${slotCount(ranges) === 1 ? 'slot' : 'slots'} ${shown.join(', ')}${rest}`;
}

/** Slots that no range holds. */
export function uncoveredBy(ranges: readonly SlotRange[]): readonly SlotRange[] {
  const gaps: SlotRange[] = [];
  let next = 0;
  for (const { first, last } of ranges.toSorted((a, b) => a.first - b.first)) {
    if (first > next) gaps.push({ first: next, last: first - 1 });
    next = Math.max(next, last + 1);
  }
  return next < SLOTS ? [...gaps, { first: next, last: SLOTS - 1 }] : gaps;
}

/** Slots that more than one range holds. */
export function heldTwice(ranges: readonly SlotRange[]): readonly SlotRange[] {
  const twice: SlotRange[] = [];
  let end = -1;
  for (const { first, last } of ranges.toSorted((a, b) => a.first - b.first)) {
    if (first <= end) twice.push({ first, last: Math.min(last, end) });
    end = Math.max(end, last);
  }
  return twice;
}

/** A key that falls into the slot range: `prefix` and the smallest number that does it. */
export function keyWithin(range: SlotRange, prefix: string): string {
  for (let n = 0; ; n++) {
    const key = `${prefix}${n}`;
    const slot = slotOf(key);
    if (slot >= range.first && slot <= range.last) return key;
  }
}
