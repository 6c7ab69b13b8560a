import { parseAddress, parseBlock } from '../validation/addresses.js';

const date = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const time = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:?\d\d)$/;

/** Formats of strings that the server checks; all others are words for people. */
const formats: Readonly<Record<string, (text: string) => boolean>> = {
  date: (text) => date.test(text),
  'date-time': (text) => time.test(text) && date.test(text.slice(0, 10)),
  ipv4: (text) => parseAddress(text)?.bits === 32,
  ipv6: (text) => parseAddress(text)?.bits === 128,
  cidr: (text) => parseBlock(text) !== undefined,
  uuid: (text) => /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i.test(text),
  byte: (text) => /^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.length % 4 === 0,
};

export function hasFormat(text: string, format: string): boolean {
  return formats[format]?.(text) ?? true;
}
