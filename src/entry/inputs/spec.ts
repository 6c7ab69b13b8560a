import type { ValuesOf } from './option.js';
import type { clusterOptions } from './sections/cluster.js';
import type { deployOptions } from './sections/deploy.js';
import type { gateOptions } from './sections/gate.js';
import type { lintOptions } from './sections/lint.js';
import type { loadOptions } from './sections/load.js';
import type { promoteOptions } from './sections/promote.js';
import type { redisOptions } from './sections/redis.js';
import type { reportsOptions } from './sections/reports.js';
import type { toolsOptions } from './sections/tools.js';

/**
 * Everything that a user may say of a run, checked, with every default filled in. Paths are relative to the folder of
 * the run. Durations carry their unit in the name.
 */
export interface GateSpec extends ValuesOf<typeof gateOptions> {
  readonly lint: ValuesOf<typeof lintOptions>;
  readonly tools: ValuesOf<typeof toolsOptions>;
  readonly cluster: ValuesOf<typeof clusterOptions>;
  readonly deploy: ValuesOf<typeof deployOptions>;
  readonly redis: ValuesOf<typeof redisOptions>;
  readonly load: ValuesOf<typeof loadOptions>;
  readonly promote: ValuesOf<typeof promoteOptions>;
  readonly reports: ValuesOf<typeof reportsOptions>;
}
