import { asStrings, dig } from '../../../manifests/graph/json.js';
import { credentialIn, isProse } from '../credential.js';
import type { Finding, ObjectRule } from '../rule.js';

/**
 * `key: value`, `key = value`, `key value` and `"key": "value"`, as configuration files write them. The value is what is left:
 * a pattern that looks for its end behind every blank needs the square of a long line.
 */
const assignment = /^\s*(?:export\s+)?["']?([\w.-]+)["']?(?:\s*[:=]|\s)\s*["']?/;

function assigned(line: string): readonly [string, string] {
  const [head = '', key = ''] = assignment.exec(line) ?? [];
  const value = line.slice(head.length).trimEnd().replace(/,$/, '').trimEnd().replace(/["']$/, '');
  return head === '' || /[\r\u2028\u2029]/.test(value) ? ['', ''] : [key, value];
}

function inLines(text: string): { line: number; what: string; severity: 'error' | 'warning'; width: number }[] {
  return text.split('\n').flatMap((line, index) => {
    if (/^\s*(?:#|;|\/\/)/.test(line)) return [];
    const [key, value] = assigned(line);
    const found = credentialIn(key, value) ?? credentialIn('', line.trim());
    return found ? [{ line: index, width: line.trim().length, ...found }] : [];
  });
}

export const secretInConfigMap: ObjectRule = {
  id: 'secret-in-config-map',
  severity: 'error',
  requirement: 'configuration',
  profile: 'recommended',
  remediation: 'Move the value into a Secret. Change the credential: it is in the history.',
  peers: ['polaris/sensitiveConfigmapContent', 'trivy/KSV-0109', 'trivy/KSV-01010'],
  visits: 'object',
  kinds: ['ConfigMap'],
  check(manifest) {
    return [...asStrings(dig(manifest.value, 'data'))].flatMap(([key, text]): Finding[] => {
      const path = ['data', key];
      if (!text.includes('\n')) {
        const found = credentialIn(key, text);
        return found
          ? [{ on: manifest, path, message: `key ${key} holds ${found.what} in the clear`, severity: found.severity }]
          : [];
      }
      if (isProse(key)) return [];
      return inLines(text).map(({ line, what, severity, width }) => ({
        on: manifest,
        path,
        textLine: { line, width },
        severity,
        message: `line ${line + 1} of ${key} holds ${what} in the clear`,
      }));
    });
  },
};
