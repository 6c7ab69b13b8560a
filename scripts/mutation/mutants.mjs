import { createHash } from 'node:crypto';
import { parse } from '@babel/parser';

/** Operators that stand in for each other, one fault at a time. */
const operators = Object.assign(Object.create(null), {
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '**': ['*'],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '&&': ['||'],
  '||': ['&&'],
  '??': ['&&'],
  '+=': ['-='],
  '-=': ['+='],
  '*=': ['/='],
  '/=': ['*='],
  '&&=': ['||='],
  '||=': ['&&='],
  '??=': ['&&='],
  '++': ['--'],
  '--': ['++'],
});
const methods = Object.assign(Object.create(null), {
  some: 'every',
  every: 'some',
  min: 'max',
  max: 'min',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  floor: 'ceil',
  ceil: 'floor',
  find: 'findLast',
  findLast: 'find',
});
/** Calls that a forgetful author would have left out. */
const dropped = new Set(['filter', 'trim', 'toSorted', 'toReversed', 'slice', 'toLowerCase']);

const isText = (node) =>
  node.type === 'StringLiteral' ||
  node.type === 'TemplateLiteral' ||
  (node.type === 'BinaryExpression' && node.operator === '+' && (isText(node.left) || isText(node.right)));

/** Faults of one expression: its new text each, made from the source as it is. */
function faultsOf(node, parent, key, source) {
  const text = (one) => source.slice(one.start, one.end);
  const within = (one, start, end, by) => source.slice(one.start, start) + by + source.slice(end, one.end);
  // In parentheses of their own: `??` beside `&&` is no expression.
  const joined = ({ left, right }, to) => `(${text(left)}) ${to} (${text(right)})`;
  const faults = [];
  const add = (kind, by) => by !== undefined && faults.push({ kind, by });
  switch (node.type) {
    case 'BinaryExpression':
      if (node.operator === '+' && isText(node)) break;
      for (const to of operators[node.operator] ?? [])
        add(/[<>]/.test(to) ? 'comparison' : /=/.test(to) ? 'equality' : 'arithmetic', joined(node, to));
      break;
    case 'LogicalExpression':
      for (const to of operators[node.operator] ?? []) add('logic', joined(node, to));
      break;
    case 'AssignmentExpression':
      for (const to of operators[node.operator] ?? [])
        add('assignment', `${text(node.left)} ${to} ${text(node.right)}`);
      break;
    case 'UpdateExpression': {
      const to = operators[node.operator][0];
      add('update', node.prefix ? to + text(node.argument) : text(node.argument) + to);
      break;
    }
    case 'UnaryExpression':
      if (node.operator === '!') add('negation', text(node.argument));
      if (node.operator === '-') add('negation', `+(${text(node.argument)})`);
      break;
    case 'BooleanLiteral':
      add('boolean', String(!node.value));
      break;
    case 'NumericLiteral':
      add('number', String(node.value + 1));
      break;
    case 'StringLiteral':
      add('string', node.value === '' ? '"mutated"' : '""');
      break;
    case 'TemplateLiteral':
      if (parent.type !== 'TaggedTemplateExpression') add('string', '``');
      break;
    case 'ArrayExpression':
      add('array', node.elements.length === 0 ? '["mutated"]' : '[]');
      break;
    case 'ObjectExpression':
      if (node.properties.length > 0) add('object', '{}');
      break;
    case 'ArrowFunctionExpression':
      if (node.body.type !== 'BlockStatement') add('function', '() => undefined');
      break;
    case 'CallExpression':
    case 'OptionalCallExpression': {
      const { callee } = node;
      if (!/MemberExpression$/.test(callee.type) || callee.computed) break;
      const { name } = callee.property;
      if (methods[name]) add('method', within(node, callee.property.start, callee.property.end, methods[name]));
      if (dropped.has(name)) add('method', text(callee.object));
      break;
    }
  }
  const isTest =
    key === 'test' &&
    ['IfStatement', 'ConditionalExpression', 'WhileStatement', 'ForStatement', 'DoWhileStatement'].includes(
      parent.type,
    );
  if (isTest) {
    if (!/While|For/.test(parent.type)) add('condition', 'true');
    add('condition', 'false');
  }
  return faults;
}

const isChain = (node) => node.type === 'OptionalMemberExpression' || node.type === 'OptionalCallExpression';

