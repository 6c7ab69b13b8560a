/** Where a value is on a drawing. */
export type Scale = (value: number) => number;

export function scaleOf(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const [low, high] = domain;
  const [from, to] = range;
  const factor = (to - from) / (high - low || 1);
  return (value) => Math.round((from + (value - low) * factor) * 10) / 10;
}

/** Round numbers from 0 up to `top`, about `count` of them: 1, 2 or 5 times a power of ten apart. */
export function ticksOf(top: number, count: number): readonly number[] {
  const rough = Math.max(top, 1e-9) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  return Array.from({ length: Math.floor(top / step + 1e-9) + 1 }, (_, i) => Math.round(i * step * 1000) / 1000);
}

/** Seconds between marks of a time axis, in steps that people read without reckoning. */
export function secondsBetween(total: number): number {
  return [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600].find((step) => total / step <= 12) ?? 7200;
}
