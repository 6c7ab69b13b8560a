import { expect, test } from '@jest/globals';
import { sanitise } from '../../src/domain/foreign-text.js';
import { commandsIn } from '../runner/action-command.js';
import { seeds } from '../runner/injections.js';
import { figure, scale } from './figures.js';
import { hostile, randomNumbers } from './random-text.js';

test('no seed and no random text speaks to the runner once it is sanitised', () => {
  const runs = Math.round(1_000_000 * scale);
  const random = randomNumbers(20_301_107);
  let [heard, before] = [0, 0];
  const escaped: string[] = [];
  const look = (text: string): void => {
    if (commandsIn(text).length > 0) before++;
    if (commandsIn(sanitise(text), true).length === 0) return;
    heard++;
    if (escaped.length < 5) escaped.push(JSON.stringify(text));
  };
  for (const seed of seeds) look(seed);
  for (let run = 0; run < runs; run++) look(hostile(random));
  const value = `${heard} commands heard in ${seeds.length} seeds and ${runs} random texts, of which ${before} held one before`;
  figure('injection', value, '≥ 300 seeds and 10⁶ random texts, 0 commands heard', heard === 0 && before > runs / 20);
  expect(escaped).toEqual([]);
});
