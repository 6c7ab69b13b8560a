import { table } from './table.js';

/**
 * A type as one word: `s` string, `b` boolean, `i` int32, `l` int64, `d` float, `q` quantity, `p` int or string, `t` and
 * `T` times, `y` base64, `o` any mapping, `*` anything, `A` `B` `S` the either-ors of CRD schemas, `[x` list of x,
 * `{x` map of x, and the number of an object type.
 */
export type TypeWord = string;

export interface FieldType {
  readonly type: TypeWord;
  readonly required: boolean;
  /** The fields that tell the items of a list apart. */
  readonly listKeys: readonly string[];
  /** Minor of Kubernetes 1 with which it came; 0 where it was there in the oldest version of the table. */
  readonly since: number;
  /** Minor that is without it; Infinity where the newest one has it. */
  readonly until: number;
}

export interface ObjectType {
  readonly name: string;
  readonly fields: ReadonlyMap<string, FieldType>;
  /** Fields that the OpenAPI file wants. */
  readonly required: readonly string[];
}

export interface KindType {
  readonly type: number;
  readonly namespaced: boolean;
  /** False for what is only ever an answer or a part: `PodList`, `Scale`. */
  readonly served: boolean;
  readonly since: number;
  readonly until: number;
}

const lines = table.split('\n');
const types: (ObjectType | undefined)[] = [];
const fieldForm = /^([^:]+):([^!@<>]+)(!)?(?:@([^<>]+))?(?:>(\d+))?(?:<(\d+))?$/;

function parseField(word: string): [string, FieldType] {
  const [, name = '', type = '*', required, keys, since, until] = fieldForm.exec(word) ?? [];
  const listKeys = keys?.split('+') ?? [];
  return [
    name,
    {
      type,
      required: required === '!',
      listKeys,
      since: Number(since ?? 0),
      until: Number(until ?? Number.POSITIVE_INFINITY),
    },
  ];
}

/** A type of the table, read when it is first asked for. */
export function objectType(number: number): ObjectType {
  const known = types[number];
  if (known !== undefined) return known;
  const [name = '', , ...fields] = (lines[number] ?? '').split(' ');
  const map = new Map(fields.filter((word) => word !== '').map(parseField));
  const type = { name, fields: map, required: [...map].flatMap(([field, { required }]) => (required ? field : [])) };
  types[number] = type;
  return type;
}

const kindForm = /^([^=]+)=([NCX])(?:>(\d+))?(?:<(\d+))?$/;
let kinds: ReadonlyMap<string, KindType> | undefined;

function readKinds(): ReadonlyMap<string, KindType> {
  const found = new Map<string, KindType>();
  lines.forEach((line, type) => {
    const start = line.indexOf(' ') + 1;
    const end = line.indexOf(' ', start);
    if (end === start) return;
    for (const word of line.slice(start, end).split(',')) {
      const [, id = '', scope, since, until] = kindForm.exec(word) ?? [];
      found.set(id, {
        type,
        namespaced: scope === 'N',
        served: scope !== 'X',
        since: Number(since ?? 0),
        until: Number(until ?? Number.POSITIVE_INFINITY),
      });
    }
  });
  return found;
}

/** `group/version/Kind`, the group empty for `v1`. */
export function kindId(apiVersion: string, kind: string): string {
  return `${apiVersion.includes('/') ? apiVersion : `/${apiVersion}`}/${kind}`;
}

export function kindType(id: string): KindType | undefined {
  kinds ??= readKinds();
  return kinds.get(id);
}

/** All kinds of the table: for suggestions. */
export function knownKinds(): Iterable<string> {
  kinds ??= readKinds();
  return kinds.keys();
}
