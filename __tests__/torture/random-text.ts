import { registered } from '../runner/action-command.js';

/** A sequence that depends on the seed alone (xorshift32). */
export function randomNumbers(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const parts: readonly string[] = [
  ':',
  '::',
  '::',
  '#',
  '##',
  '##[',
  '##[',
  '[',
  ']',
  ']',
  '\r',
  '\n',
  '\r\n',
  '\t',
  ' ',
  '\\',
  '|',
  '\x1b',
  '\x1b[',
  '\x1b]',
  '\x1bP',
  '\x9b',
  '\x9c',
  '\x07',
  'm',
  '0;',
  '\0',
  '\u200b',
  '\u2028',
  '\u0085',
  '\u00a0',
  '\ufeff',
  '\u034f',
  '\u180e',
  '\u{e0020}',
  '\ud800',
  '\udc00',
  'x',
  ' name=verdict',
  ...registered,
];

/** Text made of what commands, escapes and blanks are made of, with some of anything else. */
export function hostile(random: () => number): string {
  let text = '';
  for (let left = 1 + Math.floor(random() * 14); left > 0; left--) {
    if (random() < 0.08) text += whole(random);
    const any = random() < 0.1;
    text += any
      ? String.fromCharCode(Math.floor(random() * 65_536))
      : (parts[Math.floor(random() * parts.length)] ?? '');
  }
  return text;
}

/** A command as a runner hears it, which what stands before it may hide or not. */
function whole(random: () => number): string {
  const name = registered[Math.floor(random() * registered.length)] ?? 'error';
  return random() < 0.5 ? `::${name} name=verdict::` : `##[${name} name=verdict]`;
}

const yamlParts: readonly string[] = [
  'apiVersion: v1\n',
  'kind: Pod\n',
  'metadata:\n',
  '  name: a\n',
  '- ',
  ': ',
  '  ',
  '\t',
  '\n',
  '\n---\n',
  '...',
  '&a ',
  '*a',
  '<<: ',
  '{',
  '}',
  '[',
  ']',
  ',',
  '"',
  "'",
  '|',
  '>',
  '-',
  '?',
  '#',
  '%YAML 1.1\n',
  '!',
  '!!binary ',
  '\\',
  '\\u0041',
  '\ufeff',
  '\r',
  '\0',
  'null',
  'yes',
  '0x1f',
  '1e999',
  '__proto__',
  'constructor',
  'items:\n',
  'spec:\n',
  '\ud800',
  '🎉',
  '~',
  '@',
  '`',
  '=',
];

export function hostileYaml(random: () => number): string {
  let text = random() < 0.5 ? 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n' : '';
  for (let left = 1 + Math.floor(random() * 24); left > 0; left--) {
    text +=
      random() < 0.08
        ? String.fromCharCode(Math.floor(random() * 65_536))
        : (yamlParts[Math.floor(random() * yamlParts.length)] ?? '');
  }
  return text;
}
