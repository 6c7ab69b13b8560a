import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { GeneratorHealth } from '../../ports/load-generator.js';
import { type Histogram, histogram } from './histogram.js';

/** Jiffies of all cores together, as Linux counts them in the first line of /proc/stat. */
interface HostCpu {
  readonly total: number;
  readonly idle: number;
  readonly steal: number;
}

/** Null where the host has no /proc/stat. */
function hostCpu(): HostCpu | null {
  let line: string;
  try {
    line = readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '';
  } catch {
    return null;
  }
  const jiffies = line.trim().split(/\s+/).slice(1, 9).map(Number);
  const [, , , idle = 0, iowait = 0, , , steal = 0] = jiffies;
  return { total: jiffies.reduce((a, b) => a + b, 0), idle: idle + iowait, steal };
}

export interface HealthMeter {
  readonly sendLag: Histogram;
  read(): GeneratorHealth;
  stop(): void;
}

/** Milliseconds between two looks at the event loop; the monitor counts them into each delay. */
const resolution = 10;

/** Measures the thread that it is made in. */
export function healthMeter(): HealthMeter {
  const [startedAt, cpuAtStart, hostAtStart] = [performance.now(), process.threadCpuUsage(), hostCpu()];
  const loop = monitorEventLoopDelay({ resolution });
  loop.enable();
  const sendLag = histogram();
  return {
    sendLag,
    read() {
      const cpu = process.threadCpuUsage(cpuAtStart);
      const host = hostCpu();
      const total = host && hostAtStart ? host.total - hostAtStart.total : 0;
      const share = (jiffies: number): number | null => (total > 0 ? jiffies / total : null);
      return {
        sendLagP99Ms: sendLag.percentile(99),
        eventLoopDelayP99Ms: Math.max(0, loop.percentile(99) / 1e6 - resolution),
        cpu: (cpu.user + cpu.system) / 1000 / Math.max(1, performance.now() - startedAt),
        hostSteal: host && hostAtStart ? share(host.steal - hostAtStart.steal) : null,
        hostCpu: host && hostAtStart ? share(total - (host.idle - hostAtStart.idle)) : null,
      };
    },
    stop: () => void loop.disable(),
  };
}
