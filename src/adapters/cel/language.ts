import { Environment } from '@marcbachmann/cel-js';
import type { Evaluate, Outcome } from '../../manifests/custom/expressions.js';
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
    evaluate: expressionsOfSchemas(),
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

/** Failures that the API server has, too. */
const sameAsTheServer: readonly unknown[] = [
  'no_such_key',
  'index_out_of_bounds',
  'index_out_of_range',
  'division_by_zero',
  'modulo_by_zero',
];

type Compiled = ((variables: { readonly self: unknown }) => unknown) | string;

function compiled(environment: Environment, expression: string): Compiled {
  try {
    const { valid, error } = environment.check(expression);
    return valid ? (environment.parse(expression) as Exclude<Compiled, string>) : wordsOf(error);
  } catch (error) {
    return wordsOf(error);
  }
}

/** The first line: the others draw the place. */
function wordsOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}

function outcomeOf(compiledOne: Exclude<Compiled, string>, self: unknown): Outcome {
  try {
    return { kind: 'value', value: compiledOne({ self }) };
  } catch (error) {
    const same = sameAsTheServer.includes((error as { code?: unknown }).code);
    return { kind: same ? 'error' : 'unknown', message: wordsOf(error) };
  }
}

/** Each expression is compiled once. Its value is as dynamic here as it is typed to the server, which is more lenient. */
function expressionsOfSchemas(): Evaluate {
  const environment = new Environment({ unlistedVariablesAreDyn: false, enableOptionalTypes: true, limits });
  environment.registerVariable('self', 'dyn');
  const known = new Map<string, Compiled>();
  return (expression, self) => {
    const one = known.get(expression) ?? compiled(environment, expression);
    known.set(expression, one);
    return typeof one === 'string' ? { kind: 'unknown', message: one } : outcomeOf(one, self);
  };
}
