import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { Secret } from '../../src/domain/secret.js';
import { formsOf } from '../../src/domain/secret-forms.js';
import { piecesOf } from '../../src/domain/secret-pieces.js';

describe('a secret value', () => {
  const secret = new Secret('hunter2');
  test.each([
    ['a template', `${secret}`],
    ['a sum', `it is ${String(secret)}`],
    ['a conversion', secret.toString()],
    ['JSON', JSON.stringify({ secret })],
    ['the console', inspect({ secret })],
    ['a comparison by value', secret[Symbol.toPrimitive]()],
  ])('is three stars in %s', (_, text) => {
    expect(text).toContain('***');
    expect(text).not.toContain('hunter2');
  });

  test('is told to who asks for it by name', () => expect(secret.reveal()).toBe('hunter2'));
});

describe('forms in which tools print a secret', () => {
  // Written out by hand, so that no encoder is its own witness.
  const awkward = `a"b'c/d<e>&%f $g\`h\\i ü\n`;
  test.each([
    ['itself', awkward],
    ['JSON', 'a\\"b\'c/d<e>&%f $g`h\\\\i ü\\n'],
    ['JSON in JSON', 'a\\\\\\"b\'c/d<e>&%f $g`h\\\\\\\\i ü\\\\n'],
    ['JSON of Go', 'a\\"b\'c/d\\u003ce\\u003e\\u0026%f $g`h\\\\i ü\\n'],
    ['JSON of Go in JSON', 'a\\\\\\"b\'c/d\\\\u003ce\\\\u003e\\\\u0026%f $g`h\\\\\\\\i ü\\\\n'],
    ['JSON with escaped slashes', 'a\\"b\'c\\/d<e>&%f $g`h\\\\i ü\\n'],
    ['JSON of ASCII', 'a\\"b\'c/d<e>&%f $g`h\\\\i \\u00fc\\n'],
    ['YAML in single quotes', `a"b''c/d<e>&%f $g\`h\\i ü\n`],
    ['a shell in single quotes', `a"b'\\''c/d<e>&%f $g\`h\\i ü\n`],
    ['a shell in both quotes', `a"b'"'"'c/d<e>&%f $g\`h\\i ü\n`],
    ['CSV', `a""b'c/d<e>&%f $g\`h\\i ü\n`],
    ['double quotes', `a\\"b'c/d<e>&%f $g\`h\\i ü\n`],
    ['a shell in double quotes', `a\\"b'c/d<e>&%f \\$g\\\`h\\\\i ü\n`],
    ['PowerShell', `a\`"b'c/d<e>&%f \`$g\`\`h\\i ü\n`],
    ['a shell with backslashes', `a\\"b\\'c/d\\<e\\>\\&%f\\ \\$g\\\`h\\\\i\\ \\ü\\\n`],
    ['a workflow command', `a"b'c/d<e>&%25f $g\`h\\i ü%0A`],
    ['a part of a URL', "a%22b'c%2Fd%3Ce%3E%26%25f%20%24g%60h%5Ci%20%C3%BC%0A"],
    ['a URL', "a%22b'c/d%3Ce%3E&%25f%20$g%60h%5Ci%20%C3%BC%0A"],
    ['a strict URL', 'a%22b%27c%2Fd%3Ce%3E%26%25f%20%24g%60h%5Ci%20%C3%BC%0A'],
    ['a form', "a%22b'c%2Fd%3Ce%3E%26%25f+%24g%60h%5Ci+%C3%BC%0A"],
    ['a strict form', 'a%22b%27c%2Fd%3Ce%3E%26%25f+%24g%60h%5Ci+%C3%BC%0A'],
    ['a URL in a URL', 'a%2522b%2527c%252Fd%253Ce%253E%2526%2525f%2520%2524g%2560h%255Ci%2520%25C3%25BC%250A'],
    ['markup', `a"b'c/d&lt;e&gt;&amp;%f $g\`h\\i ü\n`],
    ['markup with quot and 39', `a&quot;b&#39;c/d&lt;e&gt;&amp;%f $g\`h\\i ü\n`],
    ['markup with 34', `a&#34;b&#39;c/d&lt;e&gt;&amp;%f $g\`h\\i ü\n`],
    ['markup with apos', `a&quot;b&apos;c/d&lt;e&gt;&amp;%f $g\`h\\i ü\n`],
    ['markup with x27', `a&quot;b&#x27;c/d&lt;e&gt;&amp;%f $g\`h\\i ü\n`],
  ])('are: %s', (_, form) => expect(formsOf(awkward).has(form)).toBe(true));

  test.each([
    ['hex', '616230'],
    ['hex with colons', '61:62:30'],
    ['hex with percent signs', '%61%62%30'],
    ['hex of a shell', '\\x61\\x62\\x30'],
  ])('are: %s', (_, form) => expect(formsOf('ab0').has(form)).toBe(true));

  const bytes = Buffer.from('0-canary?~');
  test.each([0, 1, 2])('are: base64 behind %i other bytes, wherever the text goes on', (before) => {
    for (const [encoding, after] of [
      ['base64', ''],
      ['base64', '\n'],
      ['base64url', 'and more'],
    ] as const) {
      const text = Buffer.concat([Buffer.alloc(before, 'x'), bytes, Buffer.from(after)]).toString(encoding);
      const found = [...formsOf(String(bytes))].filter((form) => form.length >= 11 && text.includes(form));
      expect(found.length).toBeGreaterThan(0);
    }
  });

  test('are none of nothing', () => expect([...formsOf('')]).toEqual([]));

  test('of a long value are those in which it is met, and its base64', () => {
    const long = `it's "x"${'y'.repeat(4_100)}`;
    expect(formsOf(long).has(JSON.stringify(long).slice(1, -1))).toBe(true);
    expect(
      formsOf(long).has(
        Buffer.from(long)
          .toString('base64')
          .slice(0, Math.floor((long.length * 8) / 6)),
      ),
    ).toBe(true);
    expect(formsOf(long).has(long.replaceAll("'", "''"))).toBe(false);
    expect(formsOf(long.slice(0, 4_096)).has(long.slice(0, 4_096).replaceAll("'", "''"))).toBe(true);
    expect(formsOf(long).size).toBeLessThan(12);
  });
});

