import { describe, expect, test } from '@jest/globals';
import { declaredInternal } from '../../../src/stages/deploy/declared-internal.js';
import { witness } from '../../../src/stages/witness.js';

const see = witness({ now: () => 0, monotonic: () => 0, sleep: async () => undefined });
const routes = { services: ['web', 'redis'], routed: new Set(['web']) };

describe('a Service that is declared internal', () => {
  test.each([
    ['redis', 'pass', '0 Ingresses lead to it'],
    ['web', 'fail', 'an Ingress leads to it'],
    ['rediss', 'inconclusive', 'no Service of that name'],
  ])('%s: %s', (name, verdict, observed) => {
    const [evidence] = declaredInternal([name], routes, see);
    expect(evidence).toMatchObject({ verdict, observed, requirement: 'exposure', object: `Service/${name}` });
    expect(evidence?.remedy === undefined).toBe(verdict === 'pass');
  });

  test('that nobody declared is not spoken of', () => expect(declaredInternal([], routes, see)).toEqual([]));
});
