import type { Rule } from '../rule.js';
import { kindAntiAffinity } from '../rules/kind-anti-affinity.js';
import { kindCapacity } from '../rules/kind-capacity.js';
import { kindLoadBalancer } from '../rules/kind-load-balancer.js';
import { kindNodeSelector } from '../rules/kind-node-selector.js';
import { kindPorts } from '../rules/kind-ports.js';
import { kindPullPolicy } from '../rules/kind-pull-policy.js';
import { kindStorageClass } from '../rules/kind-storage-class.js';

export const clusterRules: readonly Rule[] = [
  kindAntiAffinity,
  kindCapacity,
  kindLoadBalancer,
  kindNodeSelector,
  kindPorts,
  kindPullPolicy,
  kindStorageClass,
];
