import { expect, test } from '@jest/globals';
import { GateError } from '../../../src/domain/error.js';
import { readManifests } from '../../../src/manifests/read.js';
import type { ManifestSource } from '../../../src/ports/manifest-source.js';
import { lintStage } from '../../../src/stages/lint/lint.js';

const clock = { now: () => 0, monotonic: () => 0, sleep: async () => undefined };
const context = { signal: new AbortController().signal, own: async () => undefined };

const scaled = (replicas: string, max: number) => `
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  ${replicas}
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers: [{name: web, image: "web:1"}]
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, minReplicas: 2, maxReplicas: ${max}}
`;

/** A chart: what it renders to depends on the value files. */
const chart: ManifestSource = {
  async read(_, { values = [] }) {
    if (values.includes('broken.yaml'))
      throw new GateError('INPUT_INVALID', 'chart does not render: no such value', { hint: '' });
    const text = values.includes('production.yaml') ? scaled('replicas: 0', 9) : scaled('minReadySeconds: 1', 9);
    return { texts: [{ file: 'chart/Chart.yaml', text }], whole: true, skipped: [] };
  },
};

const lint = (sets: Readonly<Record<string, readonly string[]>>) =>
  lintStage({ source: chart, clock, read: readManifests }).run(
    {
      paths: ['chart'],
      namespace: 'shop',
      kubernetesVersions: ['1.34'],
      variants: Object.entries(sets).map(([name, values]) => ({ name, paths: ['chart'], values })),
    },
    context,
  );

const messages = async (sets: Readonly<Record<string, readonly string[]>>, rule: string) =>
  (await lint(sets)).output.diagnostics.filter((one) => one.rule === rule).map(({ message }) => message);

test('a finding that one set of values alone has names the set', async () => {
  const found = await messages({ staging: [], production: ['production.yaml'] }, 'hpa-replicas-set');
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/ \(in production\)$/);
});

test('what all sets say alike is said once, and names none', async () => {
  const found = await messages({ staging: [], preview: ['preview.yaml'] }, 'hpa-requests-missing');
  expect(found).toHaveLength(1);
  expect(found[0]).not.toMatch(/\(in /);
});

test('the first set is the one whose objects are given on', async () => {
  const { output } = await lint({ production: ['production.yaml'], staging: [] });
  expect(output.manifests.find(({ kind }) => kind === 'Deployment')?.value['spec']).toMatchObject({ replicas: 0 });
});

test('a set that does not render ends the run, whatever the others say', async () => {
  await expect(lint({ staging: [], broken: ['broken.yaml'] })).rejects.toThrow('does not render');
});
