/** IP addresses as Kubernetes' older fields take them: an IPv4 octet may have zeros in front. */
export interface Address {
  readonly bits: 32 | 128;
  readonly value: bigint;
}

function parse4(text: string): bigint | undefined {
  const octets = text.split('.');
  if (octets.length !== 4 || octets.some((octet) => !/^\d{1,}$/.test(octet) || Number(octet) > 255)) return undefined;
  return octets.reduce((value, octet) => value * 256n + BigInt(Number(octet)), 0n);
}

function groups(text: string): readonly string[] | undefined {
  if (text === '') return [];
  const parts = text.split(':');
  const last = parts.at(-1) ?? '';
  if (last.includes('.')) {
    const embedded = parse4(last);
    if (embedded === undefined) return undefined;
    parts.splice(-1, 1, (embedded >> 16n).toString(16), (embedded & 0xffffn).toString(16));
  }
  return parts.every((part) => /^[0-9a-fA-F]{1,4}$/.test(part)) ? parts : undefined;
}

function parse6(text: string): bigint | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = [groups(halves[0] ?? ''), halves.length === 2 ? groups(halves[1] ?? '') : []];
  if (head === undefined || tail === undefined) return undefined;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const all = [...head, ...Array<string>(missing).fill('0'), ...tail];
  return all.reduce((value, group) => value * 65536n + BigInt(`0x${group}`), 0n);
}

export function parseAddress(text: string): Address | undefined {
  if (!text.includes(':')) {
    const value = parse4(text);
    return value === undefined ? undefined : { bits: 32, value };
  }
  const value = parse6(text);
  return value === undefined ? undefined : { bits: 128, value };
}

export interface Block {
  readonly address: Address;
  readonly length: number;
}

export function parseBlock(text: string): Block | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) return undefined;
  const [address, length] = [parseAddress(text.slice(0, slash)), text.slice(slash + 1)];
  if (address === undefined || !/^\d{1,4}$/.test(length) || Number(length) > address.bits) return undefined;
  return { address, length: Number(length) };
}

/** Whether the second block lies in the first and is smaller. */
export function isStrictSubset(outer: Block, inner: Block): boolean {
  if (outer.address.bits !== inner.address.bits || outer.length >= inner.length) return false;
  const shift = BigInt(outer.address.bits - outer.length);
  return outer.address.value >> shift === inner.address.value >> shift;
}

const addressReason = ['must be an IP address such as `10.9.8.7` or `2001:db8::ffff`'];
const blockReason = ['must be a CIDR such as `10.9.8.0/24` or `2001:db8::/64`'];

export function addressForm(text: string): readonly string[] {
  return parseAddress(text) === undefined ? addressReason : [];
}

export function blockForm(text: string): readonly string[] {
  return parseBlock(text) === undefined ? blockReason : [];
}
