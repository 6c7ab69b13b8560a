/** Character classes of YAML 1.1, as go.yaml.in/yaml/v2 (sigs.k8s.io/yaml) tells them apart. Codes are UTF-16 units; -1 is the end. */

export const END = -1;
export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const BOM = 0xfeff;

export function isBreak(code: number): boolean {
  return code === LF || code === CR || code === 0x85 || code === 0x2028 || code === 0x2029;
}

export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

export function isBlankOrEnd(code: number): boolean {
  return code === SPACE || code === LF || code === END || code === TAB || isBreak(code);
}

export function isBreakOrEnd(code: number): boolean {
  return code === END || isBreak(code);
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Letters, digits, `-` and `_`: what anchors, handles and directive names are made of. */
export function isWord(code: number): boolean {
  return isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95 || code === 45;
}

/** Signs that no plain scalar starts with, save `-`, `?` and `:` before a word. */
export const cannotStart = new Set([...'-?:,[]{}#&*!|>\'"%@`'].map((char) => char.charCodeAt(0)));

const hexDigits = /^[0-9a-fA-F]+$/;

export function isHex(text: string): boolean {
  return hexDigits.test(text);
}

/** C0 and C1 controls and lone surrogates, which a YAML stream may not hold. */
export const forbidden =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** All that `forbidden` finds, and breaks other than a line feed: quick to look for, and absent from nearly every file. */
export const unusual = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]/;
