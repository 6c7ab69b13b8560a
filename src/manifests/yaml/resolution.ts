/**
 * What a plain scalar means to Kubernetes. Behaviour of `resolve` in go.yaml.in/yaml/v2 2.4.2: YAML 1.1 words for booleans,
 * octal with a bare 0, underscores in numbers, no base 60, timestamps as strings.
 */
export type Scalar = string | number | boolean | null;

const words = new Map<string, Scalar>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((word) => [word, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map((word) => [word, false] as const),
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, Number.NaN] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word) => [word, Number.POSITIVE_INFINITY] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, Number.NEGATIVE_INFINITY] as const),
]);

const integer = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/;
const float = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
const dotted = /^\.[0-9]+([eE][-+]?[0-9]+)?$/;
const timestamp = /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt ]\d{1,2}:\d{1,2}:\d{1,2}.*)?$/;
const limit = 2n ** 64n;

function integerOf(text: string): number | undefined {
  const found = integer.exec(text);
  if (found === null) return undefined;
  const [, sign = '', hex, binary, octal, decimal = ''] = found;
  const digits =
    hex !== undefined
      ? `0x${hex}`
      : binary !== undefined
        ? `0b${binary}`
        : octal !== undefined
          ? `0o${octal}`
          : decimal;
  const size = Number(digits);
  if (size > Number.MAX_SAFE_INTEGER && (BigInt(digits) >= limit || (sign === '-' && BigInt(digits) > limit / 2n)))
    return undefined;
  return sign === '-' ? -size : size;
}

function numberOf(text: string): number | undefined {
  const plain = text.includes('_') ? text.replaceAll('_', '') : text;
  const whole = integerOf(plain);
  if (whole !== undefined) return whole === 0 ? 0 : whole;
  return float.test(plain) ? finite(Number(plain)) : undefined;
}

/** A number beyond a float64's range is no number to Go's ParseFloat either. */
function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

export function resolvePlain(text: string): Scalar {
  const first = text.length === 0 ? 0 : text.charCodeAt(0);
  if (first >= 48 && first <= 57) return timestamp.test(text) ? text : (numberOf(text) ?? text);
  switch (first) {
    case 43: // +
    case 45: // -
      return words.get(text) ?? numberOf(text) ?? text;
    case 46: // .
      return words.get(text) ?? (dotted.test(text) ? (finite(Number(text)) ?? text) : text);
    case 0:
    case 126: // ~
    case 121: // y
    case 89:
    case 110: // n
    case 78:
    case 116: // t
    case 84:
    case 102: // f
    case 70:
    case 111: // o
    case 79: {
      if (text.length > 5) return text;
      const word = words.get(text);
      return word === undefined ? text : word;
    }
    default:
      return text;
  }
}

const yamlTag = 'tag:yaml.org,2002:';
const resolvable = new Set(['str', 'bool', 'int', 'float', 'null', 'timestamp']);

function kindOf(value: Scalar): string {
  if (value === null) return 'null';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  return typeof value === 'boolean' ? 'bool' : 'str';
}

/** A scalar with an explicit tag; undefined where the text cannot be what the tag says. */
export function resolveTagged(text: string, tag: string): Scalar | undefined {
  const name = tag.startsWith(yamlTag) ? tag.slice(yamlTag.length) : '';
  if (name === 'binary') return binaryText(text);
  if (!resolvable.has(name) || name === 'str') return text;
  const value = resolvePlain(text);
  const kind = kindOf(value);
  if (kind === name || (name === 'float' && kind === 'int')) return value;
  return name === 'timestamp' && timestamp.test(text) ? text : undefined;
}

function binaryText(text: string): string | undefined {
  const bare = text.replaceAll(/[\r\n]/g, '');
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(bare)) return undefined;
  return new TextDecoder().decode(Uint8Array.from(atob(bare), (char) => char.charCodeAt(0)));
}
