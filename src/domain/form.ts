/**
 * Looks at data that came from outside.
 *
 * @returns the path of what has not the form, `stages[2].verdict`, or undefined where all is well.
 */
export type Form = (value: unknown, path: string) => string | undefined;

const when =
  (is: (value: unknown) => boolean): Form =>
  (value, path) =>
    is(value) ? undefined : path;

export const text: Form = when((value) => typeof value === 'string');
export const flag: Form = when((value) => typeof value === 'boolean');
/** A finite number that is not negative: sizes, counts, durations. */
export const amount: Form = when((value) => typeof value === 'number' && Number.isFinite(value) && value >= 0);
/** A finite number; a moment may be before another. */
export const moment: Form = when((value) => typeof value === 'number' && Number.isFinite(value));
/** ISO 8601 in UTC. */
export const instant: Form = when(
  (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value),
);

export function oneOf(values: readonly string[]): Form {
  return when((value) => typeof value === 'string' && values.includes(value));
}

export function orNull(form: Form): Form {
  return (value, path) => (value === null ? undefined : form(value, path));
}

export function optional(form: Form): Form {
  return (value, path) => (value === undefined ? undefined : form(value, path));
}

export function listOf(form: Form): Form {
  return (value, path) => {
    if (!Array.isArray(value)) return path;
    for (const [i, entry] of value.entries()) {
      const fault = form(entry, `${path}[${i}]`);
      if (fault !== undefined) return fault;
    }
    return undefined;
  };
}

export function mapOf(form: Form): Form {
  return (value, path) => {
    if (!isFields(value)) return path;
    const fault = Object.entries(value).find(([key, entry]) => form(entry, key) !== undefined);
    return fault === undefined ? undefined : `${path}.${fault[0]}`;
  };
}

/** Fields that have to be there; others are let be. */
export function fields(forms: Readonly<Record<string, Form>>): Form {
  return (value, path) => {
    if (!isFields(value)) return path;
    for (const [key, form] of Object.entries(forms)) {
      const fault = form(value[key], path === '' ? key : `${path}.${key}`);
      if (fault !== undefined) return fault;
    }
    return undefined;
  };
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
