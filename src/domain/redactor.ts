import { Stretches, viewOf } from './secret-stretches.js';

export const redacted = '***';

/** What is secret whoever told it: keys, tokens, passwords in URLs, compressed base64 (Helm's releases), kubeconfig data. */
const wellKnown: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]{0,20000}?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, redacted],
  [/\b(gh[pousr]_|github_pat_|glpat-|xox[abpr]-|AKIA|hvs\.)[A-Za-z0-9_-]{12,}/g, redacted],
  [/\beyJ[A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{10,}(?:\.[A-Za-z0-9_-]+)?/g, redacted],
  [/\b(?:H4sI|SDRzS)[A-Za-z0-9+/=_-]{16,}/g, redacted],
  [/([a-z][a-z0-9+.-]{1,30}:\/\/[^\s/:@"']{0,200}:)[^\s/@"']{1,500}(?=@)/gi, `$1${redacted}`],
  [/\b(Bearer|Basic)(\s+)[A-Za-z0-9+/=._~-]{8,}/gi, `$1$2${redacted}`],
  [/((?:client-key-data|client-certificate-data|token-data)["']?\s*:\s*["']?)[A-Za-z0-9+/=]{8,}/g, `$1${redacted}`],
  [/(last-applied-configuration["']?\s*[:=]\s*)\S[^\n]*/g, `$1${redacted}`],
];

export interface Redactor {
  /** Text with every known secret, in any of its forms, and every stretch that looks like one, as `***`. */
  redact(text: string): string;
  /** Learns a further secret. */
  learn(secret: string): void;
  /** A redactor for text that comes in pieces; `end` gives what was held back. */
  stream(): { push(chunk: string): string; end(): string };
}

/**
 * Secrets are looked for by stretches of ten characters in a view of the text without blanks, case and terminal escapes,
 * so that a form is found when it is cut, wrapped, folded, recoloured or stands in the middle of another encoding.
 * A value of less than four characters, or one such as `true` and `6379`, is not looked for: no text would be readable.
 */
export function redactor(secrets: Iterable<string>): Redactor {
  const stretches = new Stretches();
  for (const secret of secrets) stretches.learn(secret);
  const redact = (text: string): string =>
    wellKnown.reduce((all, [pattern, mask]) => all.replace(pattern, mask), redactKnown(text, stretches));
  return { redact, learn: (secret) => stretches.learn(secret), stream: () => redactStream(redact) };
}

function redactKnown(text: string, stretches: Stretches): string {
  if (stretches.isEmpty || text === '') return text;
  const view = viewOf(text);
  return cover(text, view.places, stretches.hiddenIn(view.text));
}

/** Covers each hidden run, and what the view skipped inside of it, by one mark. */
function cover(text: string, places: readonly number[], hidden: Uint8Array): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < hidden.length; at++) {
    if (hidden[at] !== 1) continue;
    const start = at;
    while (hidden[at + 1] === 1) at++;
    parts.push(text.slice(from, places[start]), redacted);
    from = (places[at] ?? 0) + 1;
  }
  return parts.join('') + text.slice(from);
}

/** Text that is held back, so that a secret over two chunks is seen whole: longer than any form of a usual secret. */
const carry = 16_384;

function redactStream(redact: (text: string) => string): { push(chunk: string): string; end(): string } {
  let held = '';
  return {
    push(chunk) {
      held += chunk;
      if (held.length <= 2 * carry) return '';
      const [out, rest] = cutCleanly(held, redact);
      held = rest;
      return out;
    },
    end() {
      const rest = redact(held);
      held = '';
      return rest;
    },
  };
}

/** Cuts where both halves are redacted as the whole is, so that no secret lies over the cut; holds all back if there is no such place near. */
function cutCleanly(held: string, redact: (text: string) => string): readonly [out: string, rest: string] {
  const whole = redact(held);
  for (let at = held.length - carry; at > held.length - 2 * carry && at > 0; at -= 509) {
    const out = redact(held.slice(0, at));
    if (out + redact(held.slice(at)) === whole) return [out, held.slice(at)];
  }
  return ['', held];
}
