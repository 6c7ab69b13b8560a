/** What a value may be. The parser, the JSON Schema, action.yml, the flags and the docs are all made from this. */
export type Kind =
  | { readonly type: 'text'; readonly shape?: Shape; readonly names?: PathSort }
  | { readonly type: 'integer' | 'number'; readonly min: number; readonly max: number }
  | { readonly type: 'boolean' }
  | { readonly type: 'duration'; readonly unit: DurationUnit }
  | { readonly type: 'choice'; readonly values: readonly string[] }
  | { readonly type: 'list'; readonly of: Kind }
  | { readonly type: 'map'; readonly of: Kind }
  | RecordKind;

/**
 * A text that names a file or a folder. What belongs to the service has to be in the checkout; what belongs to the machine
 * (a kubeconfig, a folder of tools) may be anywhere, where a person names it.
 */
export type PathSort = 'path' | 'machine-path';

/** Unit of the number in the spec; people write `90s`, `5m` or `500ms`. */
export type DurationUnit = 'seconds' | 'milliseconds';

/** A pattern, with the words that a message uses for it. */
export interface Shape {
  readonly pattern: RegExp;
  readonly expected: string;
  /** Written without quotes, `steady: p(95)<250` is a pair in YAML: with these keys and values it is taken as that text. */
  readonly pair?: { readonly keys: readonly string[]; readonly value: RegExp };
}

export interface RecordKind {
  readonly type: 'record';
  readonly fields: Readonly<Record<string, Field>>;
  /** Whether exactly one of the fields has to be there. */
  readonly exactlyOne?: boolean;
  /** The same record as one line of text, for inputs and flags. */
  readonly short?: { readonly form: string; read(text: string): Readonly<Record<string, unknown>> | undefined };
}

export interface Field {
  readonly kind: Kind;
  readonly required: boolean;
  readonly description: string;
}

/**
 * One option. `Value` is what the spec holds; an option without a default may be undefined.
 * The name is not here: it is the key under which a section holds the option.
 */
export interface Option<Value> {
  readonly kind: Kind;
  readonly description: string;
  readonly default: Value;
}

export interface Range {
  readonly min: number;
  readonly max: number;
}

export function text(description: string): Option<string | undefined>;
export function text(description: string, value: string): Option<string>;
export function text(description: string, value?: string): Option<string | undefined> {
  return { kind: { type: 'text' }, description, default: value };
}

export const pathKind: Kind = { type: 'text', names: 'path' };

/** A file or a folder; relative ones are below the folder of the service. */
export function file(description: string): Option<string | undefined>;
export function file(description: string, value: string): Option<string>;
export function file(description: string, value?: string): Option<string | undefined> {
  return { kind: pathKind, description, default: value };
}

/** The same, of the machine. */
export function machineFile(description: string): Option<string | undefined> {
  return { kind: { type: 'text', names: 'machine-path' }, description, default: undefined };
}

export function shaped(shape: Shape, description: string): Option<string | undefined>;
export function shaped(shape: Shape, description: string, value: string): Option<string>;
export function shaped(shape: Shape, description: string, value?: string): Option<string | undefined> {
  return { kind: { type: 'text', shape }, description, default: value };
}

export function integer(range: Range, description: string): Option<number | undefined>;
export function integer(range: Range, description: string, value: number): Option<number>;
export function integer(range: Range, description: string, value?: number): Option<number | undefined> {
  return { kind: { type: 'integer', ...range }, description, default: value };
}

export function number(range: Range, description: string): Option<number | undefined>;
export function number(range: Range, description: string, value: number): Option<number>;
export function number(range: Range, description: string, value?: number): Option<number | undefined> {
  return { kind: { type: 'number', ...range }, description, default: value };
}

export function boolean(description: string, value: boolean): Option<boolean> {
  return { kind: { type: 'boolean' }, description, default: value };
}

/** The key of a duration ends in `Seconds` or `Ms` and says the unit; the option that people write has no such ending. */
export function duration(unit: DurationUnit, description: string): Option<number | undefined>;
export function duration(unit: DurationUnit, description: string, value: number): Option<number>;
export function duration(unit: DurationUnit, description: string, value?: number): Option<number | undefined> {
  return { kind: { type: 'duration', unit }, description, default: value };
}

export function choice<const V extends string>(values: readonly V[], description: string): Option<V | undefined>;
export function choice<const V extends string>(values: readonly V[], description: string, value: NoInfer<V>): Option<V>;
export function choice<V extends string>(values: readonly V[], description: string, value?: V): Option<V | undefined> {
  return { kind: { type: 'choice', values }, description, default: value };
}

export function list<V>(of: Kind, description: string, value: readonly V[]): Option<readonly V[]> {
  return { kind: { type: 'list', of }, description, default: value };
}

export function map<V>(of: Kind, description: string): Option<Readonly<Record<string, V>>> {
  return { kind: { type: 'map', of }, description, default: {} };
}

/** The values that a section of options stands for. */
export type ValuesOf<Section> = {
  readonly [Key in keyof Section]: Section[Key] extends Option<infer Value> ? Value : never;
};
