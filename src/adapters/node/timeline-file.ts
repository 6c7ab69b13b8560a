import { appendFileSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TimelineRow, timelineText } from '../../autoscaler/timeline.js';
import { GateError } from '../../domain/error.js';
import type { TimelineKeeper } from '../../ports/timeline-keeper.js';

/**
 * `timeline.jsonl` on disk. Written at once and in order: a row is a few kilobytes a second.
 *
 * @param clean takes secrets out of a row before it leaves the process.
 */
export function timelineFile(file: string, clean: (row: TimelineRow) => TimelineRow): TimelineKeeper {
  let begun = false;
  const write = (work: () => void): void => {
    try {
      if (!begun) {
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, '');
      }
      begun = true;
      work();
    } catch (cause) {
      throw new GateError(
        'PUBLISH_FAILED',
        `${file} cannot be written: ${cause instanceof Error ? cause.message : cause}`,
        {
          hint: 'Name a folder that can be written to with `reports-folder`.',
          cause,
        },
      );
    }
  };
  return {
    keep: (row) => write(() => appendFileSync(file, timelineText([clean(row)]))),
    complete: (rows) =>
      write(() => {
        writeFileSync(`${file}.part`, timelineText(rows.map(clean)));
        renameSync(`${file}.part`, file);
      }),
  };
}
