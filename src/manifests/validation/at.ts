import type { Path } from '../manifest.js';

type Step = string | number;

/** A place in an object while it is judged: as the API server writes it, and as steps. Text is made only for findings. */
export class At {
  readonly #parent: At | undefined;
  readonly #text: string;
  readonly #steps: readonly Step[];

  constructor(parent: At | undefined, text: string, steps: readonly Step[]) {
    this.#parent = parent;
    this.#text = text;
    this.#steps = steps;
  }

  /** A field. */
  in(name: string): At {
    return new At(this, this.#parent === undefined && this.#text === '' ? name : `.${name}`, [name]);
  }

  /** An item of a list; `shown` where the server, which drops some items first, counts to another number. */
  item(index: number, shown = index): At {
    return new At(this, `[${shown}]`, [index]);
  }

  /** A step that the server does not name. */
  unnamed(...steps: Step[]): At {
    return new At(this, '', steps);
  }

  /** A key of a map. */
  key(key: string): At {
    return new At(this, `[${key}]`, [key]);
  }

  /** A field that the server calls by another name than the one it has in the object. */
  called(name: string, ...steps: Step[]): At {
    return new At(this, this.#parent === undefined && this.#text === '' ? name : `.${name}`, steps);
  }

  get field(): string {
    return (this.#parent?.field ?? '') + this.#text;
  }

  get path(): Path {
    return [...(this.#parent?.path ?? []), ...this.#steps];
  }
}

/** The object itself. */
export const root = new At(undefined, '', []);
