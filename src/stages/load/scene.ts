import type { CpuMeter } from './probes.js';
import type { LoadPorts, LoadSpec } from './spec.js';
import type { Watch } from './watch.js';

/** What the acts of a run share. */
export interface Scene {
  readonly spec: LoadSpec;
  readonly ports: LoadPorts;
  readonly watch: Watch;
  readonly meter: CpuMeter;
}
