import type { Rule } from '../rule.js';
import { baseExposureWidened } from '../rules/base-exposure-widened.js';
import { baseImmutableField } from '../rules/base-immutable-field.js';
import { baseProtectionRemoved } from '../rules/base-protection-removed.js';

export const changesRules: readonly Rule[] = [baseExposureWidened, baseImmutableField, baseProtectionRemoved];
