import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { act } from '../../../src/entry/cli/commands.js';
import { buildProgram } from '../../../src/entry/cli/program.js';

/** What a command writes to standard output. */
async function written(...words: string[]): Promise<string> {
  let text = '';
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    text += String(chunk);
    return true;
  });
  try {
    await buildProgram('0', async (asked) => void (await act(asked))).parseAsync(['node', 'scale-gate', ...words]);
  } finally {
    spy.mockRestore();
  }
  return text;
}

describe('traces and scripts from the command line', () => {
  let folder = '';
  const file = (name: string, text: string): string => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'sg-traces-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('simulate plays a trace in CSV', async () => {
    const trace = file('load.csv', 'seconds,rps\n0,5\n60,100\n300,5\n');
    const text = await written('simulate', 'examples/podinfo', '--trace', trace, '--cost', '4', '--set', 'max=2');
    expect(text).toMatch(/simulated runs on production clocks/);
    expect(text).toMatch(/^max=2 /m);
    expect(text).not.toContain('recorded');
  });

  test('simulate plays a recorded timeline, shows what was recorded, and replays its decisions', async () => {
    const rows = gunzipSync(readFileSync('__tests__/fixtures/hpa/live-one.jsonl.gz')).toString();
    const trace = file('timeline.jsonl', rows);
    const text = await written('simulate', 'examples/podinfo', '--trace', trace, '--clocks', 'quick');
    expect(text).toMatch(/^recorded .* max 2 pods$/m);
    const [, same = '0', all = '0'] = /algorithm reproduces: (\d+) of (\d+)/.exec(text) ?? [];
    expect(Number(all)).toBeGreaterThan(40);
    expect(Number(same) / Number(all)).toBeGreaterThan(0.9);
  });

  test('simulate refuses a timeline that is none, with its line', async () => {
    const trace = file('broken.jsonl', '{"at":1,"pods":[]}\nnonsense\n');
    await expect(written('simulate', 'examples/podinfo', '--trace', trace)).rejects.toThrow(/trace line 2/);
  });

  test('test-run gives the script to the operator as one list', async () => {
    file('load.js', 'export default () => {}');
    file(
      'scale-gate.yml',
      'service: shop-1\nnamespace: shop\nload: { engine: k6, k6-script: load.js, host: shop.example }\n',
    );
    const list = JSON.parse(await written('test-run', folder, '--base-url', 'http://web', '--parallelism', '3'));
    expect(list.items.map((one: { kind: string; metadata: object }) => [one.kind, one.metadata])).toEqual([
      ['ConfigMap', { name: 'shop-1-load', namespace: 'shop' }],
      ['TestRun', { name: 'shop-1-load', namespace: 'shop' }],
    ]);
    expect(list.items[1].spec).toMatchObject({
      parallelism: 3,
      script: { configMap: { name: 'shop-1-load', file: 'load.js' } },
    });
    expect(list.items[0].data['load.js']).toBe('export default () => {}');
  });

  test.each([
    ['no script', 'service: a\n', [], /load.k6-script is missing/],
    ['a script that is not there', 'load: { engine: k6, k6-script: gone.js }\n', [], /no such script, or an empty one/],
    ['no pods', 'load: { engine: k6, k6-script: load.js }\n', ['--parallelism', '0'], /--parallelism is "0"/],
  ])('test-run refuses %s', async (_, config, flags, words) => {
    file('scale-gate.yml', config);
    await expect(written('test-run', folder, '--base-url', 'http://web', ...flags)).rejects.toThrow(words);
  });
});
