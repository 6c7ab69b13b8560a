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
    const committed = values.filter(
      ([, key, text]) => !isPlaceholder(text) && !/\.(crt|pub)$/.test(key) && !/user(name)?$/i.test(key),
    );
    const [first] = committed;
    if (!first) return undefined;
    const tokens = committed.flatMap(([field, key, text]): Finding[] => {
      const known = credentialIn('', text);
      if (!known) return [];
      return [
        {
          on: manifest,
          path: [field, key],
          what: 'key',
          severity: known.severity,
          message: `key ${key} is committed with ${known.what}`,
        },
      ];
    });
    if (tokens.length > 0) return tokens;
    const keys = committed.map(([, key]) => key);
    const message = `it is committed with the values of ${keys.slice(0, 5).join(', ')}${keys.length > 5 ? ` and ${keys.length - 5} more` : ''}`;
    return { on: manifest, path: [first[0], first[1]], what: 'key', message };
  },
};
