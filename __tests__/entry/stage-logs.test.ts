import { describe, expect, test } from '@jest/globals';
import type { StageReport } from '../../src/domain/report.js';
import type { StageName } from '../../src/domain/stage.js';
import { StageLogs } from '../../src/entry/stage-logs.js';

function logs(clean: (line: string) => string = (line) => line): { logs: StageLogs; out: string[] } {
  const out: string[] = [];
  const sink = {
    open: (stage: StageName) => void out.push(`▸ ${stage}`),
    line: (_: string, text: string) => void out.push(text),
    close: ({ stage, evidence }: StageReport) => void out.push(`■ ${stage} ${evidence[0]?.observed ?? ''}`.trim()),
  };
  return { logs: new StageLogs(sink, clean), out };
}

const report = (stage: StageName, observed?: string): StageReport => ({
  stage,
  verdict: 'pass',
  evidence:
    observed === undefined
      ? []
      : [{ claim: 'c', requirement: 'containers', verdict: 'pass', observed, source: 's', at: 'now' }],
  notes: [],
  startedAt: 'now',
  durationMs: 1,
});

describe('the log of stages that run side by side', () => {
  test('reads stage by stage, the first that is under way as it happens', () => {
    const { logs: all, out } = logs();
    all.begin('provision');
    all.log('provision').info('creating');
    all.begin('deploy');
    all.begin('redis');
    all.log('redis').info('12 pods');
    all.log('deploy').info('applied');
    all.end(report('redis'));
    expect(out).toEqual(['▸ provision', 'creating']);
    all.log('provision').info('metrics answer');
    all.end(report('provision'));
    all.log('deploy').info('rolled out');
    expect(out.slice(2)).toEqual(['metrics answer', '■ provision', '▸ deploy', 'applied', 'rolled out']);
    all.end(report('deploy'));
    expect(out.slice(7)).toEqual(['■ deploy', '▸ redis', '12 pods', '■ redis']);
  });

  test('keeps no progress of what was waited for while another stage was printed', () => {
    const { logs: all, out } = logs();
    all.begin('deploy');
    all.begin('redis');
    all.log('deploy').progress('0 of 2');
    all.log('redis').progress('0 of 12');
    all.end(report('deploy'));
    all.end(report('redis'));
    expect(out).toEqual(['▸ deploy', '0 of 2', '■ deploy', '▸ redis', '■ redis']);
  });

  test('cleans every line, also those of reports', () => {
    const { logs: all, out } = logs((line) => line.replaceAll('secret', '***'));
    all.begin('deploy');
    all.log('deploy').warn('a secret');
    all.end(report('deploy', 'first secret\nsecond secret'));
    expect(out).toEqual(['▸ deploy', 'a ***', '■ deploy first ***\nsecond ***']);
  });

  test('a stage that was never begun says nothing', () => {
    const { logs: all, out } = logs();
    all.log('load').info('too early');
    all.end(report('load'));
    expect(out).toEqual([]);
  });
});
