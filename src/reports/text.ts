import { styleText } from 'node:util';
import { sanitisePhrase } from '../domain/foreign-text.js';
import type { Report } from '../domain/report.js';
import type { Decision, Verdict } from '../domain/verdict.js';
import { findingsOf, loadDataOf, notesOf, outlineOf, passedOf, signs, spoken } from './outline.js';

export interface TextOptions {
  readonly colour: boolean;
  readonly width: number;
}

const colours = { promote: 'green', pass: 'green', reject: 'red', fail: 'red', inconclusive: 'yellow' } as const;

type Paint = (word: Decision | Verdict, text: string) => string;

/** The block that ends a run on a terminal: the decision, the six requirements, the stages, what to do. */
export function renderText(report: Report, { colour, width }: TextOptions): string {
  const paint: Paint = (word, text) => (colour ? styleText(colours[word], text, { validateStream: false }) : text);
  const line = '─'.repeat(Math.min(Math.max(width, 40), 100));
  const { decision, service, reason, durationMs } = report;
  const head = `${paint(decision, `${signs[decision]} ${decision}`)}  ${printable(service)}  in ${spoken(durationMs)}`;
  const blocks = [
    requirementLines(report, paint),
    stageLines(report, paint),
    failureLines(report, paint),
    predictionLines(report),
    noteLines(report),
  ];
  return [line, head, `  ${printable(reason)}`, line, ...blocks.flatMap((block) => [...block, ''])]
    .join('\n')
    .trimEnd();
}

function requirementLines(report: Report, paint: Paint): readonly string[] {
  return outlineOf(report).map(
    ({ title, verdict, findings }) => `${paint(verdict, signs[verdict])} ${title.padEnd(62)} ${passedOf(findings)}`,
  );
}

function stageLines({ stages, skipped, durationMs }: Report, paint: Paint): readonly string[] {
  const ran = stages.map(({ stage, verdict, durationMs: ms, evidence, error }) => {
    const bar = '▇'.repeat(Math.round((20 * ms) / Math.max(durationMs, 1)));
    const why = error === undefined ? passedOf(evidence) : error.code;
    const columns = [stage.padEnd(10), spoken(ms).padStart(12), ` ${why.padEnd(20)}`, bar].join(' ').trimEnd();
    return `${paint(verdict, signs[verdict])} ${columns}`;
  });
  return [...ran, ...skipped.map(({ stage, reason }) => `- ${stage.padEnd(10)} not reached: ${printable(reason)}`)];
}

function failureLines(report: Report, paint: Paint): readonly string[] {
  const errors = report.stages.flatMap(({ stage, error }) =>
    error === undefined
      ? []
      : [
          `${paint('inconclusive', signs.inconclusive)} ${stage}: ${printable(error.message)}`,
          ...Object.entries(error.facts).map(([name, fact]) => `    ${printable(name).padEnd(13)} ${printable(fact)}`),
          `    what to do    ${printable(error.hint)}`,
        ],
  );
  const failures = findingsOf(report).filter(({ verdict }) => verdict !== 'pass');
  const lines = failures
    .slice(0, 20)
    .flatMap(({ stage, verdict, claim, object, observed, source, remedy }) => [
      `${paint(verdict, signs[verdict])} ${stage}: ${printable(claim)}${object === undefined ? '' : ` (${printable(object)})`}`,
      `    observed      ${printable(observed)}`,
      `    seen in       ${printable(source)}`,
      ...(remedy === undefined ? [] : [`    what to do    ${printable(remedy)}`]),
    ]);
  return [...errors, ...lines, ...(failures.length > 20 ? [`… and ${failures.length - 20} more in the report`] : [])];
}

function predictionLines(report: Report): readonly string[] {
  const predictions = loadDataOf(report)?.predictions ?? [];
  if (predictions.length === 0) return [];
  const lines = predictions.flatMap(({ what, expected, observed, production }) => [
    `    ${printable(what).padEnd(22)} ${printable(observed).padEnd(10)} expected ${printable(expected)}`,
    ...(production === undefined ? [] : [`${' '.repeat(38)}on production clocks ${printable(production)}`]),
  ]);
  return ['observed, beside what the simulator expects of the measured load', ...lines];
}

function noteLines(report: Report): readonly string[] {
  const kinds = ['modified-for-ci', 'cannot-prove', 'measured', 'advice'] as const;
  return kinds.flatMap((kind) => notesOf(report, kind).map((text) => `${kind}: ${printable(text)}`));
}

/** One line, and nothing that a terminal or a workflow runner would obey: the block is also printed in a `run:` step. */
function printable(text: string): string {
  return sanitisePhrase(text, 4_096);
}
