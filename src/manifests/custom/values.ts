import { asText } from '../graph/json.js';
import type { Json, JsonObject } from '../manifest.js';
import { isSame } from '../sameness.js';
import type { At } from '../validation/at.js';
import { Faults } from '../validation/faults.js';
import {
  child,
  entries,
  flag,
  list,
  number,
  type Obj,
  objectOf,
  optional,
  strings,
  structs,
  text,
} from '../validation/values.js';
import { hasFormat } from './formats.js';

/** Whether a pattern matches somewhere in a text; undefined where it can not be told (in time). */
export type Matches = (pattern: string, text: string) => boolean | undefined;

function typeOf(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'number' ? (Number.isInteger(value) ? 'integer' : 'number') : typeof value;
}

function fits(value: Json, schema: Obj): boolean {
  const [own, type] = [typeOf(value), text(schema, 'type')];
  if (flag(schema, 'x-kubernetes-int-or-string') === true) return own === 'integer' || own === 'string';
  return type === '' || own === type || (type === 'number' && own === 'integer');
}

/** Judges values by the schema of a custom resource, after defaulting. k8s.io/kube-openapi/pkg/validation/validate. */
export class SchemaJudge {
  readonly #faults: Faults;
  readonly #matches: Matches;

  constructor(faults: Faults, matches: Matches) {
    this.#faults = faults;
    this.#matches = matches;
  }

  judge(value: Json, schema: Obj, at: At): void {
    if (value === null && flag(schema, 'nullable') === true) return;
    if (!fits(value, schema)) {
      const wanted =
        flag(schema, 'x-kubernetes-int-or-string') === true ? 'an integer or a string' : text(schema, 'type');
      this.#faults.typeInvalid(at, value, `must be of type ${wanted}`);
      return;
    }
    const choices = list(schema, 'enum');
    if (choices.length > 0 && !choices.some((choice) => isSame(choice, value)))
      this.#faults.notSupported(at, value, choices.map(asText));
    if (typeof value === 'string') this.#string(value, schema, at);
    else if (typeof value === 'number') this.#number(value, schema, at);
    else if (Array.isArray(value)) this.#list(value, schema, at);
    else if (typeof value === 'object' && value !== null) this.#object(value as JsonObject, schema, at);
    this.#logic(value, schema, at);
  }

  #string(value: string, schema: Obj, at: At): void {
    const length = [...value].length;
    const [most, least] = [number(schema, 'maxLength'), number(schema, 'minLength')];
    if (most !== undefined && length > most) this.#faults.tooLong(at, most);
    if (least !== undefined && length < least)
      this.#faults.invalid(at, value, `should be at least ${least} chars long`);
    const pattern = text(schema, 'pattern');
    if (pattern !== '' && this.#matches(pattern, value) === false)
      this.#faults.invalid(at, value, `should match \`${pattern}\``);
    const format = text(schema, 'format');
    if (!hasFormat(value, format)) this.#faults.typeInvalid(at, value, `must be of type ${format}`);
  }

