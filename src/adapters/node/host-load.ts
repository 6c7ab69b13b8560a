import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { HostLoad, HostLook } from '../../ports/host-load.js';

/** user nice system idle iowait irq softirq steal; what guests got is in user already. See proc_stat(5). */
function cpuOf(stat: string): HostLook['cpu'] {
  const jiffies = /^cpu +(.+)$/m.exec(stat)?.[1]?.split(/\s+/).slice(0, 8).map(Number) ?? [];
  if (jiffies.length < 8 || jiffies.some(Number.isNaN)) return null;
  const [, , , idle = 0, iowait = 0, , , stolen = 0] = jiffies;
  const total = jiffies.reduce((sum, each) => sum + each, 0);
  return { total, used: total - idle - iowait - stolen, stolen };
}

/** `some avg10=… total=` is in microseconds. See Documentation/accounting/psi.rst of Linux. */
function waitedOf(pressure: string): number | null {
  const total = /^some .*total=(\d+)$/m.exec(pressure)?.[1];
  return total === undefined ? null : Number(total) / 1000;
}

/** Linux' own counters; a machine without them tells nothing, which is no fault. */
export function hostLoad(proc = '/proc'): HostLoad {
  const text = (...names: readonly string[]): Promise<string> =>
    readFile(path.join(proc, ...names), 'utf8').catch(() => '');
  return {
    async look() {
      const [stat, pressure] = await Promise.all([text('stat'), text('pressure', 'cpu')]);
      return { cpu: cpuOf(stat), waitedMs: waitedOf(pressure) };
    },
  };
}
