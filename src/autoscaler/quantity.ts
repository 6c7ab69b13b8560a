const suffixes: Readonly<Record<string, readonly [base: bigint, exponent: number]>> = {
  n: [10n, -9],
  u: [10n, -6],
  m: [10n, -3],
  '': [10n, 0],
  k: [10n, 3],
  M: [10n, 6],
  G: [10n, 9],
  T: [10n, 12],
  P: [10n, 15],
  E: [10n, 18],
  Ki: [2n, 10],
  Mi: [2n, 20],
  Gi: [2n, 30],
  Ti: [2n, 40],
  Pi: [2n, 50],
  Ei: [2n, 60],
};
const form = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+)|([numkMGTPE]|[KMGTPE]i)?)$/;
/** Quantities are held up to 2^63 - 1 of the unit; what is larger is taken for that. */
const largest = 2n ** 63n - 1n;
const nano = 1_000_000_000n;

/** Division that rounds away from zero, as quantities do wherever they lose digits. */
function divideAway(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  if (value % by === 0n) return quotient;
  return value < 0n ? quotient - 1n : quotient + 1n;
}

/** Value in billionths of the unit, rounded away from zero; undefined where the text is no quantity. */
function nanoOf(text: string): bigint | undefined {
  const [matched, sign, whole = '', fraction = '', exponent, suffix = ''] = form.exec(text.trim()) ?? [];
  if (matched === undefined || whole + fraction === '') return undefined;
  const [base, power] = exponent === undefined ? (suffixes[suffix] ?? [10n, 0]) : [10n, Number(exponent)];
  if (Math.abs(power) > 400) return undefined;
  const digits = BigInt(whole + fraction) * nano * (power > 0 ? base ** BigInt(power) : 1n);
  const scale = 10n ** BigInt(fraction.length) * (power < 0 ? base ** BigInt(-power) : 1n);
  const value = divideAway(digits, scale);
  const capped = value > largest * nano ? largest * nano : value;
  return sign === '-' ? -capped : capped;
}

/**
 * A Kubernetes quantity ("250m", "1.5Gi", "3e2", "12n") in thousandths of its unit: CPU in millicores, memory in
 * milli-bytes. Rounds away from zero, first to nano and then to milli.
 * Upstream: apimachinery/pkg/api/resource/quantity.go, `ParseQuantity` and `MilliValue`.
 */
export function milliOf(text: string): bigint | undefined {
  const value = nanoOf(text);
  return value === undefined ? undefined : divideAway(value, nano / 1000n);
}

/**
 * A quantity as the double that the controller computes with: mantissa × 10^exponent of the canonical text, whose
 * exponent is a multiple of three. "0.3" is 300m, so 300 × 0.001, which another parser may give another last bit.
 * Upstream: resource/quantity.go, `AsApproximateFloat64`.
 */
export function doubleOf(text: string): number | undefined {
  let mantissa = nanoOf(text);
  if (mantissa === undefined) return undefined;
  if (mantissa === 0n) return 0;
  let exponent = -9;
  while (mantissa % 1000n === 0n) {
    mantissa /= 1000n;
    exponent += 3;
  }
  return exponent === 0 ? Number(mantissa) : Number(mantissa) * Number(`1e${exponent}`);
}

/** A 64-bit integer as JSON holds it: a number up to 2^53 - 1, beyond that a decimal string. */
export type WideInteger = number | string;

export function wideInteger(value: WideInteger): bigint {
  return BigInt(value);
}

/** The narrowest JSON form of a 64-bit integer. */
export function wideJson(value: bigint): WideInteger {
  const narrow = Number(value);
  return Number.isSafeInteger(narrow) ? narrow : value.toString();
}
