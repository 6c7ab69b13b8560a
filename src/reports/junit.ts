import type { Evidence } from '../domain/evidence.js';
import type { Report, StageReport } from '../domain/report.js';
import { xml } from './xml-text.js';

/**
 * JUnit XML: a suite for each stage, a case for each claim. What could not be found out is an `error`, what is bad a
 * `failure`, and a stage that was not reached is skipped.
 */
export function renderJunit(report: Report): string {
  const { service, durationMs, stages, skipped } = report;
  const suites = stages.map(suite).join('');
  const rest = skipped.map(
    ({ stage, reason }) =>
      `  <testsuite name="${stage}" tests="1" failures="0" errors="0" skipped="1" time="0">\n` +
      `    <testcase classname="${stage}" name="not reached" time="0"><skipped message="${xml(reason)}"/></testcase>\n  </testsuite>\n`,
  );
  const cases = stages.flatMap(casesOf);
  const count = (verdict: Evidence['verdict']): number => cases.filter((one) => one.verdict === verdict).length;
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<testsuites name="${xml(`scale-gate ${service}`)}" tests="${cases.length + skipped.length}" ` +
    `failures="${count('fail')}" errors="${count('inconclusive')}" skipped="${skipped.length}" time="${durationMs / 1000}">\n` +
    `${suites}${rest.join('')}</testsuites>\n`
  );
}

/** The claims of a stage; an inability is one more, and so is a stage that found out nothing at all. */
function casesOf({ stage, evidence, error, verdict, startedAt }: StageReport): readonly Evidence[] {
  if (error === undefined && evidence.length > 0) return evidence;
  const inability: Evidence = {
    claim: `${stage} does its work`,
    requirement: 'containers',
    verdict: error === undefined ? verdict : 'inconclusive',
    observed: error === undefined ? 'no evidence' : `${error.code}: ${error.message}`,
    source: stage,
    at: startedAt,
    remedy: error?.hint ?? 'Look into the log of the run.',
  };
  return [...evidence, inability];
}

function suite(report: StageReport): string {
  const cases = casesOf(report);
  const count = (verdict: Evidence['verdict']): number => cases.filter((one) => one.verdict === verdict).length;
  const seconds = report.durationMs / 1000;
  return (
    `  <testsuite name="${report.stage}" tests="${cases.length}" failures="${count('fail')}" ` +
    `errors="${count('inconclusive')}" skipped="0" time="${seconds}" timestamp="${xml(report.startedAt)}">\n` +
    cases.map((one) => testcase(report.stage, one)).join('') +
    '  </testsuite>\n'
  );
}

const outcome = { pass: 'pass', fail: 'failure', inconclusive: 'error' } as const;

function testcase(stage: string, { claim, object, requirement, verdict, observed, source, remedy }: Evidence): string {
  const name = object === undefined ? claim : `${claim} (${object})`;
  const head = `    <testcase classname="${xml(`${stage}.${requirement}`)}" name="${xml(name)}" time="0">`;
  if (verdict === 'pass') return `${head}<system-out>${xml(`${observed}\n${source}`)}</system-out></testcase>\n`;
  const element = outcome[verdict];
  const body = [observed, `seen in: ${source}`, ...(remedy === undefined ? [] : [`what to do: ${remedy}`])].join('\n');
  return `${head}<${element} message="${xml(observed)}">${xml(body)}</${element}></testcase>\n`;
}
