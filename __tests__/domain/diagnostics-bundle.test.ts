import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type DiagnosticSource, diagnosticsBundle } from '../../src/domain/diagnostics-bundle.js';
import { redactor } from '../../src/domain/redactor.js';
import { shownObject } from '../../src/domain/shown-object.js';
import { commandsIn } from '../runner/action-command.js';
import { hostileText } from '../runner/injections.js';

const secret = 'c4nary-0f-4-bundle';
const redacting = redactor([secret]);
const source = (name: string, text: string): DiagnosticSource => ({ name, content: { text } });
const caps = { file: 1_000, total: 2_500, files: 3 };

describe('a diagnostics bundle', () => {
  test('holds no secret and no command, whatever names and texts are', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(hostileText, hostileText), { maxLength: 4 }), (pairs) => {
        const files = diagnosticsBundle(
          pairs.map(([name, text]) => source(`${name}${secret}`, `${text}${secret}${text}`)),
          redacting,
          caps,
        );
        for (const { name, text } of files) {
          expect(name + text).not.toContain(secret);
          expect(commandsIn(text, true)).toEqual([]);
          expect(path.posix.normalize(`/bundle/${name}`)).toBe(`/bundle/${name}`);
        }
        expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['../../etc/passwd', 'etc/passwd'],
    ['/abs/olute', 'abs/olute'],
    ['pods/web-1/previous.log', 'pods/web-1/previous.log'],
    ['a\\..\\b', 'a/b'],
    ['\0', 'unnamed'],
    ['index.txt', 'index.txt.2'],
  ])('calls %j %j', (name, expected) => {
    const file = diagnosticsBundle([source(name, 'x')], redacting)[1]?.name ?? '';
    expect(file).toBe(expected);
    expect(file).not.toMatch(/(^|\/)\.\.(\/|$)/);
  });

  test('keeps the start and the end of what is too long, and says so', () => {
    const text = `first\n${'x\n'.repeat(2_000)}last`;
    const [index, log] = diagnosticsBundle([source('a.log', text)], redacting, caps);
    expect(log?.text).toMatch(/^first\n[\s\S]*characters cut\][\s\S]*last$/);
    expect(log?.text.length).toBeLessThanOrEqual(1_000);
    expect(index?.text).toContain('cut from 4010');
  });

  test('is no larger than it may be, and names what is not in it', () => {
    const many = Array.from({ length: 6 }, (_, at) => source(`${at}.log`, 'y'.repeat(900)));
    const files = diagnosticsBundle(
      [...many, { name: 'events.txt', content: { missing: 'API gone' } }],
      redacting,
      caps,
    );
    expect(files.slice(1).reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(2_500);
    expect(files[0]?.text).toContain('5.log: left out, the bundle is full');
    expect(files[0]?.text).toContain('events.txt: not there: API gone');
  });
});

describe('an object that is shown', () => {
  const value = Buffer.from(secret).toString('base64');
  const object = {
    kind: 'Secret',
    metadata: {
      name: 'db',
      annotations: { 'kubectl.kubernetes.io/last-applied-configuration': `{"data":{"p":"${value}"}}`, team: 'shop' },
      managedFields: [{ manager: 'kubectl' }],
    },
    data: { password: value },
    stringData: { other: secret },
  };

  test('of a Secret has keys and lengths, and no value', () => {
    const text = JSON.stringify(shownObject(object, 'salt'));
    expect(text).not.toContain(value);
    expect(text).not.toContain(secret);
    expect(shownObject(object, 'salt')).toMatchObject({
      metadata: { name: 'db', annotations: { team: 'shop' } },
      data: { password: expect.stringMatching(/^\*\*\* \(18 bytes, [0-9a-f]{8}\)$/) },
    });
    expect(text).not.toContain('managedFields');
  });

  test('tells two values apart, and not over runs', () => {
    const other = { ...object, data: { password: Buffer.from('another').toString('base64') } };
    const data = (each: unknown, salt: string) => JSON.stringify((shownObject(each, salt) as typeof object).data);
    expect(data(object, 'a')).not.toBe(data(other, 'a'));
    expect(data(object, 'a')).not.toBe(data(object, 'b'));
  });

  test('in a List, or as a variable with a telling name, is hidden too', () => {
    const pod = {
      kind: 'List',
      items: [
        object,
        {
          kind: 'Pod',
          spec: {
            containers: [
              {
                env: [
                  { name: 'DB_PASSWORD', value: secret },
                  { name: 'LOG_LEVEL', value: 'debug' },
                ],
              },
            ],
          },
        },
      ],
    };
    const text = JSON.stringify(shownObject(pod, 'salt'));
    expect(text).not.toContain(secret);
    expect(text).not.toContain(value);
    expect(text).toContain('debug');
  });
});
