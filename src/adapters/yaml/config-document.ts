import { isMap, isScalar, LineCounter, type Pair, parseDocument } from 'yaml';
import type { Position } from '../../domain/location.js';

export type ConfigPath = readonly (string | number)[];

/** A YAML text as plain data, with the way back to the characters. */
export interface ConfigDocument {
  /** Plain data; undefined where the text does not parse. */
  readonly value: unknown;
  readonly faults: readonly { readonly message: string; readonly at: Position }[];
  /** Where the key or the value of a path is; of the nearest parent where the path itself is not there. */
  locate(path: ConfigPath, what: 'key' | 'value'): Position;
  /** How a scalar is written: `1.30`, which as a number is 1.3. */
  source(path: ConfigPath): string | undefined;
}

const start: Position = { line: 1, column: 1 };

/** Reads one YAML document: core schema of YAML 1.2, in which `off` is a word and no boolean. */
export function readConfigDocument(text: string): ConfigDocument {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const position = (offset: number | undefined): Position => {
    if (offset === undefined) return start;
    const { line, col } = counter.linePos(offset);
    return line === 0 ? start : { line, column: col };
  };
  const faults = document.errors.map(({ message, pos }) => ({ message, at: position(pos[0]) }));
  const pairAt = (path: ConfigPath): Pair | undefined => {
    const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
    const key = path.at(-1);
    return isMap(parent)
      ? parent.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key)
      : undefined;
  };
  const locate = (path: ConfigPath, what: 'key' | 'value'): Position => {
    if (path.length === 0) return position(rangeStart(document.contents));
    const node = what === 'key' ? (pairAt(path)?.key ?? document.getIn(path, true)) : document.getIn(path, true);
    const offset = rangeStart(node) ?? rangeStart(pairAt(path)?.key);
    return offset === undefined ? locate(path.slice(0, -1), 'key') : position(offset);
  };
  const source = (path: ConfigPath): string | undefined => {
    const node = document.getIn(path, true);
    return isScalar(node) ? node.source : undefined;
  };
  try {
    return { value: faults.length === 0 ? document.toJS() : undefined, faults, locate, source };
  } catch (error) {
    // An alias that expands beyond every measure, or to nothing, is found only here.
    return { value: undefined, faults: [{ message: String(error), at: start }], locate, source };
  }
}

function rangeStart(node: unknown): number | undefined {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
    ? Number(node.range[0])
    : undefined;
}
