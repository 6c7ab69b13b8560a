/** A quantity as a fraction of integers: amount × 10^exponent, exact. */
export interface Quantity {
  readonly amount: bigint;
  readonly exponent: number;
  /** As it was written. */
  readonly text: string;
}

const form = /^([+-]?)(\d*)(?:\.(\d*))?(n|u|m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei|[eE][+-]?\d+)?$/;
const decimal: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const binary: Readonly<Record<string, bigint>> = {
  Ki: 2n ** 10n,
  Mi: 2n ** 20n,
  Gi: 2n ** 30n,
  Ti: 2n ** 40n,
  Pi: 2n ** 50n,
  Ei: 2n ** 60n,
};

/** Reads a quantity as `ParseQuantity` of k8s.io/apimachinery/pkg/api/resource does; undefined where it is none. */
export function parseQuantity(text: string): Quantity | undefined {
  const found = form.exec(text);
  if (found === null) return undefined;
  const [, sign, whole = '', fraction = '', suffix = ''] = found;
  if (whole === '' && fraction === '') return undefined;
  const digits = BigInt(whole + fraction || '0');
  const signed = sign === '-' ? -digits : digits;
  const factor = binary[suffix];
  if (factor !== undefined) return { amount: signed * factor, exponent: -fraction.length, text };
  const exponent = decimal[suffix] ?? (suffix === '' ? 0 : Number(suffix.slice(1)));
  if (Math.abs(exponent) > 1000) return undefined;
  return { amount: signed, exponent: exponent - fraction.length, text };
}

/** Below 0, 0 or above 0, as the first is smaller, equal or larger. */
export function compareQuantities(a: Quantity, b: Quantity): number {
  const exponent = Math.min(a.exponent, b.exponent);
  const left = a.amount * 10n ** BigInt(a.exponent - exponent);
  const right = b.amount * 10n ** BigInt(b.exponent - exponent);
  return left < right ? -1 : left > right ? 1 : 0;
}

export function signOf({ amount }: Quantity): number {
  return amount < 0n ? -1 : amount > 0n ? 1 : 0;
}

/** Whether it is a whole number, once rounded up to thousandths as Kubernetes does. */
export function isWhole(quantity: Quantity): boolean {
  return milliValue(quantity) % 1000n === 0n;
}

/** In thousandths, rounded up. */
export function milliValue({ amount, exponent }: Quantity): bigint {
  const shift = exponent + 3;
  if (shift >= 0) return amount * 10n ** BigInt(shift);
  const divisor = 10n ** BigInt(-shift);
  const [quotient, rest] = [amount / divisor, amount % divisor];
  return rest > 0n ? quotient + 1n : quotient;
}

/** As a whole number, rounded up. */
export function wholeValue(quantity: Quantity): bigint {
  const { amount, exponent } = quantity;
  if (exponent >= 0) return amount * 10n ** BigInt(exponent);
  const divisor = 10n ** BigInt(-exponent);
  const [quotient, rest] = [amount / divisor, amount % divisor];
  return rest > 0n ? quotient + 1n : quotient;
}