  #number(value: number, schema: Obj, at: At): void {
    const [most, least, step] = [number(schema, 'maximum'), number(schema, 'minimum'), number(schema, 'multipleOf')];
    const [below, above] = [flag(schema, 'exclusiveMaximum') === true, flag(schema, 'exclusiveMinimum') === true];
    if (most !== undefined && (below ? value >= most : value > most))
      this.#faults.invalid(at, value, `should be less than ${below ? '' : 'or equal to '}${most}`);
    if (least !== undefined && (above ? value <= least : value < least))
      this.#faults.invalid(at, value, `should be greater than ${above ? '' : 'or equal to '}${least}`);
    if (step !== undefined && step > 0 && !Number.isInteger(value / step))
      this.#faults.invalid(at, value, `should be a multiple of ${step}`);
    if (text(schema, 'format') === 'int32' && Math.abs(value) > 2 ** 31)
      this.#faults.typeInvalid(at, value, 'must be of type int32');
  }

  #list(value: readonly Json[], schema: Obj, at: At): void {
    const [most, least, items] = [number(schema, 'maxItems'), number(schema, 'minItems'), child(schema, 'items')];
    if (most !== undefined && value.length > most) this.#faults.tooMany(at, value.length, most);
    if (least !== undefined && value.length < least)
      this.#faults.invalid(at, value.length, `should have at least ${least} items`);
    if (items === undefined) return;
    for (const [index, item] of value.entries()) this.judge(item, items, at.item(index));
  }

  #object(value: JsonObject, schema: Obj, at: At): void {
    const count = Object.keys(value).length;
    const [most, least] = [number(schema, 'maxProperties'), number(schema, 'minProperties')];
    if (most !== undefined && count > most) this.#faults.tooMany(at, count, most);
    if (least !== undefined && count < least)
      this.#faults.invalid(at, count, `should have at least ${least} properties`);
    for (const name of strings(schema, 'required')) if (!Object.hasOwn(value, name)) this.#faults.required(at.in(name));
    const properties = child(schema, 'properties') ?? {};
    const more = objectOf(schema['additionalProperties'] ?? null);
    for (const [name, one] of entries({ value }, 'value')) {
      const own = objectOf(properties[name] ?? null) ?? more;
      if (own !== undefined) this.judge(one, own, at.in(name));
    }
  }

  /** Whether a value keeps a schema, without a word about it. */
  #keeps(value: Json, schema: Obj, at: At): boolean {
    const faults = new Faults();
    new SchemaJudge(faults, this.#matches).judge(value, schema, at);
    return faults.count === 0;
  }

  #logic(value: Json, schema: Obj, at: At): void {
    for (const one of structs(schema, 'allOf')) this.judge(value, one, at);
    const kept = (name: string): number => structs(schema, name).filter((one) => this.#keeps(value, one, at)).length;
    if (structs(schema, 'anyOf').length > 0 && kept('anyOf') === 0)
      this.#faults.invalid(at, value, 'must keep at least one of the schemas of anyOf');
    if (structs(schema, 'oneOf').length > 0 && kept('oneOf') !== 1)
      this.#faults.invalid(at, value, 'must keep one and only one of the schemas of oneOf');
    const negated = child(schema, 'not');
    if (negated !== undefined && this.#keeps(value, negated, at))
      this.#faults.invalid(at, value, 'must not keep the schema of not');
  }
}

/** Lists that are sets or maps have no item twice. */
export function judgeUniqueItems(value: Json, schema: Obj, at: At, faults: Faults): void {
  if (Array.isArray(value)) {
    const kind = optional(schema, 'x-kubernetes-list-type');
    const keys = strings(schema, 'x-kubernetes-list-map-keys');
    const seen = new Set<string>();
    for (const [index, item] of value.entries()) {
      const own = kind === 'map' ? keys.map((key) => objectOf(item)?.[key] ?? null) : item;
      const identity = JSON.stringify(own);
      if ((kind === 'map' || kind === 'set') && seen.has(identity)) faults.duplicate(at.item(index), own);
      seen.add(identity);
      const items = child(schema, 'items');
      if (items !== undefined) judgeUniqueItems(item, items, at.item(index), faults);
    }
    return;
  }
  const object = objectOf(value);
  const properties = child(schema, 'properties') ?? {};
  for (const [name, one] of entries({ object: object ?? null }, 'object')) {
    const own = objectOf(properties[name] ?? null) ?? objectOf(schema['additionalProperties'] ?? null);
    if (own !== undefined) judgeUniqueItems(one, own, at.in(name), faults);
  }
}

/** A value with the defaults of its schema in it; null where a default is and null is not allowed counts as absent. */
export function withDefaults(value: Json, schema: Obj): Json {
  if (Array.isArray(value)) {
    const items = child(schema, 'items');
    return items === undefined ? value : value.map((item) => withDefaults(item, items));
  }
  const object = objectOf(value);
  if (object === undefined) return value;
  const filled: Record<string, Json | undefined> = { ...object };
  for (const [name, one] of entries(schema, 'properties')) {
    const own = objectOf(one) ?? {};
    const fallback = own['default'];
    const given = filled[name];
    if (fallback !== undefined && (given === undefined || (given === null && flag(own, 'nullable') !== true)))
      filled[name] = fallback;
    const now = filled[name];
    if (now !== undefined) filled[name] = withDefaults(now, own);
  }
  const more = objectOf(schema['additionalProperties'] ?? null);
  if (more !== undefined)
    for (const [name, one] of Object.entries(filled)) filled[name] = withDefaults(one ?? null, more);
  return filled;
}
