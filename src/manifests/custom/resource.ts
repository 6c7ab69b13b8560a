import type { JsonObject, Manifest } from '../manifest.js';
import type { Problem } from '../schema/problem.js';
import { root } from '../validation/at.js';
import { Faults } from '../validation/faults.js';
import { judgeMetadata } from '../validation/metadata.js';
import { dnsSubdomain } from '../validation/names.js';
import { objectOf } from '../validation/values.js';
import { type Evaluate, expressionProblems } from './expressions.js';
import type { CustomKind } from './kinds.js';
import { prunedFields } from './pruning.js';
import { judgeUniqueItems, type Matches, SchemaJudge, withDefaults } from './values.js';

/** All reasons for which the API server would not create a custom resource whose definition is known. */
export function customProblems(
  manifest: Manifest,
  { schema }: CustomKind,
  matches: Matches,
  evaluate?: Evaluate,
): readonly Problem[] {
  const faults = new Faults();
  judgeMetadata(manifest.value, dnsSubdomain, faults, false);
  if (schema === undefined) return faults.problems;
  const value = objectOf(withDefaults(manifest.value, schema)) ?? {};
  const { metadata, ...rest } = value;
  const before = faults.count;
  // Of its own metadata the server has judged all that a schema may narrow, but for names, which are a matter of strings.
  new SchemaJudge(faults, matches).judge(rest, { ...schema, required: withoutMetadata(schema['required']) }, root);
  if (faults.count === before) judgeUniqueItems(value, schema, root, faults);
  const expressions =
    evaluate === undefined ? [] : expressionProblems(named(value), schema, faults.problems, root, evaluate);
  return [...prunedFields(manifest.value, schema), ...faults.problems, ...expressions];
}

/** Of the metadata, expressions see the names alone. */
function named(value: JsonObject): JsonObject {
  const { name, generateName } = objectOf(value['metadata'] ?? null) ?? {};
  const metadata = { ...(name === undefined ? {} : { name }), ...(generateName === undefined ? {} : { generateName }) };
  return { ...value, metadata };
}

function withoutMetadata(required: unknown): string[] {
  return Array.isArray(required) ? required.filter((name) => typeof name === 'string' && name !== 'metadata') : [];
}
