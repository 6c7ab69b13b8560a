import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { HostLoad } from '../../ports/host-load.js';
import { processorTime } from '../processor-time.js';

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
      return { cpu: processorTime(stat), waitedMs: waitedOf(pressure) };
    },
  };
}
