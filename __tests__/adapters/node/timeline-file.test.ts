import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { timelineFile } from '../../../src/adapters/node/timeline-file.js';
import type { TimelineRow } from '../../../src/autoscaler/timeline.js';

const row = (at: number, message = ''): TimelineRow => ({
  at,
  until: at,
  hpa: null,
  scale: null,
  pods: [],
  samples: null,
  events: message === '' ? [] : [{ type: 'Normal', reason: 'r', message, at }],
});
const hide = (one: TimelineRow): TimelineRow =>
  JSON.parse(JSON.stringify(one).replaceAll('s3cret', '***')) as TimelineRow;

describe('the timeline file', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'sg-timeline-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const lines = (file: string) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as TimelineRow);

  test('has each row as soon as it is kept, without its secrets, and nothing of an earlier run', () => {
    const file = path.join(folder, 'reports', 'timeline.jsonl');
    const keeper = timelineFile(file, hide);
    keeper.keep(row(1, 'password s3cret'));
    expect(lines(file).map(({ at, events }) => [at, events[0]?.message])).toEqual([[1, 'password ***']]);
    keeper.keep(row(2));
    expect(lines(file).map(({ at }) => at)).toEqual([1, 2]);
    timelineFile(file, hide).keep(row(9));
    expect(lines(file).map(({ at }) => at)).toEqual([9]);
  });

  test('is replaced by the whole, of which secrets are taken out too', () => {
    const file = path.join(folder, 'whole.jsonl');
    const keeper = timelineFile(file, hide);
    keeper.keep(row(1));
    keeper.complete([row(1, 's3cret'), row(2)]);
    expect(lines(file).map(({ at }) => at)).toEqual([1, 2]);
    expect(readFileSync(file, 'utf8')).not.toContain('s3cret');
    expect(readdirSync(folder)).not.toContain('whole.jsonl.part');
  });

  test('that cannot be written is an inability with the path', () => {
    const blocked = path.join(folder, 'a-file');
    writeFileSync(blocked, '');
    const keeper = timelineFile(path.join(blocked, 'timeline.jsonl'), hide);
    expect(() => keeper.keep(row(1))).toThrow(/a-file.*cannot be written/);
  });
});
