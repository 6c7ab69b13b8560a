import { asStrings, dig } from '../../../manifests/graph/json.js';
import type { Finding, ObjectRule } from '../rule.js';

export const secretShape: ObjectRule = {
  id: 'secret-shape',
  severity: 'warning',
  requirement: 'configuration',
  profile: 'recommended',
  remediation: 'Write each key once, under data in base64 or under stringData as it is.',
  peers: [],
  visits: 'object',
  kinds: ['Secret'],
  check(manifest) {
    const data = asStrings(dig(manifest.value, 'data'));
    const plain = asStrings(dig(manifest.value, 'stringData'));
    const twice = [...data.keys()].filter((key) => plain.has(key));
    const encodedTwice = [...plain].filter(([, text]) => text.length >= 16 && /^[A-Za-z0-9+/]+={1,2}$/.test(text));
    const findings: Finding[] = [
      ...twice.map((key) => ({
        on: manifest,
        path: ['data', key],
        message: `key ${key} is in data and in stringData: stringData wins`,
      })),
      ...encodedTwice.map(([key]) => ({
        on: manifest,
        path: ['stringData', key],
        severity: 'note' as const,
        message: `key ${key} of stringData looks like base64: it would be encoded again`,
      })),
    ];
    return findings;
  },
};
