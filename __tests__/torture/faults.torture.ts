import { expect, test } from '@jest/globals';
import { faultMatrix } from './fault-matrix.js';
import { faultKinds } from './faults.js';
import { figure, scale } from './figures.js';

test('every call of every port × every kind of fault: nothing left behind, no sound service rejected, no false promotion', async () => {
  const { runs, missed, problems } = await faultMatrix(Math.max(1, Math.round(1 / scale)));
  const promised = '0 left behind, 0 wrong verdicts, the neighbour untouched; each fault seen to happen';
  const value = `${runs} runs over ${faultKinds.length} kinds of fault: ${problems.length} problems, ${missed} faults that did not happen`;
  figure('fault matrix, in memory', value, promised, problems.length + missed === 0);
  expect(problems).toEqual([]);
  expect(missed).toBe(0);
}, 1_800_000);
