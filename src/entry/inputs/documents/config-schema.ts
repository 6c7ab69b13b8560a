import type { Kind, RecordKind, Shape } from '../option.js';
import { type OptionRow, optionTable, sectionNames } from '../table.js';
import { defaultOf } from './wording.js';

type Schema = Readonly<Record<string, unknown>>;

/** JSON Schema of scale-gate.yml, in the draft that editors understand. */
export function configSchema(): string {
  const topLevel = optionTable.filter(({ path }) => path.length === 1).map((row) => [row.name, propertyOf(row)]);
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'scale-gate.yml',
    description: 'Configuration of Scale Gate. Every key can also be an input of the action and a flag of the CLI.',
    type: ['object', 'null'],
    properties: Object.fromEntries([...topLevel, ...sectionNames.map((name) => [name, sectionSchema(name)])]),
    additionalProperties: false,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function sectionSchema(name: string): Schema {
  const rows = optionTable.filter(({ path }) => path.length === 2 && path[0] === name);
  return {
    type: ['object', 'null'],
    properties: Object.fromEntries(rows.map((row) => [row.path[1], propertyOf(row)])),
    additionalProperties: false,
  };
}

function propertyOf(row: OptionRow): Schema {
  const text = defaultOf(row);
  const value = row.kind.type === 'duration' ? text : row.default;
  return { description: row.description, ...(text === undefined ? {} : { default: value }), ...schemaOf(row.kind) };
}

function schemaOf(kind: Kind): Schema {
  switch (kind.type) {
    case 'text':
      // A number is taken as it is written: `kubernetes-version: 1.30`.
      return kind.shape === undefined
        ? { type: ['string', 'number', 'boolean'], minLength: 1 }
        : shapedSchema(kind.shape);
    case 'integer':
    case 'number':
      return { type: kind.type, minimum: kind.min, maximum: kind.max };
    case 'boolean':
      return { type: 'boolean' };
    case 'duration':
      return { type: 'string', pattern: '^\\s*(\\d+(\\.\\d+)?(ms|s|m|h))+\\s*$' };
    case 'choice':
      return { enum: kind.values };
    case 'list':
      return listSchema(kind.of);
    case 'map':
      return { type: 'object', additionalProperties: schemaOf(kind.of) };
    case 'record':
      return kind.short === undefined ? recordSchema(kind) : { anyOf: [recordSchema(kind), { type: 'string' }] };
  }
}

function shapedSchema({ pattern, pair }: Shape): Schema {
  const text = { type: ['string', 'number'], pattern: pattern.source };
  if (pair === undefined) return text;
  const value = { type: 'string', pattern: pair.value.source };
  const properties = Object.fromEntries(pair.keys.map((key) => [key, value]));
  return {
    anyOf: [text, { type: 'object', properties, additionalProperties: false, minProperties: 1, maxProperties: 1 }],
  };
}

/** One entry without its dash is taken, too; a record only in its short form. */
function listSchema(of: Kind): Schema {
  const list = { type: 'array', items: schemaOf(of) };
  if (of.type !== 'record') return { anyOf: [list, schemaOf(of)] };
  return of.short === undefined ? list : { anyOf: [list, { type: 'string' }] };
}

function recordSchema({ fields, exactlyOne }: RecordKind): Schema {
  const entries = Object.entries(fields);
  return {
    type: 'object',
    properties: Object.fromEntries(
      entries.map(([name, { kind, description }]) => [name, { description, ...schemaOf(kind) }]),
    ),
    required: entries.filter(([, { required }]) => required).map(([name]) => name),
    additionalProperties: false,
    ...(exactlyOne === true ? { minProperties: 1, maxProperties: 1 } : {}),
  };
}
