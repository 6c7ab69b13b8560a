import type { HostLoad } from '../ports/host-load.js';

/** Gives which share of the machine's processors, 0 to 1, its hypervisor gave to others since; null where nobody can say. */
export type StolenSince = () => Promise<number | null>;

/** Begins to count. A machine that does not tell, or no machine, is no reason for anything. */
export async function stolenTime(host: HostLoad | undefined): Promise<StolenSince> {
  const before = (await host?.look())?.cpu;
  return async () => {
    const after = (await host?.look())?.cpu;
    if (!before || !after || after.total <= before.total) return null;
    return (after.stolen - before.stolen) / (after.total - before.total);
  };
}
