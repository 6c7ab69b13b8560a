import {
  customSamples,
  externalValues,
  type MetricsError,
  objectValue,
  resourceSamples,
  type Sample,
} from '../../../src/autoscaler/sample.js';
import { differences, json, type Replayed } from './wire.js';

export interface SamplesLine {
  readonly id: string;
  readonly call: string;
  readonly resource?: string;
  readonly container?: string;
  readonly response: { readonly items: readonly never[] };
  readonly expected: object;
}

const calls = ['GetResourceMetric', 'GetRawMetric', 'GetObjectMetric', 'GetExternalMetric'];

export function isSamplesLine(line: object): line is SamplesLine {
  return 'call' in line && calls.includes(String(line.call)) && 'response' in line;
}

function parse(line: SamplesLine): readonly Sample[] | bigint | readonly bigint[] | MetricsError {
  const list = { items: line.response.items ?? [] };
  switch (line.call) {
    case 'GetResourceMetric':
      return resourceSamples(list, line.resource ?? '', line.container);
    case 'GetRawMetric':
      return customSamples(list);
    case 'GetObjectMetric':
      return objectValue(list);
    default:
      return externalValues(list);
  }
}

const field: Record<string, string> = { GetObjectMetric: 'milliValue', GetExternalMetric: 'milliValues' };

function wire(found: readonly Sample[] | bigint | readonly bigint[]): unknown {
  if (typeof found === 'bigint') return json(found);
  return found.map((each) =>
    typeof each === 'bigint' ? json(each) : [each.pod, json(each.milli), each.timestamp, each.windowSeconds],
  );
}

export function replaySamples(line: SamplesLine): Replayed {
  const found = parse(line);
  const name = field[line.call] ?? 'samples';
  const failed = typeof found === 'object' && 'error' in found;
  const actual = failed
    ? { ...(name in line.expected ? { [name]: null } : {}), error: found.error }
    : { [name]: wire(found), error: null };
  return { kind: 'samples', id: line.id, differences: differences(line.expected, actual) };
}
