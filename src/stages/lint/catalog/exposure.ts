import type { Rule } from '../rule.js';
import { exposureCatchAll } from '../rules/exposure-catch-all.js';
import { exposureDatastore } from '../rules/exposure-datastore.js';
import { exposureExternalIps } from '../rules/exposure-external-ips.js';
import { exposureExternalUnreachable } from '../rules/exposure-external-unreachable.js';
import { exposureInternalReachable } from '../rules/exposure-internal-reachable.js';
import { exposureLoadBalancerOpen } from '../rules/exposure-load-balancer-open.js';
import { exposureNodePort } from '../rules/exposure-node-port.js';
import { exposureRetiredController } from '../rules/exposure-retired-controller.js';
import { exposureSnippet } from '../rules/exposure-snippet.js';

export const exposureRules: readonly Rule[] = [
  exposureCatchAll,
  exposureDatastore,
  exposureExternalIps,
  exposureExternalUnreachable,
  exposureInternalReachable,
  exposureLoadBalancerOpen,
  exposureNodePort,
  exposureRetiredController,
  exposureSnippet,
];
