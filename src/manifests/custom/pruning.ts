import type { Json, JsonObject, Path } from '../manifest.js';
import type { Problem } from '../schema/problem.js';
import { nearest } from '../schema/suggestion.js';
import { child, flag, type Obj, objectOf } from '../validation/values.js';

const resourceFields = ['apiVersion', 'kind', 'metadata'];

interface Visit {
  readonly problems: Problem[];
  readonly path: Path;
  readonly field: string;
}

function report({ problems, path, field }: Visit, name: string, known: readonly string[]): void {
  const meant = nearest(name, known);
  const whole = field === '' ? name : `${field}.${name}`;
  problems.push({
    stage: 'strict',
    type: 'UnknownField',
    field: whole,
    path: [...path, name],
    message: `\`${whole}\` is not in the schema of its definition${meant === undefined ? '' : `; did you mean \`${meant}\`?`}`,
    remediation: meant === undefined ? `Delete \`${name}\`.` : `Write \`${meant}\`.`,
  });
}

function inner({ problems, path, field }: Visit, step: string | number): Visit {
  const shown = typeof step === 'number' ? `${field}[${step}]` : field === '' ? step : `${field}.${step}`;
  return { problems, path: [...path, step], field: shown };
}

function visitObject(value: JsonObject, schema: Obj, isResource: boolean, visit: Visit): void {
  const properties = child(schema, 'properties') ?? {};
  const more = objectOf(schema['additionalProperties'] ?? null);
  const open = more !== undefined || schema['additionalProperties'] === true;
  const keeps = flag(schema, 'x-kubernetes-preserve-unknown-fields') === true;
  for (const [name, one] of Object.entries(value)) {
    if (isResource && resourceFields.includes(name)) continue;
    const own = objectOf(properties[name] ?? null);
    if (own !== undefined) visitValue(one ?? null, own, inner(visit, name));
    else if (more !== undefined) visitValue(one ?? null, more, inner(visit, name));
    else if (!open && !keeps) report(visit, name, Object.keys(properties));
  }
}

function visitValue(value: Json, schema: Obj, visit: Visit): void {
  if (Array.isArray(value)) {
    const items = child(schema, 'items');
    if (items === undefined) return;
    for (const [index, item] of value.entries()) visitValue(item, items, inner(visit, index));
    return;
  }
  const object = objectOf(value);
  if (object !== undefined) visitObject(object, schema, flag(schema, 'x-kubernetes-embedded-resource') === true, visit);
}

/** Fields that the server would prune, and refuses with strict validation. */
export function prunedFields(value: JsonObject, schema: Obj): readonly Problem[] {
  const problems: Problem[] = [];
  visitObject(value, schema, true, { problems, path: [], field: '' });
  return problems;
}
