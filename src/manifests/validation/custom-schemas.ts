import type { At } from './at.js';
import { judgeStructure } from './custom-structure.js';
import { Faults } from './faults.js';
import {
  child,
  entries,
  flag,
  has,
  list,
  type Obj,
  objectOf,
  optional,
  repeats,
  strings,
  structs,
  text,
} from './values.js';

const types = ['array', 'boolean', 'integer', 'number', 'object', 'string'];
const atRoot = new Set(
  (
    'description type format title maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern ' +
    'maxItems minItems uniqueItems multipleOf required items properties externalDocs example ' +
    'x-kubernetes-preserve-unknown-fields x-kubernetes-validations'
  ).split(' '),
);
const unsupported = ['id', 'additionalItems', 'patternProperties', 'definitions', 'dependencies', '$ref'];

/** What is true of a place in a schema. */
interface Place {
  readonly isRoot: boolean;
  /** Within the metadata of the resource, or of one that is embedded. */
  readonly meta: boolean;
  /** Why there may be no default here. */
  readonly noDefault: boolean;
}

const others = 'nullable default enum not allOf anyOf oneOf additionalProperties maxProperties minProperties $schema';

/** Whether a schema can have a field at all; others are told as unknown and dropped. */
function isKnown(name: string): boolean {
  return others.split(' ').includes(name) || unsupported.includes(name) || name.startsWith('x-kubernetes-');
}

/** Whether a field of a schema says something: zero values are as good as absent. */
function says(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === false) return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}

function judgeForbidden(schema: Obj, place: Place, at: At, faults: Faults): void {
  const type = text(schema, 'type');
  if (type !== '' && !types.includes(type)) faults.notSupported(at.in('type'), type, types);
  if (has(schema, 'default') && place.noDefault) faults.forbidden(at.in('default'), 'metadata has no defaults');
  for (const name of unsupported)
    if (name === '$ref' || name === 'additionalItems' ? has(schema, name) : says(schema[name]))
      faults.forbidden(at.in(name), 'is not supported');
  if (type === 'null') faults.forbidden(at.in('type'), 'use `nullable`');
  if (Array.isArray(schema['items']) && schema['items'].length > 0)
    faults.forbidden(at.in('items'), 'must be one schema');
  if (place.meta && flag(schema, 'x-kubernetes-embedded-resource') === true)
    faults.forbidden(at.in('x-kubernetes-embedded-resource'), 'metadata has none');
  if (flag(schema, 'uniqueItems') === true) faults.forbidden(at.in('uniqueItems'), 'use `x-kubernetes-list-type: set`');
}

function judgeExtensionType(
  schema: Obj,
  extension: string,
  wanted: string,
  words: string[],
  at: At,
  faults: Faults,
): void {
  const [kind, type] = [optional(schema, extension), text(schema, 'type')];
  if (kind === undefined) return;
  if (type === '') faults.required(at.in('type'), `${extension} wants ${wanted}`);
  else if (type !== wanted) faults.invalid(at.in('type'), type, `must be ${wanted} for ${extension}`);
  if (!words.includes(kind)) faults.notSupported(at.in(extension), kind, words);
}

const listType = 'x-kubernetes-list-type';
const mapType = 'x-kubernetes-map-type';
const mapKeys = 'x-kubernetes-list-map-keys';

function judgeSetItems(items: Obj, at: At, faults: Faults): void {
  const type = text(items, 'type');
  if (type === 'array' && (optional(items, listType) ?? 'atomic') !== 'atomic')
    faults.invalid(at.in('items').in(listType), items[listType], 'must be atomic in a set');
  if (type === 'object' && optional(items, mapType) !== 'atomic')
    faults.invalid(at.in('items').in(mapType), items[mapType] ?? '', 'must be atomic in a set');
}

function judgeMapKeys(schema: Obj, items: Obj, at: At, faults: Faults): void {
  const keys = strings(schema, mapKeys);
  const required = new Set(strings(items, 'required'));
  const again = repeats<string>();
  for (const key of keys) {
    const property = child(child(items, 'properties'), key);
    const here = at.in('items').in('properties').key(key);
    if (text(items, 'type') === 'object') {
      if (property === undefined) faults.invalid(at.in(mapKeys), keys, 'must all be properties of the items');
      else if (['array', 'object'].includes(text(property, 'type')))
        faults.invalid(here.in('type'), text(property, 'type'), 'must be a scalar, as it is a key');
      if (again(key)) faults.invalid(at.in(mapKeys), keys, 'must be unique');
    }
    if (property === undefined) continue;
    if (!required.has(key) && !has(property, 'default'))
      faults.required(here.in('default'), 'a key is required or has a default');
    if (flag(property, 'nullable') === true) faults.forbidden(here.in('nullable'), 'a key is not null');
  }
}

function judgeMapList(schema: Obj, items: Obj | undefined, at: At, faults: Faults): void {
  if (list(schema, mapKeys).length === 0) faults.required(at.in(mapKeys), 'a map has keys');
  if (items === undefined) faults.required(at.in('items'), 'a map has items');
  else if (text(items, 'type') !== 'object')
    faults.invalid(at.in('items').in('type'), text(items, 'type'), 'must be object in a map');
}