/** The links of one optional chain, each made unconditional in turn; asked of its outermost node. */
function chainFaults(node, source) {
  const faults = [];
  for (let one = node; one !== undefined; one = one.object ?? one.callee ?? one.expression) {
    if (isChain(one) && one.optional) {
      const inner = one.object ?? one.callee;
      const at = source.indexOf('?.', inner.end);
      const member = one.type === 'OptionalMemberExpression' && !one.computed;
      faults.push({
        kind: 'optional chain',
        by: source.slice(node.start, at) + (member ? '.' : '') + source.slice(at + 2, node.end),
      });
    }
  }
  return faults;
}

/** Nodes whose text is no expression of the program, and what is below them neither. */
const skipped =
  /^(TS(?!AsExpression|NonNullExpression|SatisfiesExpression|InstantiationExpression)|Import|ExportAll|Directive)/;
const typeKeys = new Set([
  'typeAnnotation',
  'typeParameters',
  'typeArguments',
  'returnType',
  'superTypeParameters',
  'implements',
  'predicate',
  'leadingComments',
  'trailingComments',
  'innerComments',
  'loc',
  'extra',
]);

function isName(parent, key) {
  return (
    (key === 'key' && !parent.computed) ||
    (key === 'source' && /^(Import|Export)/.test(parent.type)) ||
    (key === 'property' && !parent.computed)
  );
}

/** Every fault that the operators above can make of a source, with its place; and the intervals that they stand in for. */
function intervalsOf(source) {
  const ast = parse(source, { sourceType: 'module', plugins: ['typescript'] });
  const intervals = [];
  const visit = (node, parent, key, chained) => {
    if (skipped.test(node.type)) return;
    if (node.type === 'ExportNamedDeclaration' && node.declaration == null) return;
    if (!(parent !== undefined && isName(parent, key))) {
      const faults = parent === undefined ? [] : faultsOf(node, parent, key, source);
      if (isChain(node) && !chained) faults.push(...chainFaults(node, source));
      if (node.type === 'BlockStatement' && node.body.length > 0)
        intervals.push({ start: node.start, end: node.end, faults: [{ kind: 'block', by: '{}' }], block: true });
      else if (faults.length > 0) intervals.push({ start: node.start, end: node.end, faults, block: false });
    }
    for (const [name, value] of Object.entries(node)) {
      if (typeKeys.has(name)) continue;
      const inChain =
        (isChain(node) || (chained && /^(Member|Call|TSNonNull)/.test(node.type))) &&
        (name === 'object' || name === 'callee' || name === 'expression');
      for (const child of Array.isArray(value) ? value : [value])
        if (typeof child?.type === 'string' && typeof child.start === 'number') visit(child, node, name, inChain);
    }
  };
  visit(ast.program, undefined, '', false);
  return intervals;
}

/**
 * A source with all of its mutants in it, asleep: `__m(n)` is true for the one that is awake.
 * `first` numbers the mutants over several files.
 */
export function mutated(source, file, first) {
  const lines = lineStarts(source);
  const intervals = intervalsOf(source).sort((a, b) => a.start - b.start || b.end - a.end);
  const mutants = [];
  let index = 0;
  const render = (from, to) => {
    let out = '';
    let at = from;
    while (index < intervals.length && intervals[index].start < to) {
      const { start, end, faults, block } = intervals[index];
      index += 1;
      out += source.slice(at, start);
      const numbered = faults.map(({ kind, by }) => {
        const id = first + mutants.length;
        mutants.push({
          id,
          file,
          line: lines.findLastIndex((one) => one <= start) + 1,
          kind,
          was: source.slice(start, end),
          by,
        });
        return { id, by };
      });
      // The same interval may stand twice: an expression and the statement's only child.
      const inner = render(start, end);
      if (block) out += `{ if (__m(${numbered[0].id})) {} else ${inner} }`;
      else out += `(${numbered.map(({ id, by }) => `__m(${id})?(${by}):`).join('')}(${inner}))`;
      at = end;
    }
    return out + source.slice(at, to);
  };
  return { code: render(0, source.length), mutants };
}

function lineStarts(source) {
  return [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

/** Two processes mean the same mutants by the same numbers, or they must not talk about them. */
export function digestOf(mutants) {
  return createHash('sha256').update(JSON.stringify(mutants)).digest('hex');
}
