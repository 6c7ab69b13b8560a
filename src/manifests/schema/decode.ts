import type { Json, JsonObject } from '../manifest.js';
import type { Mending } from '../mending/mending.js';
import { adviceOn, dotted, outOfVersion } from './advice.js';
import type { Problem } from './problem.js';
import { describeType, describeValue, scalarFits } from './scalars.js';
import { type FieldType, objectType, type TypeWord } from './type.js';

type Step = string | number;

/** What decoding an object as the API server does brings to light. */
export interface Decoded {
  /** The wrong type that Go's decoder meets first: it looks at keys in alphabetical order and tells one fault. */
  readonly type: Problem | undefined;
  readonly unknown: readonly Problem[];
  /** Required fields that are missing, by the OpenAPI file; the server itself asks for them in validation only. */
  readonly missing: readonly Problem[];
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a path comes before another where keys are sorted by their UTF-8 bytes. */
function before(a: readonly Step[], b: readonly Step[]): boolean {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const [left, right] = [a[index], b[index]];
    if (left === right) continue;
    return typeof left === 'number' && typeof right === 'number' ? left < right : String(left) < String(right);
  }
  return a.length < b.length;
}

/** Walks an object beside its type. */
class Decoder {
  #type: { path: Step[]; silent: boolean; value: Json; expected: TypeWord } | undefined;
  readonly #unknown: Problem[] = [];
  readonly #missing: Problem[] = [];
  readonly #path: Step[] = [];
  readonly #minor: number;
  readonly #root: number;
  #strict = true;

  constructor(root: number, minor: number) {
    this.#root = root;
    this.#minor = minor;
  }

  decode(value: JsonObject): Decoded {
    this.#fields(value, this.#root);
    return { type: this.#typeProblem(), unknown: this.#unknown, missing: this.#missing };
  }

  #typeProblem(): Problem | undefined {
    if (this.#type === undefined) return undefined;
    const { path, silent, value, expected } = this.#type;
    const steps = path.filter((step) => typeof step === 'string');
    const message = `\`${dotted(path)}\` must be ${describeType(expected)}, and is ${describeValue(value)}`;
    const field = silent ? '' : this.#goField(path, steps);
    return { stage: 'decode', type: 'Type', field, path, message, ...mendingOf(value, expected) };
  }

  /** Go names the fields of structs on the way, neither indexes nor the keys of maps. */
  #goField(path: readonly Step[], steps: readonly Step[]): string {
    let type: TypeWord = String(this.#root);
    const names: Step[] = [];
    for (const step of path) {
      if (type.startsWith('[') || type.startsWith('{')) type = type.slice(1);
      else if (/^\d+$/.test(type)) {
        names.push(step);
        type = objectType(Number(type)).fields.get(String(step))?.type ?? '*';
      } else return steps.join('.');
      if ('AS'.includes(type) || type === 'B') type = this.#schemaType(type);
    }
    return names.join('.');
  }

  #schemaType(type: TypeWord): TypeWord {
    return type === 'A' || type === 'B' || type === 'S' ? String(schemaProps()) : type;
  }

  #wrong(value: Json, expected: TypeWord, silent = false): void {
    if (this.#type !== undefined && before(this.#type.path, this.#path)) return;
    this.#type = { path: [...this.#path], silent, value, expected };
  }

