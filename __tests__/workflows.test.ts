import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readConfigDocument } from '../src/adapters/yaml/config-document.js';
import { parseOptions } from '../src/entry/inputs/parse.js';
import { doorOptions, optionTable } from '../src/entry/inputs/table.js';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
}
interface Workflow {
  readonly on: { readonly workflow_call: { readonly inputs: Readonly<Record<string, unknown>> } };
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<string, { readonly permissions: Readonly<Record<string, string>>; readonly steps: readonly Step[] }>
  >;
}
const workflow = (name: string): Workflow =>
  readConfigDocument(readFileSync(`.github/workflows/${name}.yml`, 'utf8')).value as Workflow;
const steps = ({ jobs }: Workflow): readonly Step[] => Object.values(jobs).flatMap((job) => job.steps);

describe.each(['gate', 'preview'])('reusable workflow %s', (name) => {
  test('grants nothing by itself, and pins what it uses by commit', () => {
    expect(workflow(name).permissions).toEqual({});
    const foreign = steps(workflow(name)).flatMap(({ uses }) =>
      uses === undefined || uses.startsWith('./') ? [] : [uses],
    );
    expect(foreign.filter((uses) => !/@[0-9a-f]{40}$/.test(uses))).toEqual([]);
  });

  test('gives our actions only inputs that exist, and puts no expression into a shell', () => {
    const known = [...doorOptions, ...optionTable].map((row) => row.name);
    const ours = steps(workflow(name)).filter(({ uses }) => uses?.startsWith('./'));
    expect(ours).toHaveLength(1);
    expect(Object.keys(ours[0]?.with ?? {}).filter((input) => !known.includes(input))).toEqual([]);
    expect(steps(workflow(name)).filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });
});

test('the gate may only read', () => expect(workflow('gate').jobs['gate']?.permissions).toEqual({ contents: 'read' }));

test('the preview may comment, and nothing that lets a change through', () => {
  expect(workflow('preview').jobs['publish']?.permissions).toEqual({
    actions: 'read',
    contents: 'read',
    'pull-requests': 'write',
  });
  for (const gate of ['check-run', 'commit-status', 'deployment-status']) {
    const given = { 'promote-publish-only': 'true', 'promote-reports': 'a.json', [`promote-${gate}`]: 'true' };
    expect(() => parseOptions({ given })).toThrow(`input promote-${gate} is refused`);
  }
});
