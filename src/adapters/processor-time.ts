/** Processor time of all cores together since the machine started, in jiffies. */
export interface ProcessorTime {
  readonly total: number;
  readonly used: number;
  /** What the hypervisor gave to others. */
  readonly stolen: number;
}

/**
 * The first line of Linux' `/proc/stat`: user nice system idle iowait irq softirq steal; what guests got is in user
 * already. See proc_stat(5). Null for any other text.
 */
export function processorTime(stat: string): ProcessorTime | null {
  const jiffies = /^cpu +(.+)$/m.exec(stat)?.[1]?.split(/\s+/).slice(0, 8).map(Number) ?? [];
  if (jiffies.length < 8 || jiffies.some(Number.isNaN)) return null;
  const [, , , idle = 0, iowait = 0, , , stolen = 0] = jiffies;
  const total = jiffies.reduce((sum, each) => sum + each, 0);
  return { total, used: total - idle - iowait - stolen, stolen };
}
