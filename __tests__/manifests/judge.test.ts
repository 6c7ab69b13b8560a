import { describe, expect, test } from '@jest/globals';
import { judgeManifest } from '../../src/manifests/judge.js';
import { readManifests } from '../../src/manifests/read.js';

function judged(text: string, versions?: readonly number[]): readonly string[] {
  return readManifests('a.yaml', text).manifests.flatMap((manifest) =>
    judgeManifest(manifest, versions).map(
      ({ rule, severity, at, message }) => `${at.start.line}:${at.start.column} ${severity} ${rule}: ${message}`,
    ),
  );
}

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 2
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: web
          image: web:1
`;

test('a good object has nothing against it', () => expect(judged(deployment)).toEqual([]));

describe('each fault is told at its place, with the way out', () => {
  test.each([
    ['  replicas: 2', '  replica: 2', '6:3 error schema-unknown-field: ', 'did you mean `replicas`?'],
    ['  replicas: 2', '  containers: []', '6:3 error schema-unknown-field: ', 'it belongs to `spec.template.spec`'],
    ['  replicas: 2', '  replicas: "2"', '6:13 error schema-type: ', 'must be a whole number, and is the string `2`'],
    ['  replicas: 2', '  replicas: -1', '6:13 error server-invalid: ', 'must be greater than or equal to 0'],
    [
      '          image: web:1\n',
      '',
      '14:11 error schema-required: ',
      '`spec.template.spec.containers[0].image` is required',
    ],
    ['image: web:1', 'image: web:1\n          imagePullPolicy: alwys', '16:28 error schema-enum: ', 'Always'],
    [
      'labels: {app: web}\n    spec',
      'labels: {app: api}\n    spec',
      '11:15 error server-invalid: ',
      'does not match template',
    ],
    [
      'apiVersion: apps/v1',
      'apiVersion: apps/v1beta1',
      '1:13 error api-removed: ',
      'no longer served from Kubernetes 1.16 on',
    ],
    ['kind: Deployment', 'kind: Deploymnt', '1:13 error api-unknown: ', 'has no kind'],
  ])('%j as %j', (from, to, start, words) => {
    const [first, ...rest] = judged(deployment.replace(from, to));
    expect(rest).toEqual([]);
    expect(first).toContain(start);
    expect(first).toContain(words);
  });
});

test('a custom resource without a definition is a note, no error', () => {
  const [first] = judged('apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: a}\n');
  expect(first).toContain('1:13 note api-unknown');
});

test('versions are judged apart, and what they say alike is said once', () => {
  const text = 'apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: {name: a}\nspec: {}\n';
  expect(judged(text, [34, 35, 36])).toHaveLength(1);
  const gate = deployment.replace('image: web:1', 'image: web:1\n          restartPolicyRules: []');
  expect(judged(gate, [34])).toEqual([]);
  expect(judged(gate, [33, 34])[0]).toContain('came with 1.34');
});

test('a fingerprint survives moved lines and reordered containers', () => {
  const one = deployment.replace('image: web:1', 'image: web:1\n          imagePullPolicy: x');
  const other = `# moved\n${one.replace('      containers:\n', '      containers:\n        - {name: first, image: a}\n')}`;
  const print = (text: string): unknown => {
    const [manifest] = readManifests('a.yaml', text).manifests;
    return manifest === undefined ? undefined : judgeManifest(manifest).map(({ fingerprint }) => fingerprint);
  };
  expect(print(other)).toEqual(print(one));
});
