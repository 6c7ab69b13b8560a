import { expect, test } from '@jest/globals';
import { faultMatrix } from '../torture/fault-matrix.js';
import { rehearse } from '../torture/rehearsal.js';

test('a run without a fault promotes, and leaves nothing behind but the neighbour', async () => {
  expect(await rehearse()).toMatchObject({ decision: 'promote', blamed: [], left: [], neighbourLives: true });
});

test('a sample of the fault matrix: nothing left behind, no wrong verdict', async () => {
  const { problems, missed } = await faultMatrix(37);
  expect(problems).toEqual([]);
  expect(missed).toBe(0);
  // Ten seconds of a processor: on a busy machine they are long ones, which is no fault of the gate.
}, 180_000);
