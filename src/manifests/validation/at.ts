import type { Path } from '../manifest.js';

type Step = string | number;
type Form = 'field' | 'item' | 'unnamed';

/** A place in an object while it is judged: as the API server writes it, and as steps. Text is made only for findings. */
export class At {
  readonly #parent: At | undefined;
  readonly #form: Form;
  readonly #name: Step;
  /** Where it is not the name. */
  readonly #steps: readonly Step[] | undefined;

  constructor(parent: At | undefined, form: Form, name: Step, steps?: readonly Step[]) {
    this.#parent = parent;
    this.#form = form;
    this.#name = name;
    this.#steps = steps;
  }

  /** A field. */
  in(name: string): At {
    return new At(this, 'field', name);
  }

  /** An item of a list; `shown` where the server, which drops some items first, counts to another number. */
  item(index: number, shown = index): At {
    return shown === index ? new At(this, 'item', index) : new At(this, 'item', shown, [index]);
  }

  /** A step that the server does not name. */
  unnamed(...steps: Step[]): At {
    return new At(this, 'unnamed', '', steps);
  }

  /** A key of a map. */
  key(key: string): At {
    return new At(this, 'item', key);
  }

  /** A field that the server calls by another name than the one it has in the object. */
  called(name: string, ...steps: Step[]): At {
    return new At(this, 'field', name, steps);
  }

  get field(): string {
    if (this.#parent === undefined) return '';
    const { field } = this.#parent;
    if (this.#form === 'unnamed') return field;
    if (this.#form === 'item') return `${field}[${this.#name}]`;
    return this.#parent.#parent === undefined ? String(this.#name) : `${field}.${this.#name}`;
  }

  get path(): Path {
    return this.#parent === undefined ? [] : [...this.#parent.path, ...(this.#steps ?? [this.#name])];
  }
}

/** The object itself. */
export const root = new At(undefined, 'field', '');
