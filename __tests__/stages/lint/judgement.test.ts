import { describe, expect, test } from '@jest/globals';
import { credentialIn, isPlaceholder, isProse } from '../../../src/stages/lint/credential.js';
import { fingerprintOf, stablePath } from '../../../src/stages/lint/fingerprint.js';
import { fingerprintsIn, withoutKnown } from '../../../src/stages/lint/policy/baseline.js';
import { diagnostic } from '../../reports/samples.js';

const of = (length: number, text = 'a1B2'): string => text.repeat(length).slice(0, length);

describe('a credential', () => {
  // Put together here: what has the form of a token must stand in no file.
  test.each([
    ['an AWS access key', `AKIA${of(16, 'A1')}`],
    ['a GitHub token', `ghp_${of(36)}`],
    ['a GitLab token', `glpat-${of(20)}`],
    ['a Slack token', `xoxb-${of(12)}`],
    ['a Stripe key', `sk_live_${of(24)}`],
    ['a Google API key', `AIza${of(35)}`],
    ['an npm token', `npm_${of(36)}`],
    ['a PyPI token', `pypi-AgEI${of(50)}`],
    ['a Vault token', `hvs.${of(24)}`],
    ['a SendGrid key', `SG.${of(20)}.${of(40)}`],
    ['a DigitalOcean token', `dop_v1_${of(64, 'a1')}`],
    ['a Docker Hub token', `dckr_pat_${of(20)}`],
    ['an Anthropic key', `sk-ant-${of(20)}`],
    ['an OpenAI key', `sk-${of(40)}`],
    ['a Shopify token', `shpat_${of(32, 'a1')}`],
    ['a Twilio key', `SK${of(32, 'a1')}`],
    ['a Square token', `sq0atp-${of(22)}`],
    ['a JSON Web Token', `eyJ${of(10)}.eyJ${of(10)}.${of(10)}`],
    ['a private key', '-----BEGIN RSA PRIVATE KEY-----'],
    ['a URL with a password', 'redis://me:hunter2@host'],
  ])('is known by its form: %s', (what, text) => {
    expect(credentialIn('ANYTHING', `see ${text} there`)).toEqual({ what, severity: 'error' });
  });

  test('is called by the first form that it has', () => {
    const both = `npm_${of(36)} AKIA${of(16, 'A1')}`;
    expect(credentialIn('ANYTHING', both)?.what).toBe('an AWS access key');
  });

  test.each(['DB_PASSWORD', 'apiKey', 'client-secret', 'requirepass', 'pwd', 'github.token'])(
    'is known by its name: %s',
    (name) =>
      expect(credentialIn(name, 'hunter2x')).toEqual({ what: 'what its name calls a credential', severity: 'error' }),
  );

  test.each([
    ['a short one', 'TOKEN', 'ab'],
    ['a name like any', 'USERNAME', 'hunter2x'],
    ['a path', 'TOKEN', '/run/secrets/token'],
    ['a URL', 'TOKEN', 'https://issuer.example'],
    ['a sentence', 'TOKEN', 'two words'],
    ['a duration', 'TOKEN', '30m'],
    ['a file', 'TOKEN', 'token.json'],
    ['a template', 'TOKEN', '{{ .Values.token }}'],
    ['a reference', 'TOKEN', '$(TOKEN)'],
    ['a URL with a reference', 'ANY', 'redis://me:$PASSWORD@host'],
    ['a constant', 'TOKEN', 'REDIS_PASSWORD'],
    ['a placeholder', 'TOKEN', 'change-me-soon'],
  ])('is not: %s', (_, name, text) => expect(credentialIn(name, text)).toBeUndefined());

  test('is not looked for in what no person has written', () => {
    expect(credentialIn('TOKEN', 'y'.repeat(100_000))).toBeDefined();
    expect(credentialIn('TOKEN', 'y'.repeat(100_001))).toBeUndefined();
    expect(credentialIn('TOKEN', 'abz')).toBeDefined();
  });

  test.each([
    ['  todo ', true],
    ['$HOME', true],
    ['A_NAME', true],
    ['hunter2', false],
  ])('%j stands for a value: %p', (text, expected) => expect(isPlaceholder(text)).toBe(expected));

  test.each([
    ['check.py', true],
    ['README.MD', true],
    ['app.conf', false],
  ])('%s is prose: %p', (name, expected) => expect(isProse(name)).toBe(expected));
});

describe('what is known of the base', () => {
  test('is a note, as often as the base has it', () => {
    const one = diagnostic({ fingerprint: 'a' });
    const found = withoutKnown([one, one, one, diagnostic({ fingerprint: 'b' })], ['a', 'a']);
    expect(found.map(({ severity }) => severity)).toEqual(['note', 'note', 'error', 'error']);
    expect(found[0]?.message).toBe(`${one.message} (known: the base has it too)`);
    expect(found[2]).toBe(one);
  });

  test('stays as it is where it is a note already', () => {
    const note = diagnostic({ severity: 'note', fingerprint: 'a' });
    expect(withoutKnown([note], ['a'])).toEqual([note]);
  });

  test('is found in whatever names it', () => {
    expect(fingerprintsIn('{"x":"0123456789abcdef","y":["short","0123456789ABCDEF"]}')).toEqual(['0123456789abcdef']);
  });
});

describe('a fingerprint', () => {
  test.each([
    [{ a: [{ name: 'web', image: 'x' }] }, ['a', 0, 'image'], '.a[name=web].image'],
    [{ a: [{ mountPath: '/x' }] }, ['a', 0], '.a[mountPath=/x]'],
    [{ a: [{ containerPort: 80 }] }, ['a', 0], '.a[containerPort=80]'],
    [{ a: [{ type: 'Pods', name: 5 }] }, ['a', 0], '.a[name=5]'],
    [{ a: [{ port: 80, host: 'x' }] }, ['a', 0], '.a[port=80]'],
    [{ a: [{ host: 'x', path: '/' }] }, ['a', 0], '.a[host=x]'],
    [{ a: [{ path: '/', key: 'k' }] }, ['a', 0], '.a[path=/]'],
    [{ a: [{ key: 'k', type: 't' }] }, ['a', 0], '.a[key=k]'],
    [{ a: [{ type: 'Pods', ip: '1' }] }, ['a', 0], '.a[type=Pods]'],
    [{ a: ['plain'] }, ['a', 0], '.a[plain]'],
    [{ a: [{ odd: true }] }, ['a', 0], '.a[0]'],
    [{ a: [{ name: { nested: 1 }, ip: '1.2.3.4' }] }, ['a', 0], '.a[ip=1.2.3.4]'],
  ])('%j at %j is %s, wherever it stands in its list', (value, at, out) => {
    expect(stablePath(value, at)).toBe(out);
  });

  test('is sixteen hex digits over its parts, which do not flow into each other', () => {
    expect(fingerprintOf('a', 'b')).toMatch(/^[0-9a-f]{16}$/);
    expect(fingerprintOf('a', 'b')).not.toBe(fingerprintOf('ab'));
  });
});
