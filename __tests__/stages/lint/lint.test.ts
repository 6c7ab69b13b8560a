import { describe, expect, test } from '@jest/globals';
import { celLanguage } from '../../../src/adapters/cel/language.js';
import { verdictOf } from '../../../src/domain/stage.js';
import { readManifests } from '../../../src/manifests/read.js';
import { validateManifests } from '../../../src/manifests/validate.js';
import { lintStage } from '../../../src/stages/lint/lint.js';
import { sourceOf } from '../../fakes/manifest-source.js';

const clock = { now: () => 0, monotonic: () => 0, sleep: async () => undefined };
const context = { signal: new AbortController().signal, own: async () => undefined };
const spec = { paths: ['k8s'], namespace: 'shop', kubernetesVersions: ['1.34'] };

const service = (targetPort = 'http') => `
apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  selector: {app: web}
  ports:
    - {name: http, port: 80, targetPort: ${targetPort}}
`;
const deployment = `
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: web
          image: web:1
          ports: [{name: http, containerPort: 8080}]
          resources: {requests: {cpu: 100m}, limits: {cpu: 500m}}
`;
const scaler = (kind = 'Deployment') => `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: ${kind}, name: web}
  minReplicas: 2
  maxReplicas: 6
`;

const run = (...documents: string[]) =>
  lintStage({
    source: sourceOf([{ file: 'k8s/all.yaml', text: documents.join('---') }]),
    clock,
    read: readManifests,
  }).run(spec, context);

const definition = `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: queues.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {plural: queues, kind: Queue}
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema: {type: object, properties: {spec: {type: object, x-kubernetes-validations: [{rule: "false", message: never}]}}}
`;
const queue = '\napiVersion: example.com/v1\nkind: Queue\nmetadata: {name: a}\nspec: {}\n';

describe('the lint stage', () => {
  test.each([
    ['with one is judged by them, whatever its size', [definition, queue], ['is `{}`: never'], 1],
    ['without one needs no language', [definition, deployment], [], 0],
  ])('an object of a kind with expressions: input %s', async (_, documents, messages, loads) => {
    let [loaded, bounded] = [0, 0];
    const text = documents.join('---');
    const { output } = await lintStage({
      source: sourceOf([{ file: 'k8s/all.yaml', text }]),
      clock,
      read: readManifests,
      limit: { run: (_ms, work) => [bounded++, work()][1] as never },
      validate: (manifests, versions, definitions, evaluate) =>
        validateManifests(manifests, versions, { definitions, evaluate }),
      language: async () => [loaded++, celLanguage()][1] as never,
    }).run(spec, context);
    const found = output.diagnostics.filter(({ rule }) => rule === 'server-invalid');
    expect(found.map(({ message }) => message.replace('`spec` ', ''))).toEqual(messages);
    expect([loaded, bounded]).toEqual([loads, loads]);
  });

  test('passes sound manifests with one evidence per requirement, which says how much was judged', async () => {
    const { evidence, output } = await run(deployment, service(), scaler());
    expect(output.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(verdictOf(evidence)).toBe('pass');
    const autoscaling = evidence.find(({ requirement }) => requirement === 'autoscaling');
    expect(autoscaling?.observed).toMatch(/^\d+ rules over 3 objects in 1 file: 0 errors, \d+ warnings$/);
  });

  test('fails with the place, the object and what to do for each error', async () => {
    const { evidence } = await run(deployment, service('htpp'), scaler());
    expect(verdictOf(evidence)).toBe('fail');
    expect(evidence.find(({ verdict }) => verdict === 'fail')).toMatchObject({
      requirement: 'routing',
      object: 'Service/shop/web',
      source: 'k8s/all.yaml:22:42',
      observed: expect.stringContaining('did you mean "http"?'),
      remedy: expect.stringMatching(/^Let targetPort/),
    });
  });

  test('says that a service without an HPA is scaled by nothing, and does not fail it', async () => {
    const { evidence, notes } = await run(deployment, service());
    expect(verdictOf(evidence)).toBe('pass');
    expect(notes?.map(({ text }) => text)).toContain(
      'Deployment shop/web has no HorizontalPodAutoscaler: nothing scales it',
    );
  });

  test('refuses a folder without an object, and names it', async () => {
    await expect(run('# nothing\n')).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringContaining('k8s'),
    });
  });

  test('says every syntax error at once, each with its place', async () => {
    const at = { file: 'k8s/a.yaml', start: { line: 2, column: 3 }, end: { line: 2, column: 4 } };
    const broken = (line: number) =>
      ({
        rule: 'yaml-syntax',
        severity: 'error',
        message: `bad ${line}`,
        at: { ...at, start: { line, column: 3 } },
      }) as never;
    const stage = lintStage({
      source: sourceOf([{ file: 'k8s/a.yaml', text: '' }]),
      clock,
      read: () => ({ manifests: [], diagnostics: [broken(2), broken(9)] }),
    });
    await expect(stage.run(spec, context)).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringMatching(/k8s\/a.yaml:2:3: bad 2[\s\S]*k8s\/a.yaml:9:3: bad 9/),
    });
  });
});
