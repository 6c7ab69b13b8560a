import { asStrings, dig } from '../../../manifests/graph/json.js';
import { credentialIn, isPlaceholder } from '../credential.js';
import type { Finding, ObjectRule } from '../rule.js';

function decoded(text: string): string {
  return /^[A-Za-z0-9+/=\s]+$/.test(text) ? atobText(text) : '';
}

function atobText(text: string): string {
  try {
    return atob(text.replaceAll(/\s/g, ''));
  } catch {
    return '';
  }
}

/** base64 is no encryption: whoever reads the repository reads the Secret. */
export const secretCommitted: ObjectRule = {
  id: 'secret-committed',
  severity: 'warning',
  requirement: 'configuration',
  profile: 'recommended',
  remediation:
    'Keep the Secret out of the repository: let the gate make it from the environment, or seal it (SealedSecret, SOPS, ExternalSecret).',
  peers: [],
  visits: 'object',
  kinds: ['Secret'],
  check(manifest) {
    if (dig(manifest.value, 'sops') !== undefined || manifest.value['type'] === 'kubernetes.io/service-account-token')
      return undefined;
    const values = [
      ...[...asStrings(dig(manifest.value, 'data'))].map(([key, text]) => ['data', key, decoded(text)] as const),
      ...[...asStrings(dig(manifest.value, 'stringData'))].map(([key, text]) => ['stringData', key, text] as const),
    ];
    return values.flatMap(([field, key, text]): Finding[] => {
      if (isPlaceholder(text) || /\.(crt|pub|pem)$/.test(key) || /username|user$/i.test(key)) return [];
      const known = credentialIn('', text);
      const what = known?.what ?? `a value of ${text.length} characters`;
      const severity = known?.severity === 'error' ? 'error' : 'warning';
      const message = `key ${key} is committed with ${what}${field === 'data' ? ', which base64 does not hide' : ''}`;
      return [{ on: manifest, path: [field, key], what: 'key', message, severity }];
    });
  },
};
