import { scanBlock } from './block.js';
import { isBlank, isBreakOrEnd } from './characters.js';
import { Cursor } from './cursor.js';
import { type Place, Places } from './places.js';
import { scanQuoted } from './quoted.js';

/** End of a plain scalar's first line, or of a key. */
function plainEnd(text: string, at: number, flow: boolean): number {
  let end = at;
  for (let here = at; here < text.length; here++) {
    const code = text.charCodeAt(here);
    if (isBreakOrEnd(code)) break;
    const next = here + 1 < text.length ? text.charCodeAt(here + 1) : -1;
    if (code === 58 && (isBlank(next) || isBreakOrEnd(next))) break;
    if (flow && (code === 44 || code === 91 || code === 93 || code === 123 || code === 125)) break;
    if (isBlank(code)) {
      if (next === 35) break;
    } else end = here + 1;
  }
  return end;
}

function blockEnd(text: string, at: number): number {
  const cursor = new Cursor(text, at, text.length);
  const lineStart = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
  const indent = /^[ ]*(?:- +)*/.exec(text.slice(lineStart, at))?.[0].length ?? 0;
  const { end } = scanBlock(cursor, lineStart === 0 && indent === 0 ? -1 : indent);
  return text.slice(at, end).trimEnd().length + at;
}

/** Where the scalar that starts at an offset ends. Never throws: what cannot be read ends with its line. */
export function scalarEnd(text: string, at: number, flow: boolean): number {
  const first = text.charAt(at);
  try {
    if (first === '"' || first === "'") {
      const cursor = new Cursor(text, at, text.length);
      scanQuoted(cursor, true);
      return cursor.at;
    }
    if (!flow && (first === '|' || first === '>')) return blockEnd(text, at);
  } catch {
    return lineEnd(text, at);
  }
  return plainEnd(text, at, flow);
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function closing(text: string, at: number): number {
  const rest = /^(?:[\s,]|#.*)*[\]}]?/.exec(text.slice(at, at + 2000));
  return at + (rest?.[0].length ?? 0);
}

export function placeEnd(text: string, place: Place, flow: boolean): number {
  if (!(place instanceof Places)) return scalarEnd(text, place, flow);
  if (text.charAt(place.start) === '*') return plainEnd(text, place.start, true);
  const last = place.at.at(-1);
  const key = place.keyAt.at(-1);
  if (last === undefined || key === undefined) return place.flow ? closing(text, place.start + 1) : place.start;
  const end = Math.max(placeEnd(text, last, place.flow), scalarEnd(text, key, place.flow));
  return place.flow ? closing(text, end) : end;
}
