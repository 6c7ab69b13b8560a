/** Ways to break a document. Each takes the text, a chosen place and a source of chance, and gives the new text or undefined. */
import { isMap, isScalar, isSeq } from 'yaml';
import { oddValue, valueFor } from './values.mjs';

function cut(text, [from, to], instead) {
  return text.slice(0, from) + instead + text.slice(to);
}

function range(node) {
  return [node.range[0], node.range[1]];
}

/** The end of line that a block collection has within its range. */
function lineEnd(text, node) {
  return text.charAt(node.range[1] - 1) === '\n' ? '\n' : '';
}

function lineOf(text, offset) {
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return [from, end < 0 ? text.length : end + 1];
}

/** The lines of a block pair: from its key to the last line of its value. */
function linesOf(text, { key, value }) {
  const from = lineOf(text, key.range[0])[0];
  return [from, lineOf(text, Math.max(key.range[0], (value?.range?.[1] ?? key.range[1]) - 1))[1]];
}

function ownLine(text, { key }) {
  return /^\s*(- )*$/.test(text.slice(lineOf(text, key.range[0])[0], key.range[0]));
}

/** A plain line of its own, which no dash begins. */
function plainLine(text, { key }) {
  return /^\s*$/.test(text.slice(lineOf(text, key.range[0])[0], key.range[0]));
}

function typo(random, word) {
  const at = random.below(word.length);
  const mixed = random.of([
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word.charAt(at) + word.slice(at),
    word.charAt(0).toUpperCase() + word.slice(1),
    word.toLowerCase(),
    `${word}s`,
    word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  ]);
  return mixed === word || mixed === '' ? `${word}x` : mixed;
}

const pairOf = ({ pair }) => pair !== undefined && isScalar(pair.key) && pair.value?.range !== undefined;

export const operators = {
  value: {
    weight: 30,
    fits: ({ node, type }) => isScalar(node) && type !== undefined,
    apply: (text, { node, type, name }, random) => cut(text, range(node), valueFor(random, type, name)),
  },
  odd: {
    weight: 8,
    fits: ({ node }) => node?.range !== undefined,
    apply: (text, { node }, random) => cut(text, range(node), `${oddValue(random)}${lineEnd(text, node)}`),
  },
  put: {
    weight: 40,
    fits: ({ node, fields }) => isMap(node) && fields !== undefined && node.items.length > 0,
    apply(text, { node, fields }, random) {
      const there = new Set(node.items.map(({ key }) => String(key.value ?? key)));
      const free = [...fields].filter(
        ([name, { since, until }]) => !there.has(name) && since <= 34 && until > 34 && name !== 'managedFields',
      );
      if (free.length === 0) return undefined;
      const [name, { type }] = random.of(free);
      const entry = `${name}: ${valueFor(random, type, name)}`;
      if (node.flow) return cut(text, [node.range[0] + 1, node.range[0] + 1], `${entry}, `);
      const start = node.items[0].key.range[0];
      const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
      return cut(text, [start, start], `${entry}\n${indent}`);
    },
  },
  regrow: {
    weight: 12,
    fits: ({ node, type, pair }) => !isScalar(node) && type !== undefined && pair !== undefined && /^[[{\d]/.test(type),
    apply: (text, { node, type, name }, random) =>
      cut(text, range(node), `${valueFor(random, type, name)}${lineEnd(text, node)}`),
  },
  remove: {
    weight: 8,
    fits: (place) => pairOf(place) && !place.flow,
    apply: (text, { pair }) => (plainLine(text, pair) ? cut(text, linesOf(text, pair), '') : undefined),
  },
  drop: {
    weight: 5,
    fits: (place) => pairOf(place) && place.flow,
    apply: (text, { pair }) => cut(text, [pair.key.range[0], pair.value.range[1]], 'zz: 0'),
  },
  typo: {
    weight: 6,
    fits: pairOf,
    apply: (text, { pair }, random) => cut(text, range(pair.key), typo(random, String(pair.key.value))),
  },
  duplicateKey: {
    weight: 4,
    fits: (place) => pairOf(place) && !place.flow,
    apply(text, { pair }) {
      if (!plainLine(text, pair)) return undefined;
      const lines = linesOf(text, pair);
      const whole = text.slice(...lines);
      return cut(text, [lines[1], lines[1]], whole.endsWith('\n') ? whole : `\n${whole}`);
    },
  },
  duplicateItem: {
    weight: 8,
    fits: ({ node }) => isSeq(node) && node.items.length > 0 && node.items[0]?.range !== undefined,
    apply(text, { node }, random) {
      const item = random.of(node.items);
      if (node.flow) return cut(text, [item.range[0], item.range[0]], `${text.slice(...range(item))}, `);
      const dash = text.lastIndexOf('- ', item.range[0]);
      const [from] = lineOf(text, dash);
      const end = lineOf(text, Math.max(item.range[0], item.range[1] - 1))[1];
      const whole = text.slice(from, end);
      return cut(text, [end, end], whole.endsWith('\n') ? whole : `\n${whole}`);
    },
  },
  shift: {
    weight: 4,
    fits: (place) => pairOf(place) && !place.flow,
    apply(text, { pair }, random) {
      if (!ownLine(text, pair)) return undefined;
      const [from] = lineOf(text, pair.key.range[0]);
      return random.chance(0.5) ? cut(text, [from, from], '  ') : cut(text, [from, from + 2], '');
    },
  },
  lift: {
    weight: 4,
    fits: (place) => pairOf(place) && !place.flow && place.depth > 1,
    apply(text, { pair }) {
      if (!plainLine(text, pair)) return undefined;
      const lines = linesOf(text, pair);
      const lifted = text.slice(...lines).replaceAll(/^ {2}/gm, '');
      return cut(text, lines, lifted);
    },
  },
  swap: {
    weight: 5,
    fits: ({ node, type }) => isScalar(node) && type !== undefined && ['s', 'i', 'l', 'p', 'q'].includes(type),
    apply: (text, { node, others }, random) => cut(text, range(node), random.of(others)),
  },
};
