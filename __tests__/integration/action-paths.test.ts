import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';

const bundle = path.resolve('dist/action/index.js');
const root = mkdtempSync(path.join(tmpdir(), 'sg-action-'));
afterAll(() => rmSync(root, { recursive: true }));

/** Runs the action as a runner does: a checkout, a folder for the job, and inputs as variables. */
function step(inputs: Readonly<Record<string, string>>, config?: string) {
  const workspace = mkdtempSync(path.join(root, 'workspace-'));
  const temp = path.join(workspace, 'temp');
  mkdirSync(temp);
  const files = { GITHUB_OUTPUT: 'output', GITHUB_STATE: 'state', GITHUB_STEP_SUMMARY: 'summary' };
  for (const name of Object.values(files)) writeFileSync(path.join(temp, name), '');
  if (config !== undefined) writeFileSync(path.join(workspace, 'scale-gate.yml'), config);
  const env = {
    PATH: process.env['PATH'],
    HOME: workspace,
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temp,
    ...Object.fromEntries(Object.entries(files).map(([name, file]) => [name, path.join(temp, file)])),
    ...inputs,
  };
  return spawnSync(process.execPath, [bundle], { cwd: workspace, env, encoding: 'utf8', timeout: 60_000 });
}

const outside = mkdtempSync(path.join(root, 'outside-'));
writeFileSync(path.join(outside, 'pod.yaml'), '{apiVersion: v1, kind: Pod, metadata: {name: a}}\n');

const built = existsSync(bundle) ? test : test.skip;

built.each<[string, Readonly<Record<string, string>>, string | undefined]>([
  ['manifests of the configuration', {}, `manifests: ["${outside}"]\n`],
  ['manifests of an input', { INPUT_MANIFESTS: outside }, undefined],
  ['the folder', { INPUT_FOLDER: outside }, undefined],
  ['the configuration', { INPUT_CONFIG: path.join(outside, 'pod.yaml') }, undefined],
])('the action ends with 64 where %s is outside of the checkout, and names it', (_, inputs, config) => {
  const { status, stdout } = step({ INPUT_STAGE: 'lint', ...inputs }, config);
  expect(stdout).toContain(`${outside}`);
  expect(stdout).toContain('is outside of');
  expect(status).toBe(64);
});
