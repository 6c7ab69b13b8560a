import { errorCodes } from './error.js';
import {
  amount,
  type Form,
  fields,
  flag,
  instant,
  listOf,
  mapOf,
  moment,
  oneOf,
  optional,
  orNull,
  text,
} from './form.js';
import type { Report, StageReport } from './report.js';
import { requirements } from './requirement.js';
import { stageNames } from './stage.js';

const verdict = oneOf(['pass', 'fail', 'inconclusive']);
const requirement = oneOf(requirements.map(({ id }) => id));
const stage = oneOf(stageNames);

const evidence = fields({
  claim: text,
  requirement,
  verdict,
  object: optional(text),
  observed: text,
  source: text,
  at: instant,
  remedy: optional(text),
});

const note = fields({ kind: oneOf(['modified-for-ci', 'cannot-prove', 'advice', 'measured']), text });

const stageReport = fields({
  stage,
  verdict,
  evidence: listOf(evidence),
  notes: listOf(note),
  error: optional(fields({ code: oneOf(errorCodes), message: text, hint: text, facts: mapOf(text) })),
  startedAt: instant,
  durationMs: amount,
});

const report = fields({
  schema: oneOf(['scale-gate/report-v1']),
  version: text,
  run: text,
  service: text,
  subject: fields({ commit: text, manifests: text, images: mapOf(text) }),
  stages: listOf(stageReport),
  skipped: listOf(fields({ stage, reason: text })),
  decision: oneOf(['promote', 'reject', 'inconclusive']),
  reason: text,
  diagnostics: optional(text),
  startedAt: instant,
  durationMs: amount,
});

const location = fields({
  file: text,
  start: fields({ line: amount, column: amount }),
  end: fields({ line: amount, column: amount }),
});

/** Forms of `StageReport.data`, by stage. */
const data: Readonly<Record<string, Form>> = {
  lint: fields({
    diagnostics: listOf(
      fields({
        rule: text,
        severity: oneOf(['error', 'warning', 'note']),
        requirement,
        message: text,
        remediation: text,
        at: location,
        object: text,
        related: listOf(fields({ message: text, at: location })),
        fingerprint: text,
        fix: optional(fields({ description: text, edits: listOf(fields({ at: location, text })) })),
      }),
    ),
  }),
  redis: fields({
    topology: fields({ shards: amount, replicasPerShard: amount }),
    nodes: listOf(
      fields({
        name: text,
        role: oneOf(['primary', 'replica']),
        shard: amount,
        slots: text,
        host: optional(text),
        healthy: flag,
      }),
    ),
    measured: mapOf(text),
  }),
  load: fields({
    autoscaler: text,
    minReplicas: amount,
    maxReplicas: amount,
    targetCpuPercent: orNull(amount),
    phases: listOf(fields({ name: text, fromMs: moment, toMs: moment })),
    points: listOf(
      fields({
        ms: moment,
        rate: orNull(amount),
        bad: orNull(amount),
        p95Ms: orNull(amount),
        readyReplicas: orNull(amount),
        desiredReplicas: orNull(amount),
        predictedReplicas: orNull(amount),
        cpuPercent: orNull(amount),
        predictedCpuPercent: orNull(amount),
      }),
    ),
    thresholds: listOf(fields({ text, observed: text, verdict })),
    decisions: optional(
      listOf(
        fields({
          ms: moment,
          current: amount,
          observed: amount,
          predicted: amount,
          agrees: flag,
          explanation: text,
        }),
      ),
    ),
    predictions: optional(listOf(fields({ what: text, expected: text, observed: text, production: optional(text) }))),
    forecast: optional(text),
  }),
};

/**
 * A report out of data that came from outside: another job, another run, perhaps a stranger's.
 *
 * Data of a stage that has not its form is left out: it is for pictures, and no verdict hangs on it.
 *
 * @returns the report, or the path of what has not the form.
 */
export function reportOf(value: unknown): Report | string {
  const fault = report(value, '');
  if (fault !== undefined) return fault === '' ? 'the whole' : fault;
  const whole = value as Report;
  return { ...whole, stages: whole.stages.map(withSoundData) };
}

function withSoundData({ data: found, ...rest }: StageReport): StageReport {
  const sound = found !== undefined && data[rest.stage]?.(found, '') === undefined && rest.stage in data;
  return sound ? { ...rest, data: found } : rest;
}
