import { invalidInput } from '../../domain/error.js';
import { type Behaviour, behaviours, defaultRedisSpec } from './spec.js';

/** `quick`, `full`, `none`, or names with commas between them. */
export const behaviourWords = new RegExp(`^(quick|full|none|(${behaviours.join('|')})(,(${behaviours.join('|')}))*)$`);

/** What a user asks to be done to the cluster. Throws `INPUT_INVALID` for a word that names nothing. */
export function parseBehaviours(text: string): readonly Behaviour[] {
  const words = text.replaceAll(/\s/g, '');
  if (words === 'quick') return defaultRedisSpec.behaviours;
  if (words === 'full') return behaviours;
  if (words === 'none') return [];
  const asked = words.split(',');
  const unknown = asked.filter((word) => !(behaviours as readonly string[]).includes(word));
  if (unknown.length === 0) return behaviours.filter((one) => asked.includes(one));
  throw invalidInput(
    [`redis behaviour "${unknown.join(', ')}" is none`],
    `Write quick, full, none, or some of ${behaviours.join(', ')}.`,
  );
}
