/** Forms of names, each giving the reasons for which a text has not that form. k8s.io/apimachinery/pkg/util/validation. */
export type Reasons = readonly string[];
export type NameForm = (name: string) => Reasons;

const label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const label1035 = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const subdomainUnderscore = /^[a-z0-9_]([-_a-z0-9]*[a-z0-9_])?(\.[a-z0-9_]([-_a-z0-9]*[a-z0-9_])?)*$/;
const wildcard = /^\*\.[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const qualified = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const labelValueForm = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;
const good: Reasons = [];

function bytes(text: string): number {
  return Buffer.byteLength(text);
}

function form(most: number, pattern: RegExp, reason: string): NameForm {
  return (name) => {
    if (name.length * 3 <= most && pattern.test(name)) return good;
    const reasons: string[] = [];
    if (bytes(name) > most) reasons.push(`must be no more than ${most} characters`);
    if (!pattern.test(name)) reasons.push(reason);
    return reasons;
  };
}

export const dnsLabel = form(
  63,
  label,
  'must be lower-case letters, digits and `-`, and start and end with a letter or digit',
);
export const dns1035Label = form(
  63,
  label1035,
  'must be lower-case letters, digits and `-`, start with a letter and end with a letter or digit',
);
export const dnsSubdomain = form(
  253,
  subdomain,
  'must be lower-case letters, digits, `-` and `.`, and start and end with a letter or digit',
);
export const dnsSubdomainUnderscore = form(
  253,
  subdomainUnderscore,
  'must be lower-case letters, digits, `_`, `-` and `.`',
);
export const wildcardSubdomain = form(253, wildcard, 'must start with `*.` and be a domain after that');
export const labelValue = form(
  63,
  labelValueForm,
  'must be empty, or letters, digits, `-`, `_` and `.`, and start and end with a letter or digit',
);
export const httpHeaderName = form(Number.MAX_SAFE_INTEGER, /^[-A-Za-z0-9]+$/, 'must be letters, digits and `-`');
export const percent = form(Number.MAX_SAFE_INTEGER, /^[0-9]+%$/, 'must be a percentage such as `25%`');
export const cIdentifier = form(Number.MAX_SAFE_INTEGER, /^[A-Za-z_][A-Za-z0-9_]*$/, 'must be letters, digits and `_`');

/** Object names in URLs. */
export function pathSegment(name: string): Reasons {
  if (name === '.' || name === '..') return [`may not be \`${name}\``];
  return ['/', '%'].filter((char) => name.includes(char)).map((char) => `may not contain \`${char}\``);
}

/** Keys of labels and annotations, finalizers, resources: a name, with a domain and `/` in front of it or not. */
export function qualifiedName(text: string): Reasons {
  if (text.length <= 63 && qualified.test(text)) return good;
  const parts = text.split('/');
  if (parts.length > 2) return ['must be a name, with a domain and one `/` in front of it at most'];
  const reasons: string[] = [];
  if (parts.length === 2) {
    const [prefix = ''] = parts;
    if (prefix === '') reasons.push('must have a domain before the `/`');
    else reasons.push(...dnsSubdomain(prefix).map((reason) => `its domain ${reason}`));
  }
  const name = parts.at(-1) ?? '';
  if (name === '') reasons.push('its name may not be empty');
  else if (bytes(name) > 63) reasons.push('its name must be no more than 63 characters');
  if (!qualified.test(name))
    reasons.push('its name must be letters, digits, `-`, `_` and `.`, and start and end with a letter or digit');
  return reasons;
}

export function portName(name: string): Reasons {
  const reasons: string[] = [];
  if (bytes(name) > 15) reasons.push('must be no more than 15 characters');
  if (!/^[-a-z0-9]+$/.test(name)) reasons.push('must be lower-case letters, digits and `-`');
  if (!/[a-z]/.test(name)) reasons.push('must have a letter');
  if (name.includes('--')) reasons.push('may not have two `-` in a row');
  if (name.startsWith('-') || (name.endsWith('-') && name !== '')) reasons.push('may not start or end with `-`');
  return reasons;
}

export function portNumber(port: number): Reasons {
  return port >= 1 && port <= 65535 ? good : ['must be between 1 and 65535'];
}

export function envName(name: string): Reasons {
  const reasons: string[] = [];
  if (name === '') reasons.push('may not be empty');
  if (!/^[\x20-\x3c\x3e-\x7e]*$/.test(name)) reasons.push('must be printable ASCII without `=`');
  return reasons;
}

export function configKey(key: string): Reasons {
  const reasons: string[] = [];
  if (bytes(key) > 253) reasons.push('must be no more than 253 characters');
  if (!/^[-._a-zA-Z0-9]+$/.test(key)) reasons.push('must be letters, digits, `-`, `_` and `.`');
  if (key === '.' || key === '..') reasons.push(`may not be \`${key}\``);
  else if (key.startsWith('..')) reasons.push('may not start with `..`');
  return reasons;
}

/** What a name may be if something will be appended to it. */
export function asPrefix(name: string): string {
  return name.length > 1 && name.endsWith('-') ? `${name.slice(0, -2)}a` : name;
}
