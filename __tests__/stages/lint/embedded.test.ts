import { describe, expect, test } from '@jest/globals';
import { dig } from '../../../src/manifests/graph/json.js';
import { readManifests } from '../../../src/manifests/read.js';
import { lineWithin } from '../../../src/stages/lint/embedded.js';

/** What the place of each line of the text says in the file, for all lines that hold something. */
function shown(text: string): readonly string[] {
  const [map] = readManifests('a.yaml', text).manifests;
  const value = String(dig(map?.value, 'data', 'redis.conf'));
  const rows = text.split(/\r\n|\r|\n/);
  return value.split('\n').flatMap((content, line) => {
    if (map === undefined || content.trim() === '') return [];
    const textLine = { line, width: content.trim().length };
    const { start } = lineWithin({ on: map, path: ['data', 'redis.conf'] }, textLine);
    return [(rows[start.line - 1] ?? '').slice(start.column - 1)];
  });
}

const head = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: redis}\ndata:\n';
const lines = ['cluster-enabled yes', '', '# who may come in', 'requirepass x', '  appendonly yes'];
const body = (indent: number) => lines.map((line) => (line === '' ? '' : ' '.repeat(indent) + line)).join('\n');
const said = lines.filter((line) => line !== '').map((line) => line.trim());

describe('a line of a file within a ConfigMap', () => {
  test.each([
    ['indented by two', `  redis.conf: |\n${body(4)}\n`],
    ['indented by one', `  redis.conf: |\n${body(3)}\n`],
    ['indented by eight', `  redis.conf: |\n${body(10)}\n`],
    ['with a key that is indented by four', `    redis.conf: |\n${body(9)}\n`],
    ['without a last break', `  redis.conf: |-\n${body(4)}`],
    ['with every break at its end', `  redis.conf: |+\n${body(4)}\n\n\n`],
    ['with the indentation written out', `  redis.conf: |2\n${body(4)}\n`],
    ['with a comment behind the sign', `  redis.conf: | # of the primary\n${body(4)}\n`],
    ['with an anchor', `  redis.conf: &conf |\n${body(4)}\n`],
    ['after empty lines', `  redis.conf: |\n\n\n${body(4)}\n`],
    ['with another key below it', `  redis.conf: |\n${body(4)}\n  other: x\n`],
  ])('%s is found where it stands', (_, data) => {
    expect(shown(head + data)).toEqual(said);
    expect(shown((head + data).replaceAll('\n', '\r\n'))).toEqual(said);
  });

  test('a folded text is found where each of its lines begins', () => {
    const data = '  redis.conf: >-\n    requirepass\n    x\n\n    appendonly yes\n      deeper\n    after\n    it\n';
    expect(shown(head + data)).toEqual(['requirepass', 'appendonly yes', 'deeper', 'after']);
  });

  test('a file of a hundred and fifty thousand lines is read once', () => {
    const text = `${head}  redis.conf: |\n${'    requirepass x\n'.repeat(150_000)}`;
    const [map] = readManifests('a.yaml', text).manifests;
    const at = map && lineWithin({ on: map, path: ['data', 'redis.conf'] }, { line: 149_999, width: 13 });
    expect(at?.start).toEqual({ line: 150_005, column: 5 });
  });

  test.each([
    ['in double quotes', '  redis.conf: "requirepass x\\nappendonly yes\\n"\n'],
    ['in quotes over several lines', '  redis.conf: "requirepass x\\n\n    appendonly yes"\n'],
  ])('%s the whole text is shown', (_, data) => {
    expect(new Set(shown(head + data)).size).toBe(1);
  });
});
