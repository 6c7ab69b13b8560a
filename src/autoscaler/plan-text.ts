import type { Band } from './bands.js';
import type { CpuTarget } from './cpu-target.js';
import type { Plan, PlanBands, PlanSize } from './plan.js';
import { reachabilityOf } from './reachability.js';
import { tableText } from './table.js';

const far = (value: number, unit: string): string =>
  value === Number.POSITIVE_INFINITY
    ? 'any more'
    : `${value >= 10 ? Math.round(value) : Math.round(value * 10) / 10}${unit}`;

function targetText({ target, min, max, limitMilli, tolerances }: CpuTarget): string {
  const aimed =
    target.kind === 'utilization' ? `${target.percent}% of ${target.requestMilli}m` : `${target.milli}m per pod`;
  const limit = limitMilli === null ? 'no limit' : `limit ${limitMilli}m`;
  const percent = (fraction: number): string => `${Math.round(fraction * 1000) / 10}%`;
  return `CPU ${aimed}, ${limit}, ${min} to ${max} replicas, tolerance -${percent(tolerances.down)} +${percent(tolerances.up)}`;
}

function sizeRow({ replicas, load, rate }: PlanSize): readonly string[] {
  if (load === null || rate === null) return [String(replicas), 'never stable', ''];
  const loads = `${far(load.lowMilli, 'm')} – ${far(load.highMilli, 'm')}`;
  return [String(replicas), loads, `${far(rate.low, '')} – ${far(rate.high, '')}`];
}

const bandCell = ({ quantiles }: Band): string =>
  quantiles.map(({ seconds }) => (seconds === null ? 'never' : String(Math.round(seconds)))).join(' / ');

function bandRow({ clocks, bands }: PlanBands): readonly string[] {
  return [clocks, bandCell(bands.firstMove), bandCell(bands.settled), bandCell(bands.backToMin)];
}

const setOf = (sizes: readonly number[]): string => (sizes.length === 0 ? 'flaps' : sizes.join(' or '));

function bandsText({ bands }: Plan): string {
  const [first] = bands;
  if (first === undefined) return '';
  const quantiles = first.bands.firstMove.quantiles.map(({ q }) => `p${q * 100}`).join(' / ');
  const head = `How soon, seconds (${quantiles} of ${first.bands.runs} simulated runs, ${Math.round(first.loadMilli)}m on ${first.from}):`;
  return `${head}\n${tableText(['clocks', 'first move', 'settled', 'back to min'], bands.map(bandRow))}`;
}

/** A plan as text for people: what it scales on, sizes and rates, how soon, and what to know. */
export function planText(plan: Plan): string {
  const { target, cost, sizes, rates, findings } = plan;
  const paid = `${cost.lowMs === cost.highMs ? cost.lowMs : `${cost.lowMs} – ${cost.highMs}`} ms CPU a request (${cost.source})`;
  const parts = [plan.workload];
  if (target !== null) {
    parts.push(targetText(target), reachabilityOf(target).reason);
    parts.push(tableText(['replicas', 'stable for CPU', `requests/s at ${paid}`], sizes.map(sizeRow)));
    if (rates.length > 0) {
      const rows = rates.map(({ rate, cheap, dear }) => [String(rate), setOf(cheap), setOf(dear)]);
      parts.push(tableText(['requests/s', `at ${cost.lowMs} ms`, `at ${cost.highMs} ms`], rows));
    }
    parts.push(bandsText(plan));
  }
  parts.push(findings.map(({ kind, text }) => `${kind}: ${text}`).join('\n'));
  return parts.filter((part) => part !== '').join('\n\n');
}
