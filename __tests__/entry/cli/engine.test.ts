import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';

test('V8 knows the flags that make it sparing, and goes on under them', () => {
  // In a process of its own: flags are for all of a process.
  const program = `
    const { sparingly } = await import('./src/entry/cli/engine.ts');
    sparingly();
    let sum = 0;
    for (let index = 0; index < 1e6; index++) sum += index % 7;
    console.log(sum);
  `;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '--no-warnings' },
  });
  expect({ stdout, stderr }).toEqual({ stdout: '2999997\n', stderr: '' });
});
