import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseOptions } from '../../src/entry/inputs/parse.js';
import { lintOnly } from '../../src/entry/lint-only.js';
import { lintSpec } from '../../src/entry/specs.js';
import { type Defect, namespaceOf, written } from './defect.js';
import { defects } from './defects.js';

const broken = defects.filter(({ expect: { decision } }) => decision !== 'promote');
const sound = defects.filter(({ expect: { decision } }) => decision === 'promote');
const read = defects.filter(({ until, expect: { decision } }) => until === 'lint' && decision !== 'invalid');

async function judged(defect: Defect) {
  const folder = written(defect);
  try {
    const name = path.join(folder, 'scale-gate.yml');
    const spec = parseOptions({
      config: { file: name, text: readFileSync(name, 'utf8') },
      given: {},
      label: (it) => it,
    });
    return await lintOnly(lintSpec(spec, folder, namespaceOf(defect)), 'service', new AbortController().signal);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('planted defects', () => {
  test('there are at least forty, and at least ten sound services beside them', () => {
    expect(broken.length).toBeGreaterThanOrEqual(40);
    expect(sound.length).toBeGreaterThanOrEqual(10);
  });

  test('each has a name and a namespace of its own', () => {
    expect(new Set(defects.map(({ name }) => name)).size).toBe(defects.length);
    const deployed = defects.filter(({ until }) => until !== 'lint');
    expect(new Set(deployed.map(namespaceOf)).size).toBe(deployed.length);
  });

  test.each(broken)('$name: names what the reason has to name', ({ expect: { decision, stage, reason } }) => {
    expect(reason).toBeInstanceOf(RegExp);
    expect(decision === 'invalid').toBe(stage === undefined);
  });

  test.each(read)('$name: $expect.decision, by reading alone', async (defect) => {
    const { report } = await judged(defect);
    expect([report.decision, report.reason]).toEqual([
      defect.expect.decision,
      expect.stringMatching(defect.expect.reason ?? /claims were observed to hold/),
    ]);
  });

  test.each(sound.filter(({ until }) => until !== 'lint'))('$name: reads well', async (defect) => {
    const { report } = await judged(defect);
    expect([report.decision, report.reason]).toEqual(['promote', expect.anything()]);
  });
});
