import type { Rule } from './rule.js';
import { hpaRange } from './rules/hpa-range.js';
import { hpaReplicasSet } from './rules/hpa-replicas-set.js';
import { hpaRequestsMissing } from './rules/hpa-requests-missing.js';
import { hpaTargetMissing } from './rules/hpa-target-missing.js';
import { hpaTargetUnreachable } from './rules/hpa-target-unreachable.js';
import { routeNoPods } from './rules/route-no-pods.js';
import { routePortMissing } from './rules/route-port-missing.js';
import { routeServiceMissing } from './rules/route-service-missing.js';
import { routeTargetPort } from './rules/route-target-port.js';

/** Every rule there is, in the order of the docs. */
export const ruleCatalog: readonly Rule[] = [
  hpaTargetMissing,
  hpaRequestsMissing,
  hpaTargetUnreachable,
  hpaReplicasSet,
  hpaRange,
  routeServiceMissing,
  routePortMissing,
  routeNoPods,
  routeTargetPort,
];
