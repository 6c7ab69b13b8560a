import { accessRules } from './catalog/access.js';
import { changesRules } from './catalog/changes.js';
import { clusterRules } from './catalog/cluster.js';
import { configurationRules } from './catalog/configuration.js';
import { containersRules } from './catalog/containers.js';
import { disruptionRules } from './catalog/disruption.js';
import { exposureRules } from './catalog/exposure.js';
import { hpaRules } from './catalog/hpa.js';
import { networksRules } from './catalog/networks.js';
import { redisRules } from './catalog/redis.js';
import { routesRules } from './catalog/routes.js';
import type { Rule } from './rule.js';

/** Every rule there is, in the order of the docs. */
export const ruleCatalog: readonly Rule[] = [
  ...hpaRules,
  ...routesRules,
  ...exposureRules,
  ...networksRules,
  ...configurationRules,
  ...redisRules,
  ...disruptionRules,
  ...clusterRules,
  ...containersRules,
  ...accessRules,
  ...changesRules,
];
