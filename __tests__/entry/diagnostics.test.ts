import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { GateError } from '../../src/domain/error.js';
import { redactor } from '../../src/domain/redactor.js';
import { keepDiagnostics } from '../../src/entry/diagnostics.js';
import type { Diagnosed, Diagnostics } from '../../src/ports/diagnostics.js';

const root = mkdtempSync(path.join(tmpdir(), 'sg-diagnostics-'));
afterAll(() => rmSync(root, { recursive: true }));

const secret = 'c4nary-of-diagnostics';
const alive = new AbortController().signal;
const says = (found: Diagnosed): Diagnostics => ({ collect: async () => found });
const log: Diagnosed = {
  sources: [{ name: '../pods/web.log', content: { text: `##[set-output name=verdict]promote ${secret}` } }],
  secrets: [secret],
};
const placeIn = (name: string) => ({ folder: path.join(root, name), run: 'sg-1-1-abcdef' });

describe('the diagnostics of a run', () => {
  test('are written beside the report: redacted by what the cluster itself told, harmless, inside of their folder', async () => {
    const place = placeIn('plain');
    const name = await keepDiagnostics([says(log)], redactor([]), place, 1_000, alive);
    expect(name).toBe('diagnostics-sg-1-1-abcdef');
    expect(readdirSync(place.folder)).toEqual([name]);
    const text = readFileSync(path.join(place.folder, name ?? '', 'pods/web.log'), 'utf8');
    expect(text).not.toContain(secret);
    expect(text).not.toContain('##[');
  });

  test('of a source that hangs or breaks are the others, when the time is over', async () => {
    const place = placeIn('hanging');
    const hangs: Diagnostics = { collect: () => new Promise(() => undefined) };
    const breaks: Diagnostics = {
      collect: () => Promise.reject(new GateError('API_UNREACHABLE', 'no kubeconfig', { hint: 'x' })),
    };
    const begun = performance.now();
    const name = await keepDiagnostics([hangs, breaks, says(log)], redactor([]), place, 50, alive);
    expect(performance.now() - begun).toBeLessThan(3_000);
    const index = readFileSync(path.join(place.folder, name ?? '', 'index.txt'), 'utf8');
    expect(index).toContain('not told in time');
    expect(index).toContain('no kubeconfig');
    expect(index).toContain('pods/web.log: ');
  });

  test('of a run that is cancelled meanwhile end with it', async () => {
    const cancel = new AbortController();
    const waits: Diagnostics = {
      collect: (signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('off')))),
    };
    const begun = performance.now();
    const kept = keepDiagnostics([waits], redactor([]), placeIn('cancelled'), 60_000, cancel.signal);
    cancel.abort();
    expect(await kept).toBeDefined();
    expect(performance.now() - begun).toBeLessThan(3_000);
  });

  test('never go where somebody else made a folder or a link of their name', async () => {
    const place = placeIn('taken');
    const elsewhere = path.join(root, 'elsewhere');
    mkdirSync(elsewhere);
    mkdirSync(place.folder);
    symlinkSync(elsewhere, path.join(place.folder, `diagnostics-${place.run}`));
    expect(await keepDiagnostics([says(log)], redactor([]), place, 1_000, alive)).toBe(`diagnostics-${place.run}-2`);
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  test('are none where there is no cluster, or where nothing can be written', async () => {
    expect(await keepDiagnostics([], redactor([]), placeIn('none'), 1_000, alive)).toBeUndefined();
    const place = { folder: path.join(root, 'none.txt'), run: 'r' };
    mkdirSync(root, { recursive: true });
    symlinkSync('/dev/null', place.folder);
    expect(await keepDiagnostics([says(log)], redactor([]), place, 1_000, alive)).toBeUndefined();
  });
});
