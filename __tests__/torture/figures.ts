import { appendFileSync } from 'node:fs';

/** Writes a figure down for `npm run torture`; `holds` says whether it is what was promised. */
export function figure(name: string, value: string, promised: string, holds: boolean): void {
  const file = process.env['SG_FIGURES'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ name, value, promised, holds })}\n`);
}

/** How much of the whole torture is run: 1 is all of it. */
export const scale = Number(process.env['SG_TORTURE_SCALE'] ?? '1');
