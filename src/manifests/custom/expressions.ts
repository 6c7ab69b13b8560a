import type { Json, JsonObject } from '../manifest.js';
import type { Problem } from '../schema/problem.js';
import type { At } from '../validation/at.js';
import { Faults } from '../validation/faults.js';
import { child, entries, flag, type Obj, objectOf, optional, structs, text } from '../validation/values.js';

/** What an expression came to. */
export type Outcome =
  | { readonly kind: 'value'; readonly value: unknown }
  /** The server fails in the same way: a key that is not there, an index beyond the end. */
  | { readonly kind: 'error'; readonly message: string }
  /** The server may know more than is known here: functions of its own, types that only it has. */
  | { readonly kind: 'unknown'; readonly message: string };

/** Evaluates the expression of a schema over the value that it stands at. Never throws. */
export type Evaluate = (expression: string, self: unknown) => Outcome;

const reserved = new Set(
  'true false null in as break const continue else for function if import let loop package namespace return var void while'.split(
    ' ',
  ),
);

/** The name by which an expression calls a property. apiserver/schema/cel/model, `Escape`. */
export function escaped(name: string): string {
  if (reserved.has(name)) return `__${name}__`;
  return name
    .replaceAll('__', '__underscores__')
    .replaceAll('.', '__dot__')
    .replaceAll('-', '__dash__')
    .replaceAll('/', '__slash__');
}

/** A value as expressions see it: whole numbers of the type integer are `int`, those of the type number `double`. */
export function seen(value: Json | undefined, schema: Obj | undefined): unknown {
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && text(schema, 'type') !== 'number' ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map((item: Json) => seen(item, child(schema, 'items')));
  const object = objectOf(value ?? null);
  if (object === undefined) return value;
  const [properties, more] = [child(schema, 'properties'), child(schema, 'additionalProperties')];
  return Object.fromEntries(
    Object.entries(object).flatMap(([name, one]) => {
      if (one === undefined) return [];
      const own = child(properties, name);
      return [[own === undefined ? name : escaped(name), seen(one, own ?? more)] as const];
    }),
  );
}

const reasons = {
  FieldValueRequired: (faults: Faults, at: At, why: string) => faults.required(at, why),
  FieldValueForbidden: (faults: Faults, at: At, why: string) => faults.forbidden(at, why),
  FieldValueDuplicate: (faults: Faults, at: At, _: string, value: Json) => faults.duplicate(at, value),
  FieldValueInvalid: (faults: Faults, at: At, why: string, value: Json) => faults.invalid(at, value, why),
} as const;

/** The rules of a schema over a value that its types fit. k8s.io/apiextensions-apiserver, pkg/apiserver/schema/cel. */
export class ExpressionJudge {
  readonly faults = new Faults();
  /** Rules that could not be evaluated, each said once. */
  readonly unknown = new Map<string, Problem>();
  readonly #evaluate: Evaluate;

  constructor(evaluate: Evaluate) {
    this.#evaluate = evaluate;
  }

  judge(value: Json, schema: Obj, at: At): void {
    if (value === null) return;
    for (const rule of structs(schema, 'x-kubernetes-validations')) this.#rule(rule, value, schema, at);
    if (Array.isArray(value)) {
      const items = child(schema, 'items');
      if (items !== undefined) for (const [index, item] of value.entries()) this.judge(item, items, at.item(index));
      return;
    }
    const object = objectOf(value);
    const [properties, more] = [child(schema, 'properties'), child(schema, 'additionalProperties')];
    for (const [name, one] of entries({ object: object ?? null }, 'object')) {
      const own = child(properties, name);
      if (own !== undefined) this.judge(one, own, at.in(name));
      else if (more !== undefined) this.judge(one, more, at.key(name));
    }
  }

  #rule(rule: Obj, value: Json, schema: Obj, at: At): void {
    const expression = text(rule, 'rule');
    // What compares with the object before the change says nothing of one that is new.
    if (/\boldSelf\b/.test(expression) && flag(rule, 'optionalOldSelf') !== true) return;
    const self = seen(value, schema);
    const outcome = this.#evaluate(expression, self);
    if (outcome.kind === 'unknown') this.#note(expression, at, outcome.message);
    else if (outcome.kind === 'error')
      this.#fail(rule, value, at, `${outcome.message}, evaluating rule: ${expression}`);
    else if (outcome.value !== true) this.#fail(rule, value, at, this.#message(rule, self));
  }

  #message(rule: Obj, self: unknown): string {
    const said = optional(rule, 'messageExpression');
    const outcome = said === undefined ? undefined : this.#evaluate(said, self);
    if (outcome?.kind === 'value' && typeof outcome.value === 'string' && outcome.value.trim() !== '')
      return outcome.value.trim();
    return text(rule, 'message').trim() || `failed rule: ${text(rule, 'rule').trim()}`;
  }

  #fail(rule: Obj, value: Json, at: At, why: string): void {
    const reason = text(rule, 'reason') as keyof typeof reasons;
    const place = (text(rule, 'fieldPath').match(/\.[A-Za-z_]\w*|\['[^']*'\]/g) ?? []).reduce(
      (here, step) => here.in(step.startsWith('.') ? step.slice(1) : step.slice(2, -2)),
      at,
    );
    (reasons[reason] ?? reasons.FieldValueInvalid)(this.faults, place, why, value);
  }

  #note(expression: string, { field, path }: At, why: string): void {
    this.unknown.set(expression, {
      stage: 'validate',
      type: 'Unevaluated',
      field,
      path,
      message: `a rule of its definition could not be evaluated here, \`${expression.slice(0, 120)}\`: ${why}`,
      remediation: 'Nothing; the API server evaluates it.',
    });
  }
}

/** After faults of these types the server looks at no expressions. */
const blocking: readonly string[] = [
  'FieldValueRequired',
  'FieldValueTypeInvalid',
  'FieldValueTooLong',
  'FieldValueTooMany',
  'FieldValueNotFound',
];

export function expressionProblems(
  value: JsonObject,
  schema: Obj,
  before: readonly Problem[],
  at: At,
  evaluate: Evaluate,
): readonly Problem[] {
  if (before.some(({ type }) => blocking.includes(type))) return [];
  const judge = new ExpressionJudge(evaluate);
  judge.judge(value, schema, at);
  return [...judge.faults.problems, ...judge.unknown.values()];
}

/** Whether any version of a definition has expressions, so that their language is needed. */
export function hasExpressions(definition: Json | undefined): boolean {
  if (typeof definition !== 'object' || definition === null) return false;
  if (Array.isArray(definition)) return definition.some(hasExpressions);
  return Object.entries(definition).some(
    ([name, value]) => name === 'x-kubernetes-validations' || hasExpressions(value),
  );
}
