import { describe, expect, test } from '@jest/globals';
import { GateError } from '../../../src/domain/error.js';
import { parseOptions, type Sources } from '../../../src/entry/inputs/parse.js';
import { usualSpec } from '../../../src/entry/inputs/usual.js';

const parse = (text: string, given: Record<string, string> = {}) =>
  parseOptions({ config: { file: 'scale-gate.yml', text }, given });

function complaint(sources: Sources): string {
  try {
    parseOptions(sources);
  } catch (error) {
    if (error instanceof GateError) return error.message;
    throw error;
  }
  return 'no complaint';
}
const complaintOf = (text: string, given: Record<string, string> = {}): string =>
  complaint({ config: { file: 'scale-gate.yml', text }, given });

describe('a spec without any configuration', () => {
  test('has every default, and asks for no Redis', () => {
    const spec = parseOptions({ given: {} });
    expect(spec.stages).toEqual(['lint', 'provision', 'deploy', 'redis', 'load', 'promote']);
    expect(spec.redis).toMatchObject({ mode: 'off', shards: 3, replicasPerShard: 3 });
    expect(spec.cluster).toMatchObject({ mode: 'kind', nodes: 1, quickClocks: true, timeoutSeconds: 300 });
    expect(spec.load.thresholds).toEqual(['error_rate<0.01', 'p(95)<500']);
    expect(spec.service).toBeUndefined();
  });

  test('is the usual one, which is made without reading anything', () => {
    expect(usualSpec()).toEqual(parseOptions({ given: {} }));
  });

  test('an empty configuration is as good as none', () => expect(parse('')).toEqual(parseOptions({ given: {} })));
});

describe('values', () => {
  test('a config fills the spec, in the units of the spec', () => {
    const spec = parse(`
service: podinfo
manifests: k8s
redis: { shards: 5, max-failover: 1500ms }
load: { idle: 1m30s, thresholds: [p(99)<250], headers: { accept: text/html } }
deploy:
  secrets:
    - { name: shop, key: password, from: { env: SHOP_PASSWORD } }
    - shop/token=generate:32
`);
    expect(spec.manifests).toEqual(['k8s']);
    expect(spec.redis).toMatchObject({ mode: 'create', shards: 5, maxFailoverMs: 1500 });
    expect(spec.load).toMatchObject({ idleSeconds: 90, thresholds: ['p(99)<250'], headers: { accept: 'text/html' } });
    expect(spec.deploy.secrets).toEqual([
      { name: 'shop', key: 'password', from: { env: 'SHOP_PASSWORD' } },
      { name: 'shop', key: 'token', from: { generate: 32 } },
    ]);
  });

  test('inputs win over the config, and empty ones are not given', () => {
    const spec = parse('redis: { shards: 5 }\nservice: shop', { 'redis-shards': '4', service: '' });
    expect([spec.redis.shards, spec.service]).toEqual([4, 'shop']);
  });

  test.each([
    ['lines', 'p(95)<500\nerror_rate<0.1\n'],
    ['commas', 'p(95)<500, error_rate<0.1'],
    ['JSON', '["p(95)<500", "error_rate<0.1"]'],
    ['YAML', '- p(95)<500\n- error_rate<0.1'],
  ])('a list may be given as %s', (_, text) => {
    expect(parseOptions({ given: { 'load-thresholds': text } }).load.thresholds).toEqual([
      'p(95)<500',
      'error_rate<0.1',
    ]);
  });

  test('thresholds of one phase are text in each form in which people write them', () => {
    const wanted = ['steady: p(95)<250', 'scaling: error_rate<0.05'];
    const quoted = parse('load: { thresholds: ["steady: p(95)<250", "scaling: error_rate<0.05"] }');
    const bare = parse('load:\n  thresholds:\n    - steady: p(95)<250\n    - scaling: error_rate<0.05\n');
    const given = parseOptions({ given: { 'load-thresholds': wanted.join(', ') } });
    expect([quoted, bare, given].map(({ load }) => load.thresholds)).toEqual([wanted, wanted, wanted]);
  });

  test('maps, booleans, numbers, secrets and stages are read from text', () => {
    const spec = parseOptions({
      given: {
        'deploy-images': 'web:1=web@sha256:abc\nredis:8=redis:7',
        'cluster-keep': 'True',
        'load-profile': 'fixed',
        'load-rate': '12.5',
        'deploy-secrets': 'shop/password=env:PASSWORD\nshop/cert=file:certs/a b.pem',
        stages: 'deploy',
        stage: 'deploy',
      },
    });
    expect(spec.deploy.images).toEqual({ 'web:1': 'web@sha256:abc', 'redis:8': 'redis:7' });
    expect([spec.cluster.keep, spec.load.rate, spec.stages]).toEqual([true, 12.5, ['deploy']]);
    expect(spec.deploy.secrets[1]).toEqual({ name: 'shop', key: 'cert', from: { file: 'certs/a b.pem' } });
  });

  test('a version stays as it is written', () => {
    expect(parse('cluster: { kubernetes-version: 1.30 }').cluster.kubernetesVersion).toBe('1.30');
    expect(parse('lint: { kubernetes-versions: [1.30, 1.31.2] }').lint.kubernetesVersions).toEqual(['1.30', '1.31.2']);
  });

  test('a kubeconfig means an existing cluster, and strict means no shortened clocks', () => {
    expect(parse('cluster: { kubeconfig: k }').cluster.mode).toBe('existing');
    expect(parse('cluster: { strict: true }').cluster.quickClocks).toBe(false);
  });

  test('a redis section with nothing in it asks for a Redis Cluster', () => {
    expect(parse('redis:').redis.mode).toBe('create');
    expect(parse('redis: { mode: off }').redis.mode).toBe('off');
  });
});