function judgeLists(schema: Obj, at: At, faults: Faults): void {
  const [kind, items] = [optional(schema, listType), child(schema, 'items')];
  if (kind === 'set' && text(schema, 'type') === 'array' && items !== undefined) judgeSetItems(items, at, faults);
  if (list(schema, mapKeys).length > 0 && kind !== 'map') {
    if (kind === undefined) faults.required(at.in(listType), 'there are keys');
    else faults.invalid(at.in(listType), kind, 'must be map where there are keys');
  }
  if (kind === 'map') judgeMapList(schema, items, at, faults);
  if (items === undefined || (kind !== 'map' && kind !== 'set')) return;
  if (flag(items, 'nullable') === true) faults.forbidden(at.in('items').in('nullable'), 'items of a set are not null');
  if (kind === 'map') judgeMapKeys(schema, items, at, faults);
}

const reasons = ['FieldValueDuplicate', 'FieldValueForbidden', 'FieldValueInvalid', 'FieldValueRequired'];

function judgeValidation(rule: Obj, at: At, faults: Faults): void {
  const read = (name: string): readonly [string, string] => [text(rule, name), text(rule, name).trim()];
  const [[, expression], [message, said], [saying, sayingTrimmed], [path, pathTrimmed]] = [
    read('rule'),
    read('message'),
    read('messageExpression'),
    read('fieldPath'),
  ];
  if (expression === '') faults.required(at.in('rule'));
  else if (message !== '' && said === '') faults.invalid(at.in('message'), message, 'must not be blank');
  else if (/[\n\r]/.test(said)) faults.invalid(at.in('message'), message, 'must be one line');
  else if (/[\n\r]/.test(expression) && said === '') faults.required(at.in('message'), 'the rule has several lines');
  if (saying !== '' && sayingTrimmed === '') faults.required(at.in('messageExpression'));
  const reason = optional(rule, 'reason');
  if (reason !== undefined && !reasons.includes(reason)) faults.notSupported(at.in('reason'), reason, reasons);
  if (path !== '' && pathTrimmed === '') faults.invalid(at.in('fieldPath'), path, 'must not be blank');
  if (/[\n\r]/.test(path)) faults.invalid(at.in('fieldPath'), path, 'must be one line');
  if (path !== '' && !/^(\.[A-Za-z_][A-Za-z0-9_]*|\['[^']*'\])+$/.test(path))
    faults.invalid(at.in('fieldPath'), path, 'must be a path in the schema');
}

function judgeExtensions(schema: Obj, at: At, faults: Faults): void {
  if (flag(schema, 'x-kubernetes-preserve-unknown-fields') === false)
    faults.invalid(at.in('x-kubernetes-preserve-unknown-fields'), false, 'must be true or absent');
  judgeExtensionType(schema, mapType, 'object', ['atomic', 'granular'], at, faults);
  judgeExtensionType(schema, listType, 'array', ['atomic', 'map', 'set'], at, faults);
  judgeLists(schema, at, faults);
  structs(schema, 'x-kubernetes-validations').forEach((rule, index) => {
    judgeValidation(rule, at.in('x-kubernetes-validations').item(index), faults);
  });
}

const metaFields = new Set(['metadata', 'kind', 'apiVersion']);

function judgeProperties(schema: Obj, place: Place, at: At, faults: Faults): void {
  for (const [name, value] of entries(schema, 'properties')) {
    const embedded = place.isRoot || flag(schema, 'x-kubernetes-embedded-resource') === true;
    const meta = embedded && metaFields.has(name);
    const inner = { isRoot: false, meta: place.meta || meta, noDefault: place.noDefault || (meta && place.isRoot) };
    judgeSchema(objectOf(value) ?? {}, inner, at.in('properties').key(name), faults);
  }
}

function judgeSchema(schema: Obj, place: Place, at: At, faults: Faults): void {
  judgeForbidden(schema, place, at, faults);
  const inner = { ...place, isRoot: false };
  const more = schema['additionalProperties'];
  if (more !== undefined && more !== null && more !== true && says(schema['properties']))
    faults.forbidden(at.in('additionalProperties'), 'goes not with properties');
  const values = objectOf(more ?? null);
  if (values !== undefined)
    judgeSchema(values, { ...inner, noDefault: place.noDefault || place.meta }, at.in('additionalProperties'), faults);
  judgeProperties(schema, place, at, faults);
  const negated = child(schema, 'not');
  if (negated !== undefined) judgeSchema(negated, inner, at.in('not'), faults);
  for (const name of ['allOf', 'oneOf', 'anyOf'])
    structs(schema, name).forEach((one, index) => {
      judgeSchema(one, inner, at.in(name).item(index), faults);
    });
  const items = child(schema, 'items');
  if (items !== undefined) judgeSchema(items, inner, at.in('items'), faults);
  judgeExtensions(schema, at, faults);
}

/** The schema of a version of a custom resource; `status` where it has that subresource. */
export function judgeRootSchema(schema: Obj, status: boolean, at: At, faults: Faults): void {
  if (status) {
    const type = text(schema, 'type');
    const strange = Object.keys(schema).find((name) => says(schema[name]) && isKnown(name) && !atRoot.has(name));
    if (type !== '' && type !== 'object') faults.invalid(at.in('type'), type, 'must be object');
    else if (strange !== undefined) faults.invalid(at, strange, 'is not allowed at the root beside the status');
  }
  if (flag(schema, 'nullable') === true) faults.forbidden(at.in('nullable'), 'the root is not null');
  const own = new Faults();
  judgeSchema(schema, { isRoot: true, meta: false, noDefault: false }, at, own);
  judgeStructure(schema, at, faults);
  faults.problems.push(...own.problems);
}
