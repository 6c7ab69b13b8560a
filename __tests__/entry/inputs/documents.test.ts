import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { readConfigDocument } from '../../../src/adapters/yaml/config-document.js';
import { errorCodes } from '../../../src/domain/error.js';
import { stageNames } from '../../../src/domain/stage.js';
import { buildProgram } from '../../../src/entry/cli/program.js';
import { tableDocuments } from '../../../src/entry/inputs/documents/documents.js';
import { parseOptions } from '../../../src/entry/inputs/parse.js';
import { doorOptions, optionTable } from '../../../src/entry/inputs/table.js';
import { outputTable } from '../../../src/reports/outputs.js';

const read = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');

describe('what is made from the tables', () => {
  test.each(tableDocuments.map(({ path: file, render }) => [file, render] as const))(
    '%s is up to date; `npm run docs` brings it there',
    (file, render) => expect(read(file)).toBe(render(read(file))),
  );
});

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly runs: { readonly using: string; readonly main: string; readonly post: string };
}
const action = (file: string): ActionFile => readConfigDocument(read(file)).value as ActionFile;

describe('action.yml', () => {
  test('offers every option and every output', () => {
    const { inputs, outputs } = action('action.yml');
    const names = [...doorOptions, ...optionTable].map(({ name }) => name);
    expect(Object.keys(inputs).sort()).toEqual([...names].sort());
    expect(Object.keys(outputs)).toEqual(outputTable.map(({ name }) => name));
  });

  test('gives an option no default, which would win over scale-gate.yml', () => {
    const withDefault = Object.entries(action('action.yml').inputs).filter(([, input]) => input.default !== undefined);
    expect(withDefault.map(([name]) => name)).toEqual(['folder', 'token']);
  });

  test.each(stageNames)('%s/action.yml runs the same bundle up to its stage, in the same words', (stage) => {
    const { inputs, runs } = action(`${stage}/action.yml`);
    expect(path.join(stage, runs.main)).toBe(action('action.yml').runs.main);
    expect([runs.using, runs.post]).toEqual(['node24', runs.main]);
    expect(inputs['stage']?.default).toBe(stage);
    const whole = action('action.yml').inputs;
    for (const [name, input] of Object.entries(inputs)) if (name !== 'stage') expect(input).toEqual(whole[name]);
  });
});

const configs = readdirSync('examples', { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'scale-gate.yml')
  .map((file) => path.join('examples', file));
const valid = new Ajv({ strict: true, allowUnionTypes: true }).compile(
  JSON.parse(read('schema/scale-gate.schema.json')),
);

describe('the schema of scale-gate.yml says what the parser says', () => {
  const parses = (text: string): boolean => {
    try {
      parseOptions({ config: { file: 'scale-gate.yml', text }, given: {} });
      return true;
    } catch {
      return false;
    }
  };

  test.each(configs)('%s is taken by both', (file) => {
    expect([valid(readConfigDocument(read(file)).value), parses(read(file))]).toEqual([true, true]);
  });

  test.each([
    ['', true],
    ['redis:', true],
    ['manifests: k8s', true],
    ['cluster: { kubernetes-version: 1.34 }', true],
    ['deploy: { secrets: [a/b=env:C, { name: a, key: b, from: { file: c } }] }', true],
    ['load: { scenarios: [{ name: a, path: /a, weight: 2 }], idle: 1m30s }', true],
    ['redis: { shards: 2 }', false],
    ['redis: 3x3', false],
    ['redis: { max-failover: 30 }', false],
    ['load: { thresholds: [fast] }', false],
    ['load: { thresholds: ["steady: p(95)<250", "scaling:error_rate<0.05", rps>=9] }', true],
    ['load: { thresholds: [steady: p(99.9) < 250] }', true],
    ['load: { thresholds: [idle: p(95)<250] }', false],
    ['load: { thresholds: [steady: fast] }', false],
    ['load: { thresholds: [p(100)<250] }', false],
    ['load: { profile: prov }', false],
    ['deploy: { secrets: [{ name: a, key: b, from: { env: A, file: b } }] }', false],
    ['deploy: { secrets: [{ name: a }] }', false],
    ['deploy: { images: [a] }', false],
    ['speed: fast', false],
  ])('%j is taken by both, or by neither', (text, taken) => {
    const { value } = readConfigDocument(text);
    expect([valid(value ?? null), parses(text)]).toEqual([taken, taken]);
  });
});

test('every option is a flag of `scale-gate run`', () => {
  const run = buildProgram('0', async () => undefined).commands.find((command) => command.name() === 'run');
  const flags = run?.options.map(({ long }) => long?.slice(2)) ?? [];
  expect(optionTable.map(({ name }) => name).filter((name) => !flags.includes(name))).toEqual([]);
});

test('docs/errors.md has a heading for each code, in its order, and no other', () => {
  const headings = [...read('docs/errors.md').matchAll(/^## (.+)$/gm)].map(([, heading]) => heading ?? '');
  expect(headings).toEqual([...errorCodes]);
});
