import { SchemaJudge } from '../custom/values.js';
import { isSame } from '../sameness.js';
import type { At } from './at.js';
import type { Faults } from './faults.js';
import { child, entries, flag, has, list, type Obj, objectOf, structs, text } from './values.js';

/**
 * Structural schemas: every field has its type outside of the logic of `allOf`, `anyOf`, `oneOf` and `not`, which only
 * narrows values. After apiextensions-apiserver/pkg/apiserver/schema/validation.go and complete.go.
 */
const embedded = 'x-kubernetes-embedded-resource';
const preserve = 'x-kubernetes-preserve-unknown-fields';
const intOrString = 'x-kubernetes-int-or-string';
const either = [{ type: 'integer' }, { type: 'string' }];
const unbuildable = ['id', '$schema', '$ref', 'patternProperties', 'dependencies', 'additionalItems', 'definitions'];

type Level = 'root' | 'item' | 'field';

function schemasWithin(schema: Obj): Obj[] {
  const properties = entries(schema, 'properties').map(([, value]) => objectOf(value) ?? {});
  const lists = ['allOf', 'anyOf', 'oneOf'].flatMap((name) => [...structs(schema, name)]);
  return [...properties, ...lists, ...parts(schema, ['items', 'additionalProperties', 'not'])];
}

function parts(schema: Obj, names: readonly string[]): Obj[] {
  const found: Obj[] = [];
  for (const name of names) {
    const part = child(schema, name);
    if (part !== undefined) found.push(part);
  }
  return found;
}

/** Whether the server can make a structure of a schema at all; other findings say why it cannot. */
function buildable(schema: Obj): boolean {
  const strange = unbuildable.some((name) => has(schema, name) && schema[name] !== '' && !empty(schema[name]));
  if (strange || list(schema, 'items').length > 0 || flag(schema, preserve) === false) return false;
  return schemasWithin(schema).every(buildable);
}

function empty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

const nestedNothings: readonly (readonly [string, string])[] = [
  ['type', ''],
  ['default', 'any'],
  ['title', ''],
  ['description', ''],
  ['nullable', ''],
  [preserve, ''],
  [embedded, ''],
  [intOrString, ''],
  ['x-kubernetes-list-map-keys', ''],
  ['x-kubernetes-list-type', 'any'],
  ['x-kubernetes-map-type', 'any'],
  ['x-kubernetes-validations', ''],
];

function says(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && value !== false && !empty(value);
}

/** A schema under the logic. */
function judgeNested(schema: Obj, skipAnyOf: boolean, at: At, faults: Faults): void {
  judgeLogic(schema, skipAnyOf, false, at, faults);
  const items = child(schema, 'items');
  if (items !== undefined) judgeNested(items, false, at.in('items'), faults);
  for (const [name, value] of entries(schema, 'properties'))
    judgeNested(objectOf(value) ?? {}, false, at.in('properties').key(name), faults);
  for (const [name, kind] of nestedNothings)
    if (kind === 'any' ? has(schema, name) : says(schema[name]))
      faults.forbidden(at.in(name), 'must be outside of allOf, anyOf, oneOf and not');
  if (has(schema, 'additionalProperties'))
    faults.forbidden(at.in('additionalProperties'), 'must be outside of the logic');
  if (has(child(schema, 'properties'), 'metadata'))
    faults.forbidden(at.in('properties').key('metadata'), 'must be outside of the logic');
}

function judgeLogic(schema: Obj, skipAnyOf: boolean, skipFirst: boolean, at: At, faults: Faults): void {
  for (const name of ['anyOf', 'allOf', 'oneOf']) {
    if (name === 'anyOf' && skipAnyOf) continue;
    structs(schema, name).forEach((one, index) => {
      judgeNested(one, name === 'allOf' && skipFirst && index === 0, at.in(name).item(index), faults);
    });
  }
  const negated = child(schema, 'not');
  if (negated !== undefined) judgeNested(negated, false, at.in('not'), faults);
  const pattern = text(schema, 'pattern');
  if (pattern !== '' && !compiles(pattern))
    faults.invalid(at.in('pattern'), pattern, 'must be a regular expression of RE2');
}

