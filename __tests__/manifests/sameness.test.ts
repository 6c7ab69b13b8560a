import { describe, expect, test } from '@jest/globals';
import { readManifests } from '../../src/manifests/read.js';
import { isSame } from '../../src/manifests/sameness.js';

const read = (spec: string) =>
  readManifests('f', `{"apiVersion": "v1", "kind": "K", "spec": ${spec}}`).manifests[0]?.value['spec'];

describe('two values are the same JSON', () => {
  test.each([
    ['1', 1],
    ['null', null],
    ['{"a": [1, {"b": "c"}]}', { a: [1, { b: 'c' }] }],
    ['{"a": 1, "b": 2}', { b: 2, a: 1 }],
    ['{"constructor": {}}', { constructor: {} }],
  ])('%s as it is read and as it is written here', (text, written) => {
    expect(isSame(read(text), written as never)).toBe(true);
  });

  test.each([
    ['1', '1'],
    ['null', {}],
    ['{}', []],
    ['[]', {}],
    ['[1, 2]', [2, 1]],
    ['[1]', [1, 2]],
    ['{"a": 1}', { a: 1, b: 2 }],
    ['{"a": 1, "b": 2}', { a: 1 }],
    ['{"a": null}', { b: null }],
    ['{}', { toString: 1 }],
  ])('%s is not %j', (text, other) => {
    expect(isSame(read(text), other as never)).toBe(false);
    expect(isSame(other as never, read(text))).toBe(false);
  });
});
