import type { Rule } from '../rule.js';
import { networkPolicyDns } from '../rules/network-policy-dns.js';
import { networkPolicyMissing } from '../rules/network-policy-missing.js';
import { networkPolicyNoPods } from '../rules/network-policy-no-pods.js';
import { networkPolicyPeerMissing } from '../rules/network-policy-peer-missing.js';

export const networksRules: readonly Rule[] = [
  networkPolicyDns,
  networkPolicyMissing,
  networkPolicyNoPods,
  networkPolicyPeerMissing,
];