describe('what of a secret is secret', () => {
  const texts = (secret: string): readonly string[] => piecesOf(secret).map(({ text }) => text);
  const opaque = (secret: string): boolean | undefined => piecesOf(secret)[0]?.opaque;

  test.each<[string, string, readonly string[]]>([
    ['lines', 'first-line1\nsecond-line2', ['first-line1', 'second-line2']],
    ['lines of Windows', 'first-line1\r\nsecond-line2', ['first-line1', 'second-line2']],
    ['leaves of JSON', '{"a":["leaf-one1",{"b":"leaf-two2"}]}', ['leaf-one1', 'leaf-two2']],
    ['a JSON string', '"quoted-text1"', ['quoted-text1']],
    ['the value of KEY=value', 'TOKEN=value-of-it1', ['value-of-it1']],
    ['the value of an export', 'export TOKEN="value-of-it1"', ['value-of-it1']],
    ['the value of key: value', 'token: value-of-it1', ['value-of-it1']],
    ['the password of a URL', 'redis://me:pass-word1@host', ['pass-word1']],
    ['an encoded password of a URL', 'redis://me:pass%2Fword1@host', ['pass%2Fword1', 'pass/word1']],
    ['a password that is no encoding', 'redis://me:pass%word1@host', ['pass%word1']],
    ['what base64 holds', Buffer.from('inner-secret1').toString('base64'), ['inner-secret1']],
    ['a password in base64', Buffer.from('me:inner-pass12').toString('base64'), ['inner-pass12']],
  ])('%s', (_, secret, inner) => expect(texts(secret)).toEqual(expect.arrayContaining([secret, ...inner])));

  test.each([['abc'], ['6379'], ['true'], ['NULL'], ['admin'], ['-----BEGIN PRIVATE KEY-----'], ['  root ']])(
    'nothing of %j, which everybody has',
    (secret) => expect(texts(secret)).toEqual([]),
  );

  test.each([
    ['abcd', 1],
    ['123456', 1],
    ['a\nlonger2', 2],
    ['a\nshort', 1],
  ])('%j counts from its length on', (secret, pieces) => expect(texts(secret)).toHaveLength(pieces));

  test.each([
    ['x7Kq9vB2', true],
    ['correct horse battery', false],
    ['my-service.namespace', false],
    ['host.example:6379', false],
    ['redis://host/path1', false],
    ['only-words', false],
    ['a1b2c3', true],
    ['abcdefgh', false],
    ['ALLUPPER', false],
    ['Upper7', true],
    ['u7per8x', true],
    ['!!!!!!!!!!!!!!!!!!!!', true],
    ['!!!!!!!!!!!!!!!!!!!', false],
    ['Pass!word', true],
    ['{"a":"leaf-one1"}', false],
  ])('%j is random to look at: %p', (secret, expected) => expect(opaque(secret)).toBe(expected));

  test('of what is nested beyond reason is the whole', () => {
    const nested = (depth: number): string => (depth === 0 ? 'innermost-1' : JSON.stringify(nested(depth - 1)));
    expect(texts(nested(5))).toContain('innermost-1');
    expect(texts(nested(8))).not.toContain('innermost-1');
  });
});
