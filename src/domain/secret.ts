const values = new WeakMap<Secret, string>();

/**
 * A value that must not be seen. Whatever prints it, prints `***`; `reveal` is the only way to it, and is called where
 * the value leaves for the place that it is for.
 */
export class Secret {
  constructor(value: string) {
    values.set(this, value);
  }

  reveal(): string {
    return values.get(this) ?? '';
  }

  toString(): string {
    return '***';
  }

  toJSON(): string {
    return '***';
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '***';
  }
}