describe('problems', () => {
  test('all of them are said at once, each with its place', () => {
    const message = complaintOf('redis:\n  shards: 2\n  replica-per-shard: 3\nload:\n  profile: prov\n', {
      'cluster-nodes': '9',
      'load-treshold': 'p(95)<1',
    });
    expect(message.split('\n')).toEqual([
      '5 problems:',
      '- scale-gate.yml:3:3: redis.replica-per-shard is unknown; did you mean "replicas-per-shard"?',
      '- input load-treshold is unknown; did you mean "load-thresholds"?',
      '- scale-gate.yml:2:11: redis.shards is 2; expected an integer from 3 to 30',
      '- scale-gate.yml:5:12: load.profile is "prov"; expected one of prove, fixed, off; did you mean "prove"?',
      '- input cluster-nodes is 9; expected an integer from 1 to 5',
    ]);
  });

  test.each([
    ['redis: { shards: 2.5 }', 'redis.shards is 2.5; expected an integer'],
    ['redis: { shards: "3" }', 'redis.shards is "3"; expected an integer'],
    ['redis: { max-failover: 30 }', 'redis.max-failover is 30; expected a duration such as 90s'],
    ['timeout: 0s', 'timeout is "0s"; expected a duration'],
    ['timeout: 90', 'timeout is 90; expected a duration'],
    [
      'load: { thresholds: [p95 below 5] }',
      'scale-gate.yml:1:22: load.thresholds[0] is "p95 below 5"; expected a threshold',
    ],
    ['load: { path: login }', 'load.path is "login"; expected a path that begins with "/"'],
    ['service: Shop_1', 'service is "Shop_1"; expected at most 63 lower-case'],
    ['service:', 'scale-gate.yml:1:1: service has no value'],
    [
      'stages: [lint, deplyo]',
      'stages[1] is "deplyo"; expected one of lint, provision, deploy, redis, load, promote; did you mean "deploy"?',
    ],
    ['stages: []', 'stages is empty'],
    ['stages: [lint, lint]', 'stages has lint twice'],
    ['shards: 3', 'shards is unknown; did you mean "redis.shards"?'],
    ['load: []', 'load is []; expected a map of path, host'],
    ['cluster: { keep: "yes" }', 'cluster.keep is "yes"; expected true or false'],
    [
      'deploy: { secrets: [{ name: a, key: b, from: { env: A, file: b } }] }',
      'deploy.secrets[0].from has env and file; expected exactly one',
    ],
    ['deploy: { secrets: [{ name: a, from: { env: A } }] }', 'deploy.secrets[0] lacks key'],
    [
      'deploy: { secrets: [hunter2] }',
      'deploy.secrets[0] is "hunter2"; expected a map of name, key, from, or NAME/KEY=env:VARIABLE',
    ],
    ['lint: { rules: { x: loud } }', 'lint.rules.x is "loud"; expected one of error'],
    ['- a', 'scale-gate.yml:1:1: is no map'],
    ['a: [', 'scale-gate.yml:'],
    ['service: a\nservice: b', 'scale-gate.yml:2:1: '],
    ['a: &a [1]\nb: *c', 'scale-gate.yml:1:1: ReferenceError: Unresolved alias'],
  ])('%s', (text, expected) => expect(complaintOf(text)).toContain(expected));

  test.each([
    ['redis: 3x3', {}],
    ['redis: { topology: 3x3 }', {}],
    ['redis: { shards: 3x3 }', {}],
    ['', { 'redis-topology': '3x3' }],
    ['', { 'redis-shards': '3×3' }],
  ])('a topology in one word is refused with its readings: %s %j', (text, given) => {
    const message = complaintOf(text, given as Record<string, string>);
    expect(message).toContain('3 shards × (1 primary + 3 replicas) = 12 nodes');
    expect(message).toContain('3 shards of 3 nodes = 9 nodes');
    expect(message).toContain('`shards: 3` and `replicas-per-shard: 3`');
  });

  test.each([
    ['cluster: { mode: existing, nodes: 3 }', 'cluster.nodes has no effect: cluster.mode is existing'],
    ['cluster: { mode: kind, kubeconfig: k }', 'cluster.kubeconfig has no effect: cluster.mode is kind'],
    [
      'cluster: { node-image: i, kubernetes-version: 1.34 }',
      'cluster.kubernetes-version contradicts cluster-node-image',
    ],
    ['cluster: { strict: true, quick-clocks: true }', 'cluster.quick-clocks contradicts cluster-strict'],
    ['redis: { mode: off, shards: 3 }', 'redis.shards has no effect: redis.mode is off'],
    ['redis: { mode: verify, storage: 1Gi }', 'redis.storage has no effect'],
    ['redis: { behaviour: none, max-lost-acks: 3 }', 'redis.max-lost-acks has no effect'],
    ['load: { profile: off, path: / }', 'load.path has no effect: load.profile is off'],
    ['load: { from: 4, to: 2 }', 'load.to is 2; expected more than load.from, which is 4'],
    ['load: { duration: 5s }', 'load.duration has no effect: load.profile prove loads until'],
    ['load: { profile: fixed }', 'load.profile is fixed; load.rate is missing'],
    ['load: { engine: k6 }', 'load.k6-script is missing'],
    ['load: { k6-script: a.js }', 'load.k6-script has no effect'],
    ['stages: [redis]\nredis: { mode: off }', 'stages contradicts redis-mode: it is off'],
  ])('a contradiction is said: %s', (text, expected) => expect(complaintOf(text)).toContain(expected));

  test('a flag may switch off what a config describes', () => {
    const spec = parse('redis: { shards: 4 }\ncluster: { nodes: 3 }', {
      'redis-mode': 'off',
      'cluster-kubeconfig': 'k',
    });
    expect([spec.redis.mode, spec.cluster.mode]).toEqual(['off', 'existing']);
  });

  test('a refused mode is no reason for further complaints', () => {
    expect(complaintOf('load: { profile: fixd, rate: 5 }')).not.toContain('no effect');
  });

  test('a label names the flag of the command line', () => {
    const given = { 'redis-shards': '1' };
    expect(complaint({ given, label: (name) => `--${name}` })).toMatch(/^--redis-shards is 1/);
  });
});
