import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { GeneratorHealth } from '../../ports/load-generator.js';
import { type ProcessorTime, processorTime } from '../processor-time.js';
import { type Histogram, histogram } from './histogram.js';

/** Null where the host has no /proc/stat. */
function hostTime(): ProcessorTime | null {
  try {
    return processorTime(readFileSync('/proc/stat', 'utf8'));
  } catch {
    return null;
  }
}

/** Which part of the time between two looks was stolen, and which was not idle; null where nobody counts it. */
export function hostShares(
  before: ProcessorTime | null,
  now: ProcessorTime | null,
): Pick<GeneratorHealth, 'hostSteal' | 'hostCpu'> {
  const total = before === null || now === null ? 0 : now.total - before.total;
  if (before === null || now === null || total <= 0) return { hostSteal: null, hostCpu: null };
  const [used, stolen] = [now.used - before.used, now.stolen - before.stolen];
  return { hostSteal: stolen / total, hostCpu: (used + stolen) / total };
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
  const [startedAt, cpuAtStart, hostAtStart] = [performance.now(), process.threadCpuUsage(), hostTime()];
  const loop = monitorEventLoopDelay({ resolution });
  loop.enable();
  const sendLag = histogram();
  return {
    sendLag,
    read() {
      const cpu = process.threadCpuUsage(cpuAtStart);
      return {
        sendLagP99Ms: sendLag.percentile(99),
        eventLoopDelayP99Ms: Math.max(0, loop.percentile(99) / 1e6 - resolution),
        cpu: (cpu.user + cpu.system) / 1000 / Math.max(1, performance.now() - startedAt),
        ...hostShares(hostAtStart, hostTime()),
      };
    },
    stop: () => void loop.disable(),
  };
}
