import type { Redactor } from './redactor.js';
import type { Report } from './report.js';

/** The same value with every string in it, keys included, redacted. For plain data: what has a prototype of its own stays. */
export function redactDeep<Value>(value: Value, redactor: Redactor): Value {
  return redactValue(value, redactor) as Value;
}

/** The report as it may leave the process: every renderer, artifact and comment is made from this one. */
export function redactReport(report: Report, redactor: Redactor): Report {
  return redactDeep(report, redactor);
}

function redactValue(value: unknown, redactor: Redactor): unknown {
  if (typeof value === 'string') return redactor.redact(value);
  if (Array.isArray(value)) return value.map((each) => redactValue(each, redactor));
  if (typeof value !== 'object' || value === null || !isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [redactor.redact(key), redactValue(each, redactor)]),
  );
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
