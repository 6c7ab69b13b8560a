import type { Problem } from '../schema/problem.js';
import type { At } from './at.js';

/** Collects what the API server's validation would say, in its causes. */
export class Faults {
  readonly problems: Problem[] = [];

  get count(): number {
    return this.problems.length;
  }

  #add(type: string, at: At, said: string, remediation?: string): void {
    const { field, path } = at;
    const message = `${field === '' ? 'the object' : `\`${field}\``} ${said}`;
    this.problems.push({
      stage: 'validate',
      type,
      field,
      path,
      message,
      ...(remediation === undefined ? {} : { remediation }),
    });
  }

  required(at: At, why = ''): void {
    this.#add('FieldValueRequired', at, why === '' ? 'is required' : `is required: ${why}`);
  }

  invalid(at: At, value: unknown, why: string): void {
    this.#add('FieldValueInvalid', at, `is ${show(value)}: ${why}`);
  }

  typeInvalid(at: At, value: unknown, why: string): void {
    this.#add('FieldValueTypeInvalid', at, `is ${show(value)}: ${why}`);
  }

  notSupported(at: At, value: unknown, supported: readonly string[]): void {
    const list = supported.map((word) => `\`${word}\``).join(', ');
    this.#add('FieldValueNotSupported', at, `is ${show(value)}, which is none of ${list}`, `Use one of ${list}.`);
  }

  duplicate(at: At, value: unknown): void {
    this.#add('FieldValueDuplicate', at, `is ${show(value)} a second time`, 'Give each its own.');
  }

  notFound(at: At, value: unknown): void {
    this.#add('FieldValueNotFound', at, `names ${show(value)}, which is not there`);
  }

  forbidden(at: At, why: string): void {
    this.#add('FieldValueForbidden', at, `is not allowed: ${why}`);
  }

  tooLong(at: At, most: number): void {
    this.#add('FieldValueTooLong', at, `is longer than ${most} bytes`);
  }

  tooMany(at: At, count: number, most: number): void {
    this.#add('FieldValueTooMany', at, `has ${count} items, more than ${most}`);
  }

  /** One fault for each reason. */
  all(at: At, value: unknown, reasons: readonly string[]): void {
    for (const reason of reasons) this.invalid(at, value, reason);
  }

  /** A value that must be one of a few; an empty one is missing. */
  oneOf(at: At, value: string, supported: readonly string[]): void {
    if (value === '') this.required(at);
    else if (!supported.includes(value)) this.notSupported(at, value, supported);
  }

  nonNegative(at: At, value: number | undefined): void {
    if (value !== undefined && value < 0) this.invalid(at, value, 'must be greater than or equal to 0');
  }

  positive(at: At, value: number | undefined): void {
    if ((value ?? 0) <= 0) this.invalid(at, value ?? 0, 'must be greater than zero');
  }
}

/** More items than are shown of any list, whatever they are. */
const enough = 60;

function show(value: unknown): string {
  const part = Array.isArray(value) ? value.slice(0, enough) : value;
  const text = typeof part === 'string' ? part : JSON.stringify(part);
  return `\`${text !== undefined && text.length > 80 ? `${text.slice(0, 77)}…` : text}\``;
}
