import { describe, expect, test } from '@jest/globals';
import { fixed } from '../../../src/stages/lint/fix.js';
import { judgeText } from '../../fakes/judgement.js';

const file = 'k8s/web.yaml';
const scaled = (spec: string) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
${spec}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
  maxReplicas: 3
`;
const template = '  template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: "web:1"}]}}';
const run = (text: string) => fixed(file, text, judgeText(text));

describe('fixes', () => {
  test('the line of spec.replicas is taken out, and nothing else', () => {
    const { text, applied } = run(scaled(`spec:\n  replicas: 3 # three\n${template}`));
    expect(applied).toBe(1);
    expect(text).toBe(scaled(`spec:\n${template}`));
  });

  test('what is mended is not found again', () => {
    const { text } = run(scaled(`spec:\n  replicas: 3\n${template}`));
    expect(judgeText(text).map(({ rule }) => rule)).not.toContain('hpa-replicas-set');
    expect(run(text)).toEqual({ text, applied: 0, left: 0 });
  });

  test.each([
    ['a mapping on one line', `spec: {replicas: 3, paused: true, ${template.trim()}}`],
    ['a mapping on one line over several', `spec: {\n  replicas: 3, paused: true,\n${template}}`],
  ])('%s is left alone: a line can not be taken out of it', (_, spec) => {
    expect(run(scaled(spec)).applied).toBe(0);
  });

  test('of two fixes for one place one is applied', () => {
    const text = 'a: 1\nb: 2\n';
    const at = { file, start: { line: 1, column: 1 }, end: { line: 2, column: 1 } };
    const finding = { fix: { description: '', edits: [{ at, text: '' }] } } as never;
    expect(fixed(file, text, [finding, finding])).toEqual({ text: 'b: 2\n', applied: 1, left: 1 });
  });

  test('CRLF stays CRLF', () => {
    const { text } = run(scaled(`spec:\n  replicas: 3\n${template}`).replaceAll('\n', '\r\n'));
    expect(text).toBe(scaled(`spec:\n${template}`).replaceAll('\n', '\r\n'));
  });
});
