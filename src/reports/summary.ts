import { describeLocation } from '../domain/location.js';
import type { Report } from '../domain/report.js';
import { code, fitting, inline, table } from './markdown-text.js';
import { mermaidCharts } from './mermaid.js';
import {
  type Finding,
  firstOf,
  lintDataOf,
  loadDataOf,
  notesOf,
  outlineOf,
  passedOf,
  type RequirementOutline,
  redisDataOf,
  spoken,
} from './outline.js';

/** What GitHub takes as a step's summary, in bytes; a larger one is lost whole. */
export const summaryLimit = 1024 * 1024;

export const emoji = { pass: '✅', fail: '❌', inconclusive: '⚠️', promote: '✅', reject: '❌' } as const;

/** The job summary: its first line is the decision and the reason. */
export function renderSummary(report: Report, limit: number = summaryLimit): string {
  const sections = [
    headline(report),
    subjectOf(report),
    ...outlineOf(report).map(requirementSection),
    timeTable(report),
    errorSection(report),
    notesSection(report),
    chartSection(report),
    predictionSection(report),
    thresholdSection(report),
    redisSection(report),
    lintSection(report),
  ];
  return fitting(sections, limit);
}

export function headline({ decision, reason }: Report): string {
  return `# ${emoji[decision]} ${decision}: ${inline(reason)}`;
}

function subjectOf({ service, run, subject, version, durationMs, diagnostics }: Report): string {
  const images = Object.entries(subject.images).map(([image, digest]) => `${code(image)} ran as ${code(digest)}`);
  const facts = [
    `service ${code(service)}`,
    `commit ${code(subject.commit)}`,
    `manifests ${code(subject.manifests)}`,
    ...images,
    `run ${code(run)} took ${spoken(durationMs)} with Scale Gate ${inline(version)}`,
    ...(diagnostics === undefined
      ? []
      : [`what was seen of the cluster (events, objects, logs, nodes) is in ${code(diagnostics)} beside report.json`]),
  ];
  return facts.map((fact) => `- ${fact}`).join('\n');
}

function requirementSection({ title, verdict, findings }: RequirementOutline): string {
  const head = `## ${emoji[verdict]} ${title}`;
  if (findings.length === 0) return `${head}\n\nNothing was found out.`;
  const { shown, left } = firstOf(findings, 60);
  const rows = shown.map((finding) => [
    emoji[finding.verdict],
    inline(finding.claim),
    seen(finding),
    inline(finding.source),
  ]);
  const more = left === 0 ? '' : `\n\n… and ${left} more in the report.`;
  return `${head}\n\n${table(['', 'claim', 'observed', 'source'], rows)}${more}`;
}

function seen({ object, observed, remedy }: Finding): string {
  const where = object === undefined ? '' : `${inline(object)}: `;
  return `${where}${inline(observed)}${remedy === undefined ? '' : `<br>→ ${inline(remedy)}`}`;
}

/** Where the time went; stages run side by side, so that the shares may add up to more than the whole. */
export function timeTable({ stages, skipped, durationMs }: Report): string {
  const rows = stages.map(({ stage, verdict, evidence, error, durationMs: ms }) => {
    const share = Math.round((100 * ms) / Math.max(durationMs, 1));
    const bar = '█'.repeat(Math.round(share / 5)) || '▏';
    const why = error === undefined ? passedOf(evidence) : error.code;
    return [stage, `${emoji[verdict]} ${verdict}`, why, spoken(ms), `${bar} ${share} %`];
  });
  const rest = skipped.map(({ stage, reason }) => [stage, 'not reached', inline(reason), '', '']);
  return `## Where the time went\n\n${table(['stage', 'verdict', 'evidence', 'time', 'share of the run'], [...rows, ...rest])}`;
}

function errorSection({ stages }: Report): string {
  const errors = stages.flatMap(({ stage, error }) => (error === undefined ? [] : [{ stage, error }]));
  if (errors.length === 0) return '';
  const parts = errors.map(({ stage, error: { code: name, message, hint, facts } }) =>
    [
      `**${stage}** could not do its work (${name}): ${inline(message)}`,
      `→ ${inline(hint)}`,
      ...Object.entries(facts).map(([fact, value]) => `- ${inline(fact)}: ${code(value)}`),
    ].join('\n'),
  );
  return `## What could not be found out\n\n${parts.join('\n\n')}`;
}

