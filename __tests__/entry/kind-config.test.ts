import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readKindConfig } from '../../src/entry/kind-config.js';

describe('the configuration of kind that a user brings', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'sg-kind-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const read = (text: string) => {
    writeFileSync(path.join(folder, 'kind.yaml'), text);
    return readKindConfig('kind.yaml', folder);
  };

  test('is read as it is', () => {
    expect(read('kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\nnodes:\n  - role: control-plane\n')).toEqual({
      kind: 'Cluster',
      apiVersion: 'kind.x-k8s.io/v1alpha4',
      nodes: [{ role: 'control-plane' }],
    });
  });

  test.each([
    ['kind: [', 'kind.yaml:'],
    ['kind: Pod\napiVersion: v1', 'holds no kind Cluster'],
    ['- a', 'kind.yaml:1:1: the document is no mapping'],
  ])('%j is refused with its place', (text, message) => expect(() => read(text)).toThrow(message));

  test('that is not there is refused', () =>
    expect(() => readKindConfig('other.yaml', folder)).toThrow('no such file'));
});
