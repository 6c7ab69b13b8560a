import { behaviourWords } from '../../../stages/redis/behaviour-words.js';
import type { Shape } from '../option.js';

export const dnsLabel: Shape = {
  pattern: /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/,
  expected: 'at most 63 lower-case letters, digits and "-", with a letter or digit at both ends',
};

/** kind puts the name before `-control-plane`, and a host name ends at 63 characters. */
export const clusterName: Shape = {
  pattern: /^[a-z0-9][-a-z0-9.]{0,48}$/,
  expected: 'at most 49 lower-case letters, digits, "-" and ".", beginning with a letter or digit',
};

export const kubernetesVersion: Shape = {
  pattern: /^v?1\.\d{1,2}(\.\d{1,2})?$/,
  expected: 'a Kubernetes version such as 1.34 or 1.34.4',
};

export const toolVersion: Shape = {
  pattern: /^v?\d+\.\d+\.\d+(-[\w.]+)?(@sha256:[0-9a-f]{64})?$/,
  expected: 'a version such as v0.33.0, or v0.33.0@sha256:<its digest>',
};

export const mirrorOrigin: Shape = {
  pattern: /^https?:\/\/[^\s@?#]+$/,
  expected: 'an origin such as https://mirror.example.com, without a user or a query',
};

export const quantity: Shape = {
  pattern: /^\d+(\.\d+)?(Ki|Mi|Gi|Ti|k|M|G|T)?$/,
  expected: 'a quantity such as 64Mi or 1Gi',
};

export const behaviourNames: Shape = {
  pattern: behaviourWords,
  expected: 'quick, full, none, or names of behaviours with commas between them',
};

export const policyName: Shape = {
  pattern: /^(noeviction|(allkeys|volatile)-(lru|lfu|random)|volatile-ttl)$/,
  expected: 'a maxmemory-policy such as noeviction or volatile-ttl',
};

export const jsonObject: Shape = { pattern: /^\s*\{[\s\S]*\}\s*$/, expected: 'a JSON object' };

/** What the load stage reads: `steady: p(95) < 500`. A percentile is above 0 and below 100. */
const condition =
  /(p\(\s*(?!0*(\.0*)?\s*\))\d{1,2}(\.\d+)?\s*\)|med|avg|min|max|error_rate|rps)\s*(<=|<|>=|>)\s*\d+(\.\d+)?/;

export const threshold: Shape = {
  pattern: new RegExp(`^\\s*((scaling|steady)\\s*:\\s*)?${condition.source}\\s*$`),
  expected: 'a threshold such as p(95)<500 (milliseconds), error_rate<0.01 or steady: p(99)<800',
  pair: { keys: ['scaling', 'steady'], value: new RegExp(`^\\s*${condition.source}\\s*$`) },
};

export const urlPath: Shape = { pattern: /^\/\S*$/, expected: 'a path that begins with "/"' };
