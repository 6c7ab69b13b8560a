import type { At } from './at.js';
import type { Faults } from './faults.js';
import { judgeLabels } from './metadata.js';
import { dnsSubdomain, labelValue, qualifiedName } from './names.js';
import { type Obj, strings, structs, text, texts } from './values.js';

/** A `LabelSelector`; undefined is none. */
export function judgeSelector(selector: Obj | undefined, at: At, faults: Faults): void {
  if (selector === undefined) return;
  judgeLabels(selector, 'matchLabels', at.in('matchLabels'), faults);
  structs(selector, 'matchExpressions').forEach((expression, index) => {
    const here = at.in('matchExpressions').item(index);
    judgeOperator(expression, here, faults, ['In', 'NotIn'], ['Exists', 'DoesNotExist']);
    faults.all(here.in('key'), text(expression, 'key'), qualifiedName(text(expression, 'key')));
    judgeValues(expression, here, faults);
  });
}

function judgeValues(expression: Obj, at: At, faults: Faults): void {
  strings(expression, 'values').forEach((value, index) => {
    faults.all(at.in('values').item(index), value, labelValue(value));
  });
}

function judgeOperator(
  expression: Obj,
  at: At,
  faults: Faults,
  some: readonly string[],
  none: readonly string[],
  single: readonly string[] = [],
): void {
  const [operator, values] = [text(expression, 'operator'), strings(expression, 'values')];
  if (some.includes(operator)) {
    if (values.length === 0) faults.required(at.in('values'), `\`operator\` is \`${operator}\``);
  } else if (none.includes(operator)) {
    if (values.length > 0) faults.forbidden(at.in('values'), `\`operator\` is \`${operator}\``);
  } else if (single.includes(operator)) {
    if (values.length !== 1) faults.required(at.in('values'), `\`operator\` is \`${operator}\`, which takes one value`);
  } else faults.invalid(at.in('operator'), operator, 'is not an operator of selectors');
}

function judgeNodeField(expression: Obj, at: At, faults: Faults): void {
  const operator = text(expression, 'operator');
  if (operator !== 'In' && operator !== 'NotIn')
    faults.invalid(at.in('operator'), operator, 'is not an operator of field selectors');
  else if (strings(expression, 'values').length !== 1)
    faults.required(at.in('values'), 'a field selector takes one value');
  if (text(expression, 'key') !== 'metadata.name') {
    faults.invalid(at.in('key'), text(expression, 'key'), 'is not a field that nodes are selected by');
    return;
  }
  strings(expression, 'values').forEach((value, index) => {
    faults.all(at.in('values').item(index), value, dnsSubdomain(value));
  });
}

export function judgeNodeTerm(term: Obj, at: At, faults: Faults, values: boolean): void {
  structs(term, 'matchExpressions').forEach((expression, index) => {
    const here = at.in('matchExpressions').item(index);
    judgeOperator(expression, here, faults, ['In', 'NotIn'], ['Exists', 'DoesNotExist'], ['Gt', 'Lt']);
    faults.all(here.in('key'), text(expression, 'key'), qualifiedName(text(expression, 'key')));
    if (values) judgeValues(expression, here, faults);
  });
  structs(term, 'matchFields').forEach((expression, index) => {
    judgeNodeField(expression, at.in('matchFields').item(index), faults);
  });
}

export function judgeNodeSelector(selector: Obj, at: At, faults: Faults): void {
  const terms = structs(selector, 'nodeSelectorTerms');
  if (terms.length === 0) faults.required(at.in('nodeSelectorTerms'), 'at least one term');
  terms.forEach((term, index) => {
    judgeNodeTerm(term, at.in('nodeSelectorTerms').item(index), faults, true);
  });
}

/** A selector that can be asked; undefined where Go cannot make one of it, and `labels.Nothing()` for no selector. */
export function compileSelector(
  selector: Obj | undefined,
): ((labels: ReadonlyMap<string, string>) => boolean) | undefined {
  if (selector === undefined) return () => false;
  const pairs = texts(selector, 'matchLabels');
  const expressions = structs(selector, 'matchExpressions');
  if (pairs.some(([key, value]) => !isRequirement(key, 'In', [value]))) return undefined;
  if (
    expressions.some(
      (expression) =>
        !isRequirement(text(expression, 'key'), text(expression, 'operator'), strings(expression, 'values')),
    )
  )
    return undefined;
  return (labels) =>
    pairs.every(([key, value]) => labels.get(key) === value) &&
    expressions.every((expression) => meets(expression, labels));
}

function isRequirement(key: string, operator: string, values: readonly string[]): boolean {
  if (qualifiedName(key).length > 0 || values.some((value) => labelValue(value).length > 0)) return false;
  if (operator === 'In' || operator === 'NotIn') return values.length > 0;
  return (operator === 'Exists' || operator === 'DoesNotExist') && values.length === 0;
}

function meets(expression: Obj, labels: ReadonlyMap<string, string>): boolean {
  const [value, values] = [labels.get(text(expression, 'key')), strings(expression, 'values')];
  switch (text(expression, 'operator')) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    default:
      return value === undefined;
  }
}

export function isEmptySelector(selector: Obj): boolean {
  return texts(selector, 'matchLabels').length + structs(selector, 'matchExpressions').length === 0;
}

export function labelsOf(metadata: Obj): ReadonlyMap<string, string> {
  return new Map(texts(metadata, 'labels'));
}
