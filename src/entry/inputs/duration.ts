import type { DurationUnit } from './option.js';

const milliseconds: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** `90s`, `5m`, `500ms`, `1h`, and sums such as `1m30s`; undefined for anything else. At most a day. */
export function readDuration(text: string, unit: DurationUnit): number | undefined {
  const trimmed = text.trim();
  if (!/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(trimmed)) return undefined;
  let total = 0;
  for (const [, amount, name = ''] of trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)) {
    total += Number(amount) * (milliseconds[name] ?? 0);
  }
  return total > 0 && total <= 86_400_000 ? (unit === 'seconds' ? total / 1000 : total) : undefined;
}

/** The shortest way to write it: 300 seconds are `5m`. */
export function writeDuration(value: number, unit: DurationUnit): string {
  const ms = unit === 'seconds' ? value * 1000 : value;
  const [name, size] = Object.entries(milliseconds)
    .reverse()
    .find(([, length]) => ms >= length && ms % length === 0) ?? ['ms', 1];
  return `${ms / size}${name}`;
}
