import type { Rule } from '../rule.js';
import { claimMissing } from '../rules/claim-missing.js';
import { configMapKeyMissing } from '../rules/config-map-key-missing.js';
import { configMapMissing } from '../rules/config-map-missing.js';
import { envDuplicate } from '../rules/env-duplicate.js';
import { envNoRollout } from '../rules/env-no-rollout.js';
import { envShadowed } from '../rules/env-shadowed.js';
import { envUndefined } from '../rules/env-undefined.js';
import { secretAsEnv } from '../rules/secret-as-env.js';
import { secretCommitted } from '../rules/secret-committed.js';
import { secretInArgs } from '../rules/secret-in-args.js';
import { secretInConfigMap } from '../rules/secret-in-config-map.js';
import { secretInEnv } from '../rules/secret-in-env.js';
import { secretKeyMissing } from '../rules/secret-key-missing.js';
import { secretMissing } from '../rules/secret-missing.js';
import { secretShape } from '../rules/secret-shape.js';
import { secretTlsMissing } from '../rules/secret-tls-missing.js';
import { serviceAccountMissing } from '../rules/service-account-missing.js';

export const configurationRules: readonly Rule[] = [
  claimMissing,
  configMapKeyMissing,
  configMapMissing,
  envDuplicate,
  envNoRollout,
  envShadowed,
  envUndefined,
  secretAsEnv,
  secretCommitted,
  secretInArgs,
  secretInConfigMap,
  secretInEnv,
  secretKeyMissing,
  secretMissing,
  secretShape,
  secretTlsMissing,
  serviceAccountMissing,
];
