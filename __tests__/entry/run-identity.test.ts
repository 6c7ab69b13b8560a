import { describe, expect, test } from '@jest/globals';
import { isRunName } from '../../src/domain/run.js';
import { runIdentity, scratchFolder } from '../../src/entry/run-identity.js';

const main = { GITHUB_RUN_ID: '12', GITHUB_RUN_ATTEMPT: '2', GITHUB_JOB: 'gate', RUNNER_TEMP: '/runner/_temp' };

describe('the name of a run', () => {
  test('is the same in main and in post, which is another process', () => {
    const post = { ...main, GITHUB_ACTION: '__self', STATE_anything: 'x' };
    expect(runIdentity(post)).toBe(runIdentity(main));
    expect(isRunName(runIdentity(main))).toBe(true);
  });

  test.each([
    ['GITHUB_RUN_ID', '13'],
    ['GITHUB_RUN_ATTEMPT', '3'],
    ['GITHUB_JOB', 'other'],
    ['RUNNER_TEMP', '/runner2/_temp'],
    ['SCALE_GATE_RUN_SALT', 'second'],
  ])('is another where %s is another', (name, value) => {
    expect(runIdentity({ ...main, [name]: value })).not.toBe(runIdentity(main));
  });

  test.each([[{}], [{ GITHUB_RUN_ID: '' }]])('is left to chance on a laptop: %j', (env) => {
    expect(runIdentity(env)).not.toBe(runIdentity(env));
    expect(isRunName(runIdentity(env))).toBe(true);
  });

  test('keeps its private folder in the runner’s, or in the system’s', () => {
    expect(scratchFolder({ RUNNER_TEMP: '/' })).toBe('/scale-gate');
    expect(scratchFolder({ RUNNER_TEMP: '' })).toBe(scratchFolder({}));
  });
});
