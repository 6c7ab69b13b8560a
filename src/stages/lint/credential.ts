import type { Severity } from '../../domain/diagnostic.js';

/** What a text gives away. `what` never holds the text itself. */
export interface Credential {
  readonly what: string;
  readonly severity: Extract<Severity, 'error' | 'warning'>;
}

/** Forms that issuers give to their tokens, so that leaked ones can be told. */
const tokens: readonly (readonly [string, RegExp])[] = [
  ['an AWS access key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['a GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{60,})\b/],
  ['a GitLab token', /\bglpat-[\w-]{20,}\b/],
  ['a Slack token', /\bxox[abposr]-[0-9A-Za-z-]{10,}\b/],
  ['a Stripe key', /\b[rs]k_live_[0-9A-Za-z]{20,}\b/],
  ['a Google API key', /\bAIza[0-9A-Za-z_-]{35}\b/],
  ['an npm token', /\bnpm_[A-Za-z0-9]{36}\b/],
  ['a PyPI token', /\bpypi-AgEI[\w-]{50,}\b/],
  ['a Vault token', /\bhv[sb]\.[\w-]{24,}\b/],
  ['a SendGrid key', /\bSG\.[\w-]{20,}\.[\w-]{40,}\b/],
  ['a DigitalOcean token', /\bdo[opr]_v1_[0-9a-f]{64}\b/],
  ['a Docker Hub token', /\bdckr_pat_[\w-]{20,}\b/],
  ['an Anthropic key', /\bsk-ant-[\w-]{20,}\b/],
  ['an OpenAI key', /\bsk-(?:proj-)?[A-Za-z0-9]{40,}\b/],
  ['a Shopify token', /\bshp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}\b/],
  ['a Twilio key', /\bSK[0-9a-f]{32}\b/],
  ['a Square token', /\bsq0(?:atp|csp)-[\w-]{22,}\b/],
  // With bounds: a text of `eyJ-eyJ-eyJ-…` would be looked through from each of its `eyJ`.
  ['a JSON Web Token', /\beyJ[\w-]{10,1000}\.eyJ[\w-]{10,}\.[\w-]{10,}/],
  ['a private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/],
];

/** One look for all of them: hardly any text holds one. */
const anyToken = new RegExp(tokens.map(([, form]) => form.source).join('|'));

const secretName =
  /(?:^|[_.-]|(?<=[a-z])(?=[A-Z]))(?:pass(?:word|wd|phrase)?|pwd|secret|token|api[_-]?key|private[_-]?key|secret[_-]?key|access[_-]?key|credentials?|requirepass|masterauth|client[_-]?secret)$/i;
/** Behind the `://`; what stands before is looked at from there, as a pattern would look at it from each of its letters. */
const userinfo = /[^\s:@/]*:([^\s@/]+)@/y;
const scheme = /\b[a-z][a-z0-9+.-]*$/i;
const longestScheme = 64;

function passwordIn(text: string): string | undefined {
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 1)) {
    userinfo.lastIndex = at + 3;
    const password = userinfo.exec(text)?.[1];
    if (password !== undefined && scheme.test(text.slice(Math.max(0, at - longestScheme), at))) return password;
  }
  return undefined;
}
const placeholders =
  /^(?:|\$|\$\{.*\}|\$\(.*\)|\{\{.*\}\}|<.*>|\*+|x{3,}|\.{3}|change[-_ ]?me.*|replace[-_ ]?me.*|todo|placeholder|redacted|example|dummy|none|null|true|false|yes|no|on|off|enabled|disabled|optional|required|always|never|auto|file|env|default|\d{1,3})$/i;

/** Values that stand for a value: templates, references, switches. */
export function isPlaceholder(text: string): boolean {
  const bare = text.trim();
  return placeholders.test(bare) || /^\$[\w{(]|^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(bare);
}

/** Paths, URLs and durations are what a secret's name may also be given. */
function isSomethingElse(text: string): boolean {
  return /^[./~]|^[a-z]+:\/\/|\s|^[A-Za-z]:\\|^\d+(?:ms|s|m|h)?$|\.(?:txt|pem|key|crt|json|ya?ml|conf)$/.test(text);
}

/** What a value gives away, by its own form first and by its name second. */
export function credentialIn(name: string, text: string): Credential | undefined {
  if (text.length < 3 || text.length > 100_000 || isPlaceholder(text)) return undefined;
  const token = anyToken.test(text) ? tokens.find(([, form]) => form.test(text))?.[0] : undefined;
  if (token !== undefined) return { what: token, severity: 'error' };
  const password = passwordIn(text);
  if (password !== undefined && !isPlaceholder(password)) return { what: 'a URL with a password', severity: 'error' };
  if (!secretName.test(name) || isSomethingElse(text)) return undefined;
  return { what: 'what its name calls a credential', severity: 'error' };
}

/** Programs and pages speak of passwords without holding any (a Python file that validates them). */
export function isProse(fileName: string): boolean {
  return /\.(?:py|js|mjs|ts|go|rb|lua|sh|bash|php|java|sql|md|html?|css|rego|tpl|tmpl|cue|jsonnet)$/i.test(fileName);
}
