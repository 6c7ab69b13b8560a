import { describe, expect, test } from '@jest/globals';
import { requirements } from '../../../src/domain/requirement.js';
import { graphOf } from '../../../src/manifests/graph/graph.js';
import { readManifests } from '../../../src/manifests/read.js';
import { evidenceOf, notesOf } from '../../../src/stages/lint/evidence.js';
import type { Rule } from '../../../src/stages/lint/rule.js';
import { diagnostic } from '../../reports/samples.js';

const pod = (name: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\n`;
const graphOver = (...files: string[]) =>
  graphOf(
    files.flatMap((file) => readManifests(file, pod(file.replace('.yaml', ''))).manifests),
    'shop',
  );
const rule = { requirement: 'autoscaling' } as Rule;
const judged = (
  given: Parameters<typeof evidenceOf>[0],
  failOn: 'error' | 'warning',
  rules = [rule],
  files = ['a.yaml'],
) => evidenceOf(given, { rules, graph: graphOver(...files), at: 't', failOn });

const passed = {
  claim: 'the manifests keep the rules for: autoscaling',
  requirement: 'autoscaling',
  verdict: 'pass',
  observed: '1 rule over 1 object in 1 file: 0 errors, 0 warnings',
  source: 'a.yaml',
  at: 't',
};
const failed = {
  claim: 'the manifests keep the rule hpa-requests-missing',
  requirement: 'autoscaling',
  verdict: 'fail',
  object: 'Deployment/shop/web',
  observed: 'container "web" of Deployment shop/web requests no CPU, and HPA shop/web scales on it',
  source: 'k8s/web.yaml:21:9',
  at: 't',
  remedy: 'Set resources.requests.cpu for every container of the pod.',
};

describe('evidence of lint', () => {
  const warning = diagnostic({ severity: 'warning' });
  const note = diagnostic({ severity: 'note' });

  test('is one pass for a requirement, with how much was looked at', () => {
    expect(judged([], 'error')).toEqual([passed]);
    expect(judged([warning, note, warning], 'error', [rule, rule], ['a.yaml', 'b.yaml', 'c.yaml'])).toEqual([
      {
        ...passed,
        observed: '2 rules over 3 objects in 3 files: 0 errors, 2 warnings',
        source: 'a.yaml, b.yaml, c.yaml',
      },
    ]);
    expect(judged([], 'error', [rule], ['a.yaml', 'b.yaml', 'c.yaml', 'd.yaml'])[0]?.source).toBe(
      'a.yaml, b.yaml, c.yaml and 1 more',
    );
  });

  test('is each error of it', () => {
    expect(judged([diagnostic(), note, diagnostic({ message: 'another' })], 'error')).toEqual([
      failed,
      { ...failed, observed: 'another' },
    ]);
  });

  test('is each warning too, where warnings fail; a note never does', () => {
    expect(judged([warning, diagnostic()], 'warning').map(({ verdict }) => verdict)).toEqual(['fail', 'fail']);
    expect(judged([note], 'warning').map(({ verdict }) => verdict)).toEqual(['pass']);
  });

  test('is none of a requirement that no rule is about', () => {
    expect(judged([warning], 'error', [])).toEqual([]);
    expect(judged([diagnostic()], 'error', [])).toEqual([failed]);
  });

  test('stands in the order of the requirements', () => {
    const all = requirements.map(({ id }) => ({ requirement: id }) as Rule).toReversed();
    expect(judged([], 'error', all).map(({ requirement }) => requirement)).toEqual(requirements.map(({ id }) => id));
  });
});

describe('notes of lint', () => {
  const web = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: web, image: "web:1"}]}
`;
  const service =
    'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {selector: {app: web}, ports: [{port: 80}]}\n';
  const scaler = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, minReplicas: 2, maxReplicas: 6}
`;
  const notes = (documents: string[], severities: ('error' | 'warning' | 'note')[] = [], ignored = 0) =>
    notesOf(
      severities.map((severity) => diagnostic({ severity })),
      graphOf(readManifests('k.yaml', documents.join('---\n')).manifests, 'shop'),
      ignored,
    ).map(({ kind, text }) => `${kind}: ${text}`);
  const unscaled = 'cannot-prove: Deployment shop/web has no HorizontalPodAutoscaler: nothing scales it';

  test.each<[string, string[], string[]]>([
    ['a service that nothing scales', [web, service], [unscaled]],
    ['a service that is scaled', [web, service, scaler], []],
    ['a workload that serves nobody', [web], []],
    ['a job beside a Service', [web.replace('apps/v1', 'batch/v1').replace('Deployment', 'Job'), service], []],
  ])('name %s', (_, documents, said) => expect(notes(documents)).toEqual(said));

  test.each<[('error' | 'warning' | 'note')[], number, string[]]>([
    [['error', 'note'], 0, []],
    [['warning'], 0, ['advice: lint: 1 warning, listed in the report']],
    [
      ['warning', 'warning'],
      1,
      ['advice: lint: 2 warnings, listed in the report', 'advice: lint: 1 finding is ignored, with a reason'],
    ],
    [[], 2, ['advice: lint: 2 findings are ignored, each with a reason']],
  ])('count %j and %i that are ignored', (severities, ignored, said) =>
    expect(notes([], severities, ignored)).toEqual(said),
  );
});
