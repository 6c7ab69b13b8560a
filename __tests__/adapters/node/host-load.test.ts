import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { hostLoad } from '../../../src/adapters/node/host-load.js';

async function look(files: Readonly<Record<string, string>>) {
  const proc = mkdtempSync(path.join(tmpdir(), 'sg-proc-'));
  try {
    mkdirSync(path.join(proc, 'pressure'));
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(proc, name), text);
    return await hostLoad(proc).look();
  } finally {
    rmSync(proc, { recursive: true, force: true });
  }
}

const stat = 'cpu  100 20 30 400 50 6 7 80 9 1\ncpu0 1 1 1 1 1 1 1 1 0 0\nintr 5\n';
const pressure =
  'some avg10=85.56 avg60=77.05 avg300=53.40 total=13694907885\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=7\n';

describe("the machine's processors", () => {
  test('are counted by Linux, with what the hypervisor took, and how long tasks waited', async () => {
    expect(await look({ stat, 'pressure/cpu': pressure })).toEqual({
      cpu: { total: 693, used: 163, stolen: 80 },
      waitedMs: 13_694_907.885,
    });
  });

  test.each<readonly [string, Readonly<Record<string, string>>, object]>([
    ['without pressure stall information', { stat }, { cpu: { total: 693, used: 163, stolen: 80 }, waitedMs: null }],
    ['without either', {}, { cpu: null, waitedMs: null }],
    ['with other forms', { stat: 'cpu 1 2\n', 'pressure/cpu': 'none' }, { cpu: null, waitedMs: null }],
  ])('%s tell what there is', async (_, files, expected) => expect(await look(files)).toEqual(expected));
});
