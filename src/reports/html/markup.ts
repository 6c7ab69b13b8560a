import { xml } from '../xml-text.js';

/** Markup that is already safe. Plain text becomes it only through `html`. */
export interface Markup {
  readonly markup: string;
}

type Part = string | number | Markup | readonly Markup[] | undefined;

/**
 * Template tag: whatever is put in is text, and is escaped; only what `html` made itself is markup.
 * So no place in the page can forget to escape.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: strings.map((string, i) => string + markupOf(parts[i])).join('') };
}

function markupOf(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string' || typeof part === 'number') return xml(String(part));
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('');
}

export const nothing: Markup = { markup: '' };
