import { describe, expect, test } from '@jest/globals';
import { owed, runGate, runGateUntilItTells } from './gate.js';

describe('variants that must not be promoted', () => {
  test.each([
    { variant: 'requests-missing', code: 1, decision: 'reject', reason: /lint.*session-shop.*no cpu request.*60 %/s },
    { variant: 'target-unreachable', code: 1, decision: 'reject', reason: /lint.*session-shop.*300 %.*290 %/s },
    {
      variant: 'image-missing',
      code: 1,
      decision: 'reject',
      reason: /deploy.*Deployment\/session-shop.*0 of 1.*session-shop:never-built/s,
    },
    { variant: 'redis-blocked', code: 1, decision: 'reject', reason: /redis.*16379/s },
    { variant: 'too-slow', code: 1, decision: 'reject', reason: /load.*p\(95\).*800/s },
    { variant: 'no-traffic', code: 2, decision: 'inconclusive', reason: /load.*\d/s },
  ])('$variant ends in $decision with exit code $code', async ({ variant, code, decision, reason }) => {
    const run = code === 2 ? runGate : runGateUntilItTells;
    const ran = await run(['run', `examples/variants/${variant}`]);
    console.log(`${variant}: ${ran.seconds.toFixed(0)} s: ${ran.report?.reason}`);
    const expected = owed(ran, code, decision);
    expect([ran.code, ran.report?.decision]).toEqual(expected);
    if (expected[0] === code) expect(ran.report?.reason).toMatch(reason);
    expect(ran.report?.reason.split('\n')).toHaveLength(1);
    expect(ran.left).toEqual([]);
  });
});