/** Whether Go's RE2 takes a pattern. What it alone refuses is looked for by its form. */
function compiles(pattern: string): boolean {
  if (/\(\?[=!]|\(\?<[=!]|\\[1-9]/.test(pattern)) return false;
  const plain = pattern.replaceAll(/\(\?[imsU]+\)|\\[AzQE]/g, '').replaceAll('(?P<', '(?<');
  try {
    new RegExp(plain, 'u');
    return true;
  } catch {
    try {
      new RegExp(plain);
      return !/\[[^\]]*$|\([^)]*$|\\$/.test(plain);
    } catch {
      return false;
    }
  }
}

function judgeType(schema: Obj, level: Level, at: At, faults: Faults): void {
  const [type, resource] = [text(schema, 'type'), flag(schema, embedded) === true];
  if (resource && type !== 'object') {
    if (type === '') faults.required(at.in('type'), 'an embedded resource is an object');
    else faults.invalid(at.in('type'), type, 'must be object for an embedded resource');
  } else if (type === '' && flag(schema, intOrString) !== true && flag(schema, preserve) !== true)
    faults.required(at.in('type'), `a ${level} must have a type`);
  if (resource && has(schema, 'additionalProperties'))
    faults.forbidden(at.in('additionalProperties'), 'goes not with an embedded resource');
  if (level === 'root' && type !== '' && type !== 'object') faults.invalid(at.in('type'), type, 'must be object');
  if (resource && flag(schema, preserve) !== true && !says(schema['properties']))
    faults.required(at.in('properties'), 'an embedded resource has properties, or preserves unknown fields');
}

function judgeMeta(schema: Obj, level: Level, at: At, faults: Faults): void {
  const checked = level === 'root' || flag(schema, embedded) === true;
  for (const name of ['kind', 'apiVersion']) {
    const property = child(child(schema, 'properties'), name);
    if (checked && property !== undefined && text(property, 'type') !== 'string')
      faults.invalid(at.in('properties').key(name).in('type'), text(property, 'type'), 'must be string');
  }
  const metadata = child(child(schema, 'properties'), 'metadata');
  if (metadata === undefined) return;
  const here = at.in('properties').key('metadata');
  if (checked && text(metadata, 'type') !== 'object')
    faults.invalid(here.in('type'), text(metadata, 'type'), 'must be object');
  if (level !== 'root') return;
  const { type, default: fallback, properties, ...rest } = metadata;
  const names = Object.keys(objectOf(properties ?? null) ?? {});
  const known = names.every((name) => name === 'name' || name === 'generateName');
  if (!known || Object.values(rest).some(says)) faults.forbidden(here, 'may narrow name and generateName only');
}

function judgeInvariants(schema: Obj, level: Level, at: At, faults: Faults): void {
  const items = child(schema, 'items');
  if (text(schema, 'type') === 'array' && items === undefined) faults.required(at.in('items'));
  if (items !== undefined) judgeInvariants(items, 'item', at.in('items'), faults);
  for (const [name, value] of entries(schema, 'properties'))
    judgeInvariants(objectOf(value) ?? {}, 'field', at.in('properties').key(name), faults);
  if (level === 'root' && has(schema, 'additionalProperties'))
    faults.forbidden(at.in('additionalProperties'), 'the root is a struct');
  const more = child(schema, 'additionalProperties');
  if (more !== undefined) judgeInvariants(more, 'field', at.in('additionalProperties'), faults);
  if (flag(schema, intOrString) === true)
    for (const name of [preserve, embedded])
      if (flag(schema, name) === true) faults.invalid(at.in(name), true, `must be false where ${intOrString} is true`);
  const isEither = flag(schema, intOrString) === true;
  const anyOf = isEither && isSame(list(schema, 'anyOf'), either);
  const first = structs(schema, 'allOf')[0];
  judgeLogic(schema, anyOf, isEither && isSame(list(first, 'anyOf'), either), at, faults);
  judgeType(schema, level, at, faults);
  judgeMeta(schema, level, at, faults);
}

/** What the logic narrows must be there outside of it. */
function judgeCompleteness(logic: Obj, schema: Obj | undefined, at: At, faults: Faults, top: boolean): void {
  if (schema === undefined) {
    faults.required(at, 'the logic of this schema narrows it');
    return;
  }
  const nested = [
    ...['allOf', 'anyOf', 'oneOf'].flatMap((name) => structs(logic, name)),
    child(logic, 'not') ?? [],
  ].flat();
  for (const one of nested) judgeCompleteness(one, schema, at, faults, false);
  if (top) return;
  const items = child(logic, 'items');
  if (items !== undefined) judgeCompleteness(items, child(schema, 'items'), at.in('items'), faults, false);
  for (const [name, value] of entries(logic, 'properties'))
    judgeCompleteness(
      objectOf(value) ?? {},
      child(child(schema, 'properties'), name),
      at.in('properties').key(name),
      faults,
      false,
    );
}

/** Defaults are values, too. Their patterns are not looked at. */
function judgeDefaults(schema: Obj, at: At, faults: Faults): void {
  const fallback = schema['default'];
  if (fallback !== undefined && fallback !== null)
    new SchemaJudge(faults, () => undefined).judge(fallback, schema, at.in('default'));
  for (const [name, value] of entries(schema, 'properties'))
    judgeDefaults(objectOf(value) ?? {}, at.in('properties').key(name), faults);
  for (const name of ['items', 'additionalProperties']) {
    const inner = child(schema, name);
    if (inner !== undefined) judgeDefaults(inner, at.in(name), faults);
  }
}

export function judgeStructure(schema: Obj, at: At, faults: Faults): void {
  if (!buildable(schema)) return;
  const before = faults.count;
  judgeInvariants(schema, 'root', at, faults);
  judgeCompleteness(schema, schema, at, faults, true);
  if (faults.count === before) judgeDefaults(schema, at, faults);
}
