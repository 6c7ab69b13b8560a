import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const source = readFileSync('src/entry/cli/main.ts', 'utf8');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sg-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A bundle as the build makes it: the door with a digest, a piece, and a second piece that is loaded later. */
function bundleOf(name: string, digest: string, said: string): string {
  const at = path.join(folder, name);
  mkdirSync(at, { recursive: true });
  const door = stripTypeScriptTypes(source).replace("'unbuilt'", `'${digest}'`);
  writeFileSync(path.join(at, 'index.mjs'), door);
  const entry =
    'exports.commandLine = async (argv) => { const { say } = require("./1.cjs"); say(argv[2]); return 3; };';
  writeFileSync(path.join(at, 'command-line.cjs'), entry);
  writeFileSync(path.join(at, '1.cjs'), `exports.say = (word) => console.log(word, ${JSON.stringify(said)});`);
  return path.join(at, 'index.mjs');
}

function run(door: string, word: string, home: string, flags: readonly string[] = []) {
  const env = { ...process.env, HOME: home, NODE_OPTIONS: '', NODE_COMPILE_CACHE: '' };
  const { stdout, status } = spawnSync(process.execPath, [...flags, door, word], { encoding: 'utf8', env });
  return { said: stdout.trim(), status };
}

const homeOf = (name: string): string => path.join(folder, name);
const kept = (home: string): readonly string[] =>
  readdirSync(path.join(home, '.cache', 'scale-gate')).map((name) => name.split('-v')[0] ?? name);

describe('the door of the command line', () => {
  test('loads nothing but what is part of Node and of its start', () => {
    const imported = [...source.matchAll(/^import (?!type )[^;]*?from '([^']+)'/gm)].map(([, name]) => name);
    expect(imported).toEqual(['node:fs', 'node:module', 'node:os', 'node:path', 'node:vm']);
  });

  test('has a place for the digest that the build puts there', () => {
    expect(source.split("'unbuilt'")).toHaveLength(2);
  });

  test('gives the exit code of the bundle, with code kept and without', () => {
    const [door, home] = [bundleOf('one', 'aaaaaaaaaaaaaaaa', 'first'), homeOf('home-one')];
    const runs = [1, 2].map(() => run(door, 'lint', home));
    expect(runs).toEqual(Array.from({ length: 2 }, () => ({ said: 'lint first', status: 3 })));
    expect(kept(home).toSorted()).toEqual(['1.cjs', 'command-line.cjs']);
  });

  test('deletes the drafts of processes that were killed over them, and of no other', () => {
    const [door, home] = [bundleOf('swept', 'aaaaaaaaaaaaaaaa', 'x'), homeOf('home-swept')];
    const cache = path.join(home, '.cache', 'scale-gate');
    mkdirSync(cache, { recursive: true });
    const gone = spawnSync(process.execPath, ['--version']).pid;
    const names = [gone, process.pid].map((pid) => `1.cjs-${process.version}-${process.arch}.${pid}`);
    for (const name of [...names, `kept-${process.version}-${process.arch}`]) writeFileSync(path.join(cache, name), '');
    run(door, 'lint', home);
    expect(readdirSync(cache)).toEqual(expect.arrayContaining([names[1], `kept-${process.version}-${process.arch}`]));
    expect(readdirSync(cache)).not.toContain(names[0]);
  });

  test.each([
    ['is thrown where nobody waits for it', 'setTimeout(() => { throw new Error("a bug"); }, 1)'],
    ['is a promise that nobody waits for', 'Promise.reject(new Error("a bug"))'],
  ])('gives no verdict for a bug that %s', (name, bug) => {
    const door = bundleOf(name.slice(0, 8), 'aaaaaaaaaaaaaaaa', 'x');
    const entry = `exports.commandLine = () => new Promise((resolve) => { ${bug}; setTimeout(resolve, 500, 0); });`;
    writeFileSync(path.join(path.dirname(door), 'command-line.cjs'), entry);
    expect(run(door, 'run', homeOf('home-bug')).status).toBe(70);
  });

  test('goes on when whoever reads the output has gone away', async () => {
    const door = bundleOf('unread', 'aaaaaaaaaaaaaaaa', 'x');
    const entry = `exports.commandLine = async () => {
      for (let line = 0; line < 20; line++) { console.log('a line'); await new Promise((resolve) => setTimeout(resolve, 10)); }
      return 4;
    };`;
    writeFileSync(path.join(path.dirname(door), 'command-line.cjs'), entry);
    const child = spawn(process.execPath, [door, 'run'], {
      env: { ...process.env, HOME: homeOf('home-unread') },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(4);
  });

  test('takes no kept code of another bundle, though sources are of one length', () => {
    const home = homeOf('home-two');
    expect(run(bundleOf('two', 'aaaaaaaaaaaaaaaa', 'older'), 'lint', home).said).toBe('lint older');
    expect(run(bundleOf('two', 'bbbbbbbbbbbbbbbb', 'newer'), 'lint', home).said).toBe('lint newer');
  });

  test('passes over what V8 does not take, and the next run makes it anew', () => {
    const [door, home] = [bundleOf('three', 'aaaaaaaaaaaaaaaa', 'whole'), homeOf('home-three')];
    run(door, 'lint', home);
    const cache = path.join(home, '.cache', 'scale-gate');
    const files = readdirSync(cache).map((name) => path.join(cache, name));
    for (const file of files) writeFileSync(file, readFileSync(file).subarray(0, 60));
    expect([1, 2].map(() => run(door, 'lint', home).said)).toEqual(['lint whole', 'lint whole']);
    expect(files.every((file) => readFileSync(file).length > 60)).toBe(true);
  });

  test('keeps the code of functions that no run has called, also after a run under other flags', () => {
    const [door, home] = [bundleOf('six', 'aaaaaaaaaaaaaaaa', 'x'), homeOf('home-six')];
    const never = Array.from({ length: 200 }, (_, index) => `exports.never${index} = (a) => [a, ${index}, a * 2];`);
    writeFileSync(path.join(folder, 'six', '1.cjs'), `exports.say = console.log;\n${never.join('\n')}`);
    const cache = path.join(home, '.cache', 'scale-gate');
    const size = (): number => {
      run(door, 'lint', home);
      const file = readdirSync(cache).find((name) => name.startsWith('1.cjs')) ?? '';
      return readFileSync(path.join(cache, file)).length;
    };
    const whole = size();
    expect(whole).toBeGreaterThan(200 * 150);
    run(door, 'lint', home, ['--stack-size=900']);
    expect(size()).toBe(whole);
  });

  test('needs no folder to keep code in', () => {
    const home = homeOf('a-file');
    writeFileSync(home, '');
    expect(run(bundleOf('four', 'aaaaaaaaaaaaaaaa', 'anyway'), 'lint', home).said).toBe('lint anyway');
  });

  test("leaves other commands to Node's own cache", () => {
    const home = homeOf('home-five');
    expect(run(bundleOf('five', 'aaaaaaaaaaaaaaaa', 'said'), 'run', home).said).toBe('run said');
    expect(kept(home)).not.toContain('command-line.cjs');
  });
});
