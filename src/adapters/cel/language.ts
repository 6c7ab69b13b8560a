import { Environment } from '@marcbachmann/cel-js';
import type { Json } from '../../manifests/manifest.js';
import type { Predicate, RuleLanguage } from '../../ports/rule-language.js';

/** Bounds on what one expression may be; a rule is read by people, too. */
const limits = {
  maxAstNodes: 2_000,
  maxDepth: 100,
  maxListElements: 1_000,
  maxMapEntries: 1_000,
  maxCallArguments: 32,
};

/** JSON as CEL types it: whole numbers are `int`, which `%` and `/` are defined for, the others `double`. */
function typed(value: Json | undefined): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map(typed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, typed(one as Json)]));
}

/** CEL over manifests. Objects are dynamic, as they are to Kubernetes for custom resources without a schema. */
export function celLanguage(): RuleLanguage {
  const environment = new Environment({ unlistedVariablesAreDyn: false, enableOptionalTypes: true, limits })
    .registerVariable('object', 'dyn')
    .registerVariable('oldObject', 'dyn')
    .registerVariable('targetNamespace', 'string');
  return {
    compile(expression): Predicate {
      const { valid, error } = environment.check(expression);
      if (!valid) throw error ?? new Error('it is no expression');
      const evaluate = environment.parse(expression);
      return ({ object, oldObject, targetNamespace }) => {
        const result: unknown = evaluate({ object: typed(object), oldObject: typed(oldObject), targetNamespace });
        if (typeof result !== 'boolean') throw new Error(`it gives ${typeof result}, not true or false`);
        return result;
      };
    },
  };
}