export function notesSection(report: Report): string {
  const kinds = [
    ['modified-for-ci', 'Changed to be quick in CI'],
    ['cannot-prove', 'Not proven here'],
    ['measured', 'Measured'],
    ['advice', 'Advice'],
  ] as const;
  const parts = kinds.map(([kind, title]) => {
    const texts = notesOf(report, kind);
    const label = kind === 'modified-for-ci' ? `${title} (\`modified-for-ci\`)` : title;
    return texts.length === 0 ? '' : `## ${label}\n\n${texts.map((text) => `- ${inline(text)}`).join('\n')}`;
  });
  return parts.filter((part) => part !== '').join('\n\n');
}

function chartSection(report: Report): string {
  const data = loadDataOf(report);
  return data === undefined || data.points.length < 2 ? '' : `## Load and replicas\n\n${mermaidCharts(data)}`;
}

/** What the algorithm says of the load that was sent, beside what came: times, sizes and each decision. */
function predictionSection(report: Report): string {
  const { predictions = [], decisions = [], forecast } = loadDataOf(report) ?? {};
  const mapped = predictions.some(({ production }) => production !== undefined);
  const rows = predictions.map(({ what, expected, observed, production = '' }) =>
    [what, expected, observed, ...(mapped ? [production] : [])].map(inline),
  );
  const head = [
    'simulated from the measured load',
    'expected',
    'observed',
    ...(mapped ? ['on production clocks'] : []),
  ];
  const agreeing = decisions.filter(({ agrees }) => agrees).length;
  const differing = decisions
    .filter(({ agrees }) => !agrees)
    .slice(0, 5)
    .map(({ ms, explanation }) => `- after ${spoken(ms)}: ${inline(explanation)}`);
  const parts = [
    rows.length === 0 ? '' : table(head, rows),
    decisions.length === 0
      ? ''
      : `Decisions of the HPA that the algorithm reproduces: ${agreeing} of ${decisions.length}`,
    differing.join('\n'),
    forecast === undefined ? '' : inline(forecast),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : ['## Predicted beside observed', ...parts].join('\n\n');
}

function thresholdSection(report: Report): string {
  const rows = (loadDataOf(report)?.thresholds ?? []).map(({ text, observed, verdict }) => [
    emoji[verdict],
    inline(text),
    inline(observed),
  ]);
  return rows.length === 0 ? '' : `## Thresholds\n\n${table(['', 'threshold', 'observed'], rows)}`;
}

function redisSection(report: Report): string {
  const data = redisDataOf(report);
  if (data === undefined) return '';
  const { topology, nodes, measured } = data;
  const { shards, replicasPerShard } = topology;
  const sum = `${shards} shards × (1 primary + ${replicasPerShard} replicas) = ${shards * (1 + replicasPerShard)} nodes`;
  const rows = nodes.map(({ name, role, shard, slots, host, healthy }) => [
    emoji[healthy ? 'pass' : 'fail'],
    String(shard),
    inline(name),
    role,
    inline(slots),
    inline(host ?? ''),
  ]);
  const figures = Object.entries(measured).map(([name, value]) => `- ${inline(name)}: ${inline(value)}`);
  const list = table(['', 'shard', 'node', 'role', 'slots', 'runs on'], rows);
  return [`## Redis Cluster: ${sum}`, list, figures.join('\n')].filter((part) => part !== '').join('\n\n');
}

function lintSection(report: Report): string {
  const diagnostics = lintDataOf(report)?.diagnostics ?? [];
  if (diagnostics.length === 0) return '';
  const { shown, left } = firstOf(diagnostics, 100);
  const rows = shown.map(({ severity, rule, message, remediation, at }) => [
    severity,
    inline(describeLocation(at)),
    inline(rule),
    `${inline(message)}<br>→ ${inline(remediation)}`,
  ]);
  const more = left === 0 ? '' : `\n\n… and ${left} more in the SARIF report.`;
  return `## Findings in the manifests\n\n${table(['severity', 'place', 'rule', 'finding'], rows)}${more}`;
}
