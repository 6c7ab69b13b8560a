import { configuration } from './broken/configuration.js';
import { hardening } from './broken/hardening.js';
import { loaded } from './broken/loaded.js';
import { proven } from './broken/proven.js';
import { redis } from './broken/redis.js';
import { routing } from './broken/routing.js';
import { running } from './broken/running.js';
import { scaling } from './broken/scaling.js';
import { verified } from './broken/verified.js';
import type { Defect } from './defect.js';
import { read } from './sound/read.js';
import { run } from './sound/run.js';

/** Every planted defect, and every sound service beside them. */
export const defects: readonly Defect[] = [
  routing,
  configuration,
  scaling,
  redis,
  hardening,
  running,
  loaded,
  verified,
  proven,
  read,
  run,
].flat();
