import type { Rule } from '../rule.js';
import { hpaConflict } from '../rules/hpa-conflict.js';
import { hpaContainerMissing } from '../rules/hpa-container-missing.js';
import { hpaMemoryOnly } from '../rules/hpa-memory-only.js';
import { hpaMetricsSource } from '../rules/hpa-metrics-source.js';
import { hpaMinOne } from '../rules/hpa-min-one.js';
import { hpaNoReadiness } from '../rules/hpa-no-readiness.js';
import { hpaOverQuota } from '../rules/hpa-over-quota.js';
import { hpaPdbBlocks } from '../rules/hpa-pdb-blocks.js';
import { hpaRange } from '../rules/hpa-range.js';
import { hpaReplicasSet } from '../rules/hpa-replicas-set.js';
import { hpaRequestsMissing } from '../rules/hpa-requests-missing.js';
import { hpaSharedClaim } from '../rules/hpa-shared-claim.js';
import { hpaTargetMissing } from '../rules/hpa-target-missing.js';
import { hpaTargetNotScalable } from '../rules/hpa-target-not-scalable.js';
import { hpaTargetUnreachable } from '../rules/hpa-target-unreachable.js';
import { hpaWindowTooShort } from '../rules/hpa-window-too-short.js';
import { workloadSelectorOverlap } from '../rules/workload-selector-overlap.js';

export const hpaRules: readonly Rule[] = [
  hpaConflict,
  hpaContainerMissing,
  hpaMemoryOnly,
  hpaMetricsSource,
  hpaMinOne,
  hpaNoReadiness,
  hpaOverQuota,
  hpaPdbBlocks,
  hpaRange,
  hpaReplicasSet,
  hpaRequestsMissing,
  hpaSharedClaim,
  hpaTargetMissing,
  hpaTargetNotScalable,
  hpaTargetUnreachable,
  hpaWindowTooShort,
  workloadSelectorOverlap,
];