  #value(value: Json, type: TypeWord): void {
    if (value === null) return;
    const first = type.charCodeAt(0);
    if (first === 91 /* [ */) this.#list(value, type);
    else if (first === 123 /* { */) this.#map(value, type);
    else if (first >= 48 && first <= 57) {
      if (isObject(value)) this.#fields(value, Number(type));
      else this.#wrong(value, type);
    } else if (type === 'A' || type === 'B' || type === 'S') this.#either(value, type);
    else {
      const fits = scalarFits(value, type);
      if (fits !== true) this.#wrong(value, type, fits === 'silent');
    }
  }

  #list(value: Json, type: TypeWord): void {
    if (!Array.isArray(value)) {
      this.#wrong(value, type);
      return;
    }
    const inner = type.slice(1);
    for (let index = 0; index < value.length; index++) {
      this.#path.push(index);
      this.#value(value[index] as Json, inner);
      this.#path.pop();
    }
  }

  #map(value: Json, type: TypeWord): void {
    if (!isObject(value)) {
      this.#wrong(value, type);
      return;
    }
    const inner = type.slice(1);
    for (const key of Object.keys(value)) {
      this.#path.push(key);
      this.#value(value[key] as Json, inner);
      this.#path.pop();
    }
  }

  /** Schemas within a CRD that have a decoder of their own: it is not strict. */
  #either(value: Json, type: TypeWord): void {
    const strict = this.#strict;
    this.#strict = false;
    if (isObject(value)) this.#fields(value, schemaProps());
    else if (type === 'A' && Array.isArray(value)) this.#list(value, `[${schemaProps()}`);
    else if (type === 'S' && Array.isArray(value)) this.#list(value, '[s');
    else if (type !== 'B' || typeof value !== 'boolean') this.#wrong(value, type, true);
    this.#strict = strict;
  }

  #fields(value: JsonObject, number: number): void {
    const { fields, required } = objectType(number);
    for (const key of Object.keys(value)) {
      const field = fields.get(key);
      this.#path.push(key);
      if (field === undefined || this.#minor < field.since || this.#minor >= field.until) this.#strange(number, field);
      else this.#value(value[key] as Json, field.type);
      this.#path.pop();
    }
    if (this.#strict)
      for (const name of required) if ((value[name] ?? null) === null) this.#absent(name, fields.get(name));
  }

  #absent(name: string, field: FieldType | undefined): void {
    if (field === undefined || this.#minor < field.since || this.#minor >= field.until) return;
    const path = [...this.#path, name];
    this.#missing.push({
      stage: 'validate',
      type: 'FieldValueRequired',
      field: dotted(path),
      path,
      message: `\`${dotted(path)}\` is missing`,
    });
  }

  #strange(number: number, field: FieldType | undefined): void {
    if (!this.#strict) return;
    const path = [...this.#path];
    const name = dotted(path);
    const { message, remediation, meant } =
      field === undefined ? adviceOn(path, number, this.#root) : outOfVersion(name, field, this.#minor);
    this.#unknown.push({
      stage: 'strict',
      type: 'UnknownField',
      field: name,
      path,
      message,
      remediation,
      ...renaming(meant),
    });
  }
}

/** A scalar of the wrong type whose right form is the same characters, with or without quotes. */
function mendingOf(value: Json, expected: TypeWord): { readonly mending?: Mending } {
  if (expected === 's' && (typeof value === 'number' || typeof value === 'boolean'))
    return { mending: { action: 'quote' } };
  const fits = typeof value === 'string' && (expected === 'b' ? /^(true|false)$/ : /^-?\d+$/).test(value);
  return fits && ['b', 'i', 'l'].includes(expected) ? { mending: { action: 'unquote' } } : {};
}

function renaming(meant: string | undefined): { readonly mending?: Mending } {
  return meant === undefined ? {} : { mending: { action: 'rename', to: meant } };
}

let schemaNumber: number | undefined;
function schemaProps(): number {
  schemaNumber ??= Number(objectType(findType('CustomResourceValidation')).fields.get('openAPIV3Schema')?.type ?? 0);
  return schemaNumber;
}

function findType(name: string): number {
  for (let number = 0; ; number++) {
    const type = objectType(number);
    if (type.name === name || type.name === '') return number;
  }
}

/** Decodes an object as its kind, as Kubernetes 1.`minor` does with strict field validation. */
export function decode(value: JsonObject, type: number, minor: number): Decoded {
  return new Decoder(type, minor).decode(value);
}
