import { describe, expect, test } from '@jest/globals';
import type { Diagnostic } from '../../../src/domain/diagnostic.js';
import { findingsText } from '../../../src/entry/cli/findings.js';

const at = (file: string, line: number) => ({ file, start: { line, column: 3 }, end: { line, column: 9 } });

function diagnostic(of: Partial<Diagnostic>): Diagnostic {
  return {
    rule: 'image-tag',
    severity: 'warning',
    requirement: 'containers',
    message: 'no tag',
    remediation: 'Give it one.',
    at: at('a.yaml', 1),
    object: 'Pod/a/b',
    related: [],
    fingerprint: '0',
    ...of,
  };
}

describe('findings as text', () => {
  test('have place, severity, message and rule; then the way there, and what to do', () => {
    const related = [{ message: 'selected here', at: at('b.yaml', 7) }];
    expect(findingsText([diagnostic({ severity: 'error', related })], 5, false)).toBe(
      [
        'a.yaml:1:3: error: no tag [image-tag]',
        '    b.yaml:7:3: selected here',
        '    what to do: Give it one.',
        '1 errors, 0 warnings, 0 notes in 5 ms',
        '',
      ].join('\n'),
    );
  });

  test('a note says nothing to do, and is counted as a note', () => {
    const text = findingsText([diagnostic({ severity: 'note' }), diagnostic({})], 1, false);
    expect(text.match(/what to do/g)).toHaveLength(1);
    expect(text).toContain('0 errors, 1 warnings, 1 notes');
  });

  test('colours are for the severity alone', () => {
    expect(findingsText([diagnostic({})], 1, true)).toContain('a.yaml:1:3: \u001b[33mwarning\u001b[0m: no tag');
  });

  test.each([
    ['a command in the name of a file', { at: at('::error', 1) }],
    ['a name that is a command together with its place', { at: at(':', 1) }],
    ['a name with an escape', { at: at('a\u001b[2Jb', 1) }],
    ['a hop with one', { related: [{ message: '\u001b[31mred', at: at(':', 2) }] }],
    ['a message with one', { message: 'a\u001b]0;title\u0007b' }],
    ['what to do with one', { remediation: '\u001b[8mhidden' }],
    ['the old form of a command', { message: '##[error]x' }],
  ])('%s stays text, the first time and the second', (_, of) => {
    const text = findingsText([diagnostic(of), diagnostic(of)], 1, false);
    expect(text).not.toMatch(/^\s*::|##\[/m);
    expect(text).not.toContain('\u001b');
  });
});
