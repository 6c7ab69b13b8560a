import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';

/** Which rooms of src/ a room may import from, besides itself. What is not listed is forbidden. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  autoscaler: ['domain'],
  manifests: ['domain'],
  ports: ['domain', 'autoscaler', 'manifests'],
  stages: ['domain', 'autoscaler', 'manifests', 'ports'],
  adapters: ['domain', 'autoscaler', 'manifests', 'ports'],
  reports: ['domain', 'autoscaler', 'manifests', 'ports'],
  teardown: ['domain', 'ports'],
  pipeline: ['domain', 'autoscaler', 'manifests', 'ports', 'stages', 'reports'],
  entry: ['domain', 'autoscaler', 'manifests', 'ports', 'stages', 'adapters', 'reports', 'pipeline', 'teardown'],
  index: [
    'domain',
    'autoscaler',
    'manifests',
    'ports',
    'stages',
    'adapters',
    'reports',
    'pipeline',
    'teardown',
    'entry',
  ],
};

/** The doors through which a package may come in; a package without a door is not used. */
const doors: Readonly<Record<string, readonly string[]>> = {
  '@actions/core': ['entry/action', 'adapters/github'],
  '@actions/exec': ['adapters/github'],
  '@actions/github': ['adapters/github'],
  '@actions/artifact': ['adapters/github'],
  '@kubernetes/client-node': ['adapters/kubernetes'],
  undici: ['adapters/http'],
  ioredis: ['adapters/ioredis'],
  '@marcbachmann/cel-js': ['adapters/cel'],
  yaml: ['adapters/yaml'],
  execa: ['adapters/node'],
  commander: ['entry/cli'],
};

/** Rooms that may look at the machine; the others are pure, or look through ports. */
const worldly: readonly string[] = ['adapters', 'entry'];
/** Node modules without I/O, allowed everywhere. */
const harmless: readonly string[] = ['node:crypto', 'node:path', 'node:util'];

const src = path.resolve('src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const roomOf = (file: string): string => (file.split(path.sep)[0] ?? '').replace(/\.[jt]s$/, '');
const importsOf = (file: string): string[] =>
  [...readFileSync(path.join(src, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^'\s,]+)'/g)].map(
    ([, name]) => name ?? '',
  );
const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

function trespass(file: string, name: string): string | undefined {
  const room = roomOf(file);
  if (name.startsWith('node:')) {
    return worldly.includes(room) || harmless.includes(name) ? undefined : `${file} → ${name}: ${room} does no I/O`;
  }
  if (!name.startsWith('.')) {
    const open = doors[packageOf(name)] ?? [];
    return open.some((door) => file.startsWith(`${door}/`) || file === `${door}.ts`)
      ? undefined
      : `${file} → ${name}: its door is ${open.join(', ') || 'nowhere'}`;
  }
  const target = path.relative(src, path.resolve(src, path.dirname(file), name));
  const targetRoom = roomOf(target);
  if (targetRoom === room) return undefined;
  return mayImport[room]?.includes(targetRoom) ? undefined : `${file} → ${target}: ${room} may not see ${targetRoom}`;
}

/** Adapters are one folder per outside thing, and stages one per step: neither looks into its neighbour. */
function neighbour(file: string, name: string): string | undefined {
  if (!name.startsWith('.')) return undefined;
  const [room, folder] = file.split('/');
  const target = path.relative(src, path.resolve(src, path.dirname(file), name)).split('/');
  if (room !== 'adapters' && room !== 'stages') return undefined;
  if (target[0] !== room || target[1] === folder || target.length < 3) return undefined;
  return `${file} → ${target.join('/')}: ${room}/${folder} may not see ${room}/${target[1]}`;
}

function circles(): string[] {
  const arrows = new Map(
    files.map((file) => [
      file,
      importsOf(file)
        .filter((name) => name.startsWith('.'))
        .map((name) => path.relative(src, path.resolve(src, path.dirname(file), name)).replace(/\.js$/, '.ts')),
    ]),
  );
  const found: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const visit = (file: string, trail: readonly string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      found.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
      return;
    }
    state.set(file, 'open');
    for (const next of arrows.get(file) ?? []) visit(next, [...trail, file]);
    state.set(file, 'done');
  };
  for (const file of files) visit(file, []);
  return found;
}

describe('architecture', () => {
  test('there are files to look at', () => expect(files.length).toBeGreaterThan(5));

  test('a room imports only what it may see, and a package only through its door', () => {
    expect(files.flatMap((file) => importsOf(file).flatMap((name) => trespass(file, name) ?? []))).toEqual([]);
  });

  test('stages and adapters do not look into each other', () => {
    expect(files.flatMap((file) => importsOf(file).flatMap((name) => neighbour(file, name) ?? []))).toEqual([]);
  });

  test('there is no import circle', () => expect(circles()).toEqual([]));

  test('no drawer without a name', () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc|shared|types)(\.ts|\/)/.test(file))).toEqual([]);
  });

  test('no file is over 250 lines', () => {
    const long = files.filter((file) => readFileSync(path.join(src, file), 'utf8').split('\n').length > 251);
    expect(long).toEqual([]);
  });
});
