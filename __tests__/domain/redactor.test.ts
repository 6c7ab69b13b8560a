import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { redactDeep } from '../../src/domain/redaction.js';
import { redactor } from '../../src/domain/redactor.js';
import { Secret } from '../../src/domain/secret.js';
import { canaries, forms, leakOf } from '../secrets/canaries.js';

const planted = canaries();
const all = redactor(planted.map(({ value }) => value));
const cells = planted.flatMap((canary) => Object.keys(forms).map((name) => ({ canary, name })));
const around = (text: string): string => `2030-01-01 pod web-1 says: ${text} and goes on\nnext line`;

describe('the redactor', () => {
  test('is tried on at least 30 forms, most of which show the secret when nobody redacts', () => {
    expect(Object.keys(forms).length).toBeGreaterThanOrEqual(30);
    const shown = cells.filter(({ canary, name }) => leakOf(around(forms[name]?.(canary.value) ?? ''), canary, name));
    expect(shown.length).toBeGreaterThan(0.98 * cells.length);
  });

  test.each(planted)('leaves no form of a secret readable: $kind', (canary) => {
    const leaks = cells
      .filter((cell) => cell.canary === canary)
      .flatMap(({ name }) => {
        const output = all.redact(around(forms[name]?.(canary.value) ?? ''));
        const leak = leakOf(output, canary, name);
        return leak === undefined ? [] : [`${name}: ${leak} in ${output}`];
      });
    expect(leaks).toEqual([]);
  });

  test('leaves the text around a secret as it is', () => {
    expect(all.redact(around(planted[0]?.value ?? ''))).toBe(around('***'));
    expect(all.redact('redis.shop.svc:6379 answered, an account is bound, pod web-1 is Ready')).toBe(
      'redis.shop.svc:6379 answered, an account is bound, pod web-1 is Ready',
    );
  });

  test('finds a secret wherever a stream is cut', () => {
    const secret = planted[0]?.value ?? '';
    const text = `${'a log line of no interest\n'.repeat(3_000)}token ${secret} end\n${'more\n'.repeat(10_000)}`;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40_000 }), { minLength: 1, maxLength: 8 }), (cuts) => {
        const stream = all.stream();
        let [rest, out] = [text, ''];
        for (const cut of cuts) {
          out += stream.push(rest.slice(0, cut));
          rest = rest.slice(cut);
        }
        out += stream.push(rest) + stream.end();
        expect(out).toBe(text.replace(secret, '***'));
      }),
      { numRuns: 12 },
    );
  });

  test('cut at each place of the secret, hides it', () => {
    const secret = planted[1]?.value ?? '';
    const filler = 'x y '.repeat(8_192);
    for (let cut = 0; cut <= secret.length; cut++) {
      const stream = all.stream();
      const out = stream.push(filler + secret.slice(0, cut)) + stream.push(secret.slice(cut) + filler) + stream.end();
      expect(out).toBe(`${filler}***${filler}`);
    }
  });

  test.each([
    ['a private key', '-----BEGIN RSA PRIVATE KEY-----\nMIIEow\n-----END RSA PRIVATE KEY-----', 'MIIEow'],
    ['a token of GitHub', `ghs_${'a1B2'.repeat(9)}`, 'a1B2'],
    ['a JSON web token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl', 'c2lnbmF0dXJl'],
    ['a password in a URL', 'postgres://shop:hunter22@db:5432/shop', 'hunter22'],
    ['an authorization header', 'Authorization: Bearer abcdefgh12345678', 'abcdefgh'],
    ['the key of a kubeconfig', '    client-key-data: LS0tLS1CRUdJTg==', 'LS0tLS1C'],
    [
      'what kubectl last applied',
      'kubectl.kubernetes.io/last-applied-configuration: {"stringData":{"p":"s3cr3t"}}',
      's3cr3t',
    ],
  ])('hides %s that nobody told it of', (_, text, secret) => {
    expect(redactor([]).redact(text)).not.toContain(secret);
  });

  test.each(['', 'a', 'abc', 'true', '6379', 'default'])('does not make text unreadable for a secret %j', (secret) => {
    const text = 'default port 6379 of abc is open: true';
    expect(redactor([secret]).redact(text)).toBe(text);
  });

  test('hides a short secret as a whole', () => {
    expect(redactor(['hunter2']).redact('password is hunter2.')).toBe('password is ***.');
  });

  test('learns', () => {
    const learning = redactor([]);
    learning.learn('k3y-of-l4ter');
    expect(learning.redact('k3y-of-l4ter')).toBe('***');
  });

  test('of any secret hides any text that is the secret', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 12, maxLength: 60 }), (value) => {
        fc.pre(value.replace(/[\s\p{C}]/gu, '').length >= 12 && value.trim().length >= 12);
        expect(redactor([value]).redact(`<${value}>`)).not.toContain(value.trim());
      }),
      { numRuns: 300 },
    );
  });

  test('takes no time that grows with the square of the text', () => {
    for (const part of [
      '-eyJ',
      '-----BEGIN PRIVATE KEY-----',
      'a://b:',
      'H4sI',
      '\x1b[',
      'Bearer ',
      planted[0]?.value ?? '',
    ]) {
      const start = performance.now();
      all.redact(part.repeat(Math.ceil(262_144 / part.length)));
      expect(performance.now() - start).toBeLessThan(5_000);
    }
  });

  test('reaches every string of plain data, keys too, and leaves the rest', () => {
    const value = planted[0]?.value ?? '';
    const data = { [value]: [1, { deep: `x ${value}` }, null, true, undefined], at: new Date(0) };
    expect(redactDeep(data, all)).toEqual({ '***': [1, { deep: 'x ***' }, null, true, undefined], at: new Date(0) });
  });
});

describe('a Secret', () => {
  const secret = new Secret('hunter2-and-more');

  test.each<[string, () => string]>([
    ['a template', () => `${secret}`],
    ['joining', () => `a ${String(secret)}`],
    ['JSON', () => JSON.stringify({ secret, list: [secret] })],
    ['console.log', () => inspect({ secret, deep: { deep: { deep: secret } } }, { depth: 9, showHidden: true })],
    ['a spread', () => JSON.stringify({ ...secret })],
    ['an error', () => new Error(`bad ${secret}`).stack ?? ''],
  ])('is not printed by %s', (_, print) => expect(print()).not.toContain('hunter2'));

  test('is given to who asks', () => expect(secret.reveal()).toBe('hunter2-and-more'));
});
