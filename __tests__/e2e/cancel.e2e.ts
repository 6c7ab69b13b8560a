import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { leftovers, startGate } from './gate.js';

const moments = [
  { moment: 'while kind makes the cluster', pattern: /creating kind cluster/, signal: 'SIGINT' },
  { moment: 'while the add-ons are proven', pattern: /loaded .*traefik/, signal: 'SIGTERM' },
  { moment: 'while the service rolls out', pattern: /▸ deploy/, signal: 'SIGINT' },
  { moment: 'under load', pattern: /▸ load/, signal: 'SIGTERM' },
] as const;

describe('a run that is cancelled', () => {
  test.each(moments)('$moment with $signal leaves nothing behind and is inconclusive', async ({ pattern, signal }) => {
    const running = startGate(['run', 'examples/variants/no-traffic']);
    await running.seen(pattern);
    running.kill(signal);
    const { code, report } = await running.finished;
    expect([code, report?.decision]).toEqual([2, 'inconclusive']);
    expect(leftovers(running.state)).toEqual([]);
    rmSync(running.state, { recursive: true, force: true });
  });

  test('and one that was killed is cleaned up by a fresh process', async () => {
    const running = startGate(['run', 'examples/variants/no-traffic']);
    await running.seen(/loaded .*traefik/);
    running.kill('SIGKILL');
    await running.finished;
    expect(leftovers(running.state)).not.toEqual([]);
    const env = { ...process.env, XDG_STATE_HOME: running.state, RUNNER_TEMP: running.state };
    const cleanup = spawnSync(process.execPath, ['dist/cli/index.js', 'cleanup'], { env, encoding: 'utf8' });
    expect([cleanup.status, leftovers(running.state)]).toEqual([0, []]);
    rmSync(running.state, { recursive: true, force: true });
  });
});
