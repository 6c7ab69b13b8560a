import type { Evaluate } from '../manifests/custom/expressions.js';
import type { JsonObject } from '../manifests/manifest.js';

/** What an expression may speak of. */
export interface RuleVariables {
  readonly object: JsonObject;
  /** The object before the change; null where it is new or the base is not known. */
  readonly oldObject: JsonObject | null;
  /** Where the object goes; `namespace` is a reserved word of CEL. */
  readonly targetNamespace: string;
}

/** Says whether an object keeps the rule; an error of the expression is thrown as an `Error` with its words. */
export type Predicate = (variables: RuleVariables) => boolean;

/** The language of users' own rules (CEL, as in ValidatingAdmissionPolicies). */
export interface RuleLanguage {
  /** Throws an `Error` with the place of the fault where the expression is none. */
  compile(expression: string): Predicate;
  /** The expressions of CustomResourceDefinitions, over `self`; compiled once each. */
  readonly evaluate: Evaluate;
}
