import { expect, test } from '@jest/globals';
import { nodeCommands } from '../../src/adapters/node/commands.js';
import { guardLog } from '../../src/adapters/node/guarded-log.js';
import { diagnosticsBundle } from '../../src/domain/diagnostics-bundle.js';
import type { GateError } from '../../src/domain/error.js';
import { redactReport } from '../../src/domain/redaction.js';
import { type Redactor, redactor } from '../../src/domain/redactor.js';
import type { Report } from '../../src/domain/report.js';
import { annotationsOf } from '../../src/reports/annotations.js';
import { renderComment } from '../../src/reports/comment.js';
import { renderHtml } from '../../src/reports/html/page.js';
import { renderJson } from '../../src/reports/json.js';
import { renderJunit } from '../../src/reports/junit.js';
import { outputsOf } from '../../src/reports/outputs.js';
import { renderSarif } from '../../src/reports/sarif.js';
import { renderSummary } from '../../src/reports/summary.js';
import { renderText } from '../../src/reports/text.js';
import { FakeLog } from '../fakes/log.js';
import { rejected } from '../reports/samples.js';
import { canaries, forms, leakOf } from '../secrets/canaries.js';
import { figure } from './figures.js';

/** The same report with `text` in every place that foreign text comes to. */
function planted(text: string): Report {
  const words = `it says ${text} here`;
  return {
    ...rejected,
    reason: words,
    service: words,
    stages: rejected.stages.map((stage) => ({
      ...stage,
      evidence: stage.evidence.map((each) => ({
        ...each,
        observed: words,
        claim: words,
        source: words,
        remedy: words,
      })),
      notes: [...stage.notes, { kind: 'advice' as const, text: words }],
    })),
  };
}

const reportChannels: Readonly<Record<string, (report: Report) => string>> = {
  'report.json': renderJson,
  'job summary': renderSummary,
  comment: (report) => renderComment(report, { key: 'k' }),
  HTML: renderHtml,
  JUnit: renderJunit,
  SARIF: renderSarif,
  annotations: (report) => JSON.stringify(annotationsOf(report)),
  outputs: (report) => Object.values(outputsOf(report)).join('\n'),
  terminal: (report) => renderText(report, { colour: true, width: 100 }),
};

const textChannels: Readonly<Record<string, (text: string, redacting: Redactor) => string>> = {
  log: (text, redacting) => {
    const log = new FakeLog();
    const guarded = guardLog(log, redacting);
    for (const level of ['info', 'warn', 'debug', 'progress'] as const) guarded[level](text);
    return log.text;
  },
  'diagnostics bundle': (text, redacting) =>
    diagnosticsBundle(
      [
        { name: `pods/${text}.log`, content: { text } },
        { name: 'x', content: { missing: text } },
      ],
      redacting,
    )
      .map((file) => file.name + file.text)
      .join('\n'),
  'a stream in pieces': (text, redacting) => {
    const stream = redacting.stream();
    const pieces = (`${'filler\n'.repeat(6_000)}${text}${'filler\n'.repeat(6_000)}`.match(/[\s\S]{1,4093}/g) ?? []).map(
      stream.push,
    );
    return [...pieces, stream.end()].join('');
  },
};

async function errorOf(text: string, redacting: Redactor): Promise<string> {
  const commands = nodeCommands({ PATH: process.env['PATH'] }, { redact: (each) => redacting.redact(each) });
  const script = 'echo "$0"; kill -9 $$';
  const options = { deadlineMs: 10_000, signal: new AbortController().signal };
  const error = await commands
    .run('sh', ['-c', script, text.replaceAll('\0', '')], options)
    .catch((each: GateError) => each);
  return 'facts' in error ? `${error.message}\n${Object.values(error.facts).join('\n')}` : '';
}

test('no form of a planted secret is readable in any channel', async () => {
  const all = canaries('torture');
  const redacting = redactor(all.map(({ value }) => value));
  const leaks: string[] = [];
  let [cells, shown] = [0, 0];
  const look = (channel: string, name: string, at: number, output: string, naked: string): void => {
    cells++;
    const canary = all[at];
    if (canary === undefined) throw new Error('no canary');
    if (leakOf(naked, canary, name) !== undefined) shown++;
    const leak = leakOf(output, canary, name);
    if (leak !== undefined) leaks.push(`${channel}, ${canary.kind}, ${name}: ${leak}`);
  };
  for (const [at, { value }] of all.entries()) {
    for (const [name, encode] of Object.entries(forms)) {
      const text = encode(value);
      const report = redactReport(planted(text), redacting);
      for (const [channel, render] of Object.entries(reportChannels)) look(channel, name, at, render(report), text);
      for (const [channel, pass] of Object.entries(textChannels)) look(channel, name, at, pass(text, redacting), text);
      if (at < 2) look('error of a command', name, at, await errorOf(text, redacting), text);
    }
  }
  const channels = Object.keys(reportChannels).length + Object.keys(textChannels).length + 1;
  const value = `${leaks.length} found in ${cells} cells: ${Object.keys(forms).length} forms × ${all.length} kinds × ${channels} channels; ${shown} readable before`;
  figure(
    'leaks',
    value,
    'canaries in ≥ 30 forms × every output channel, 0 found',
    leaks.length === 0 && shown > 0.98 * cells,
  );
  expect(leaks.slice(0, 20)).toEqual([]);
});
