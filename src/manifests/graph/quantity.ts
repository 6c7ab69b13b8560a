import type { Json } from '../manifest.js';

const units: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};
const form = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([eE][+-]?\d+)|([numkMGTPE]|[KMGTPE]i)?)$/;

/** A Kubernetes quantity in its base unit (cores, bytes); undefined where it is none. */
export function quantity(value: Json | undefined): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const match = form.exec(value);
  if (!match) return undefined;
  const [, digits = '', exponent = '', unit = ''] = match;
  return exponent === '' ? Number(digits) * (units[unit] ?? Number.NaN) : Number(digits + exponent);
}

/** As the metrics client counts CPU: whole thousandths, rounded up (`resource.Quantity.MilliValue`). */
export function milli(value: Json | undefined): number | undefined {
  const amount = quantity(value);
  return amount === undefined ? undefined : Math.ceil(Number((amount * 1000).toPrecision(15)));
}

/** `1500 millicores` or `256 MiB`, for messages. */
export function describeAmount(resource: string, milliUnits: number): string {
  if (resource === 'cpu') return `${milliUnits}m`;
  const mebibytes = milliUnits / 1000 / 2 ** 20;
  return `${Number(mebibytes.toFixed(1))}Mi`;
}
