import { readConfigDocument } from '../../adapters/yaml/config-document.js';
import type { Kind } from './option.js';

/** The text of an input or flag as the value that it stands for; what fits no kind stays text, for the check to refuse. */
export function valueOfText(kind: Kind, text: string): unknown {
  switch (kind.type) {
    case 'integer':
    case 'number':
      return /^\s*[-+]?\d+(\.\d+)?\s*$/.test(text) ? Number(text) : text;
    case 'boolean':
      return /^\s*true\s*$/i.test(text) ? true : /^\s*false\s*$/i.test(text) ? false : text;
    case 'list':
      return asYaml(text) ?? entries(text, kind.of).map((entry) => valueOfText(kind.of, entry));
    case 'map':
      return asYaml(text) ?? mapOf(text, kind.of);
    case 'record':
      return asYaml(text) ?? text.trim();
    case 'text':
      return text;
    default:
      return text.trim();
  }
}

/** Lists and maps may also be given as YAML or JSON; it is seen by how it begins. */
function asYaml(text: string): unknown {
  if (!/^\s*([[{]|- )/.test(text)) return undefined;
  const { value } = readConfigDocument(text);
  return typeof value === 'object' && value !== null ? value : undefined;
}

/** One entry a line; in a single line, entries are parted by commas. */
function entries(text: string, of: Kind): readonly string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const filled = lines.filter((line) => line !== '');
  const parts = filled.length === 1 && of.type !== 'record' ? (filled[0] ?? '').split(',') : filled;
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** `key=value` a line. */
function mapOf(text: string, of: Kind): unknown {
  const pairs = entries(text, { type: 'record', fields: {} }).map((line) => /^([^=]+?)\s*=\s*(.*)$/.exec(line));
  if (pairs.some((pair) => pair === null)) return text;
  return Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', valueOfText(of, pair?.[2] ?? '')]));
}
