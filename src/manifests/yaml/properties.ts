import { END, isBlank, isBlankOrEnd, isBreak, isBreakOrEnd, isDigit, isHex, isWord } from './characters.js';
import type { Cursor, Mark } from './cursor.js';

const afterName = new Set([...'?:,]}%@`'].map((char) => char.charCodeAt(0)));
const uriSigns = new Set([...";/?:@&=+$,.!~*'()[]%"].map((char) => char.charCodeAt(0)));

function scanWord(cursor: Cursor): string {
  const from = cursor.at;
  while (isWord(cursor.peek())) cursor.at++;
  return cursor.text.slice(from, cursor.at);
}

function skipBlanks(cursor: Cursor): void {
  while (isBlank(cursor.peek())) cursor.at++;
}

/** `&name` or `*name`; gives the name. */
export function scanAnchor(cursor: Cursor): string {
  const start = cursor.mark();
  cursor.at++;
  const name = scanWord(cursor);
  if (name !== '' && (isBlankOrEnd(cursor.peek()) || afterName.has(cursor.peek()))) return name;
  throw cursor.fault('did not find expected alphabetic or numeric character', start);
}

function scanHandle(cursor: Cursor, start: Mark, directive: boolean): string {
  if (cursor.peek() !== 33) throw cursor.fault("did not find expected '!'", start);
  cursor.at++;
  const handle = `!${scanWord(cursor)}`;
  if (cursor.peek() === 33) {
    cursor.at++;
    return `${handle}!`;
  }
  if (directive && handle !== '!') throw cursor.fault("did not find expected '!'", start);
  return handle;
}

/** The rest of a tag; `head` is what was taken for a handle and is none. */
function scanUri(cursor: Cursor, start: Mark, head: string): string {
  let uri = head.slice(1);
  const from = cursor.at;
  while (isWord(cursor.peek()) || uriSigns.has(cursor.peek())) {
    if (cursor.peek() === 37) uri += scanOctet(cursor, start);
    else uri += cursor.text.charAt(cursor.at++);
  }
  if (cursor.at === from && head === '') throw cursor.fault('did not find expected tag URI', start);
  return uri;
}

function scanOctet(cursor: Cursor, start: Mark): string {
  const digits = cursor.text.slice(cursor.at + 1, cursor.at + 3);
  if (digits.length < 2 || !isHex(digits)) throw cursor.fault('did not find URI escaped octet', start);
  cursor.at += 3;
  return String.fromCharCode(Number.parseInt(digits, 16));
}

export interface Tag {
  /** `!`, `!!`, `!name!`, or empty where the suffix is the whole tag. */
  readonly handle: string;
  readonly suffix: string;
}

export function scanTag(cursor: Cursor): Tag {
  const start = cursor.mark();
  let tag: Tag;
  if (cursor.peek(1) === 60 /* < */) {
    cursor.at += 2;
    tag = { handle: '', suffix: scanUri(cursor, start, '') };
    if (cursor.peek() !== 62) throw cursor.fault("did not find the expected '>'", start);
    cursor.at++;
  } else {
    const handle = scanHandle(cursor, start, false);
    if (handle.length > 1 && handle.endsWith('!')) tag = { handle, suffix: scanUri(cursor, start, '') };
    else {
      const suffix = scanUri(cursor, start, handle);
      tag = suffix === '' ? { handle: '', suffix: '!' } : { handle: '!', suffix };
    }
  }
  if (!isBlankOrEnd(cursor.peek())) throw cursor.fault('did not find expected whitespace or line break', start);
  return tag;
}

function scanVersionNumber(cursor: Cursor, start: Mark): string {
  const from = cursor.at;
  while (isDigit(cursor.peek())) {
    cursor.at++;
    if (cursor.at - from > 2) throw cursor.fault('found extremely long version number', start);
  }
  if (cursor.at === from) throw cursor.fault('did not find expected version number', start);
  return String(Number(cursor.text.slice(from, cursor.at)));
}

function scanVersion(cursor: Cursor, start: Mark): string {
  skipBlanks(cursor);
  const major = scanVersionNumber(cursor, start);
  if (cursor.peek() !== 46) throw cursor.fault("did not find expected digit or '.' character", start);
  cursor.at++;
  return `${major}.${scanVersionNumber(cursor, start)}`;
}

export type Directive = { readonly version: string } | Tag;

function scanTagDirective(cursor: Cursor, start: Mark): Tag {
  skipBlanks(cursor);
  const handle = scanHandle(cursor, start, true);
  if (!isBlank(cursor.peek())) throw cursor.fault('did not find expected whitespace', start);
  skipBlanks(cursor);
  const suffix = scanUri(cursor, start, '');
  if (!isBlankOrEnd(cursor.peek())) throw cursor.fault('did not find expected whitespace or line break', start);
  return { handle, suffix };
}

/** A `%YAML` or `%TAG` line. */
export function scanDirective(cursor: Cursor): Directive {
  const start = cursor.mark();
  cursor.at++;
  const name = scanWord(cursor);
  if (name === '') throw cursor.fault('could not find expected directive name', start);
  if (!isBlankOrEnd(cursor.peek())) throw cursor.fault('found unexpected non-alphabetical character', start);
  if (name !== 'YAML' && name !== 'TAG') throw cursor.fault('found unknown directive name', start);
  const directive = name === 'YAML' ? { version: scanVersion(cursor, start) } : scanTagDirective(cursor, start);
  skipBlanks(cursor);
  if (cursor.peek() === 35) cursor.skipToBreak();
  if (!isBreakOrEnd(cursor.peek())) throw cursor.fault('did not find expected comment or line break', start);
  if (cursor.peek() !== END && isBreak(cursor.peek())) cursor.breakLine();
  return directive;
}
