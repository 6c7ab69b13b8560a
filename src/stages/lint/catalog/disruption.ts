import type { Rule } from '../rule.js';
import { pdbBlocks } from '../rules/pdb-blocks.js';
import { pdbEmpty } from '../rules/pdb-empty.js';
import { pdbMissing } from '../rules/pdb-missing.js';
import { pdbNoPods } from '../rules/pdb-no-pods.js';
import { pdbUnhealthyPolicy } from '../rules/pdb-unhealthy-policy.js';

export const disruptionRules: readonly Rule[] = [pdbBlocks, pdbEmpty, pdbMissing, pdbNoPods, pdbUnhealthyPolicy];
