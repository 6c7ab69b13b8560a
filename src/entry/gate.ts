import path from 'node:path';
import { systemClock } from '../adapters/node/clock.js';
import { worstOfEach } from '../domain/earlier.js';
import { GateError } from '../domain/error.js';
import { reasonOf } from '../domain/reason.js';
import { redactReport } from '../domain/redaction.js';
import { decide, type Report } from '../domain/report.js';
import type { StageContext } from '../domain/stage.js';
import { type Ran, runPipeline } from '../pipeline.js';
import type { Diagnostics } from '../ports/diagnostics.js';
import type { SecretSpec } from '../stages/deploy/spec.js';
import { diagnosticsMs, keepDiagnostics } from './diagnostics.js';
import { readEarlier } from './earlier-reports.js';
import type { Host } from './host.js';
import type { GateSpec } from './inputs/spec.js';
import { GateParts } from './parts.js';
import { collectedEarlier, type GateTools, requiredStages, type Seen, stagesToRun, subjectOf } from './run-facts.js';
import { readSecrets } from './secrets.js';
import { Wiring } from './wiring.js';

/** Runs the gate over a service, from manifests to decision. Rejects for invalid input only; all else is in the report. */
export async function runGate(spec: GateSpec, host: Host, tools: GateTools, cancel: AbortSignal): Promise<Report> {
  const [startedAt, begun] = [new Date(systemClock.now()).toISOString(), systemClock.monotonic()];
  const overdue = new AbortController();
  const timer = setTimeout(() => overdue.abort(tooLate(spec.timeoutSeconds)), spec.timeoutSeconds * 1000);
  const context: StageContext = {
    signal: AbortSignal.any([cancel, overdue.signal]),
    own: (owned) => tools.journal.own(host.run, owned),
    disown: (owned) => tools.journal.release(host.run, owned),
  };
  const wiring = new Wiring(host, tools);
  try {
    const seen: Seen = { earlier: await readEarlier(spec.promote.reports, host.folder) };
    const parts = new GateParts(spec, host, wiring, secretsOf(spec, host, tools, seen), seen);
    const found = await foundBy(await runPipeline(parts, context, systemClock, host.logs), spec, host, seen);
    const diagnostics =
      found.decision === 'promote'
        ? undefined
        : await showWhy(spec, host, wiring.diagnostics(parts.namespace), tools, cancel);
    const report: Report = {
      schema: 'scale-gate/report-v1',
      version: host.version,
      run: host.run,
      service: serviceOf(spec, host, seen),
      subject: await subjectOf(host, seen),
      ...found,
      reason: reasonOf(found),
      ...(diagnostics === undefined ? {} : { diagnostics }),
      startedAt,
      durationMs: Math.round(systemClock.monotonic() - begun),
    };
    return redactReport(report, tools.redactor);
  } finally {
    clearTimeout(timer);
    await wiring.close();
  }
}

/** What this run and the earlier ones that it goes on from found out, and what that decides. */
async function foundBy(
  { stages: own, skipped }: Ran,
  spec: GateSpec,
  host: Host,
  seen: Seen,
): Promise<Pick<Report, 'stages' | 'skipped' | 'decision'>> {
  const earlier = collectedEarlier(seen, await subjectOf(host, seen)).flatMap((one) => one.stages);
  const stages = worstOfEach([...earlier, ...own]);
  return { stages, skipped, decision: decide(stages, requiredStages(spec)) };
}

/** As given, else called after its first Deployment, else after its folder. */
function serviceOf({ service }: GateSpec, { folder }: Host, { lint }: Seen): string {
  const workload = lint?.manifests.find(({ kind }) => kind === 'Deployment')?.name;
  return service ?? workload ?? path.basename(path.resolve(folder));
}

/** What can still be seen of the cluster, before whoever made it deletes it. */
function showWhy(
  spec: GateSpec,
  host: Host,
  sources: readonly Diagnostics[],
  { redactor }: GateTools,
  cancel: AbortSignal,
): Promise<string | undefined> {
  const place = { folder: path.resolve(host.folder, spec.reports.folder), run: host.run };
  const ms = cancel.aborted ? diagnosticsMs.cancelled : diagnosticsMs.ended;
  return keepDiagnostics(sources, redactor, place, ms, cancel);
}

/** Secrets are read before anything is made, and known to the redactor before anything is said. */
function secretsOf(spec: GateSpec, host: Host, { redactor }: GateTools, seen: Seen): readonly SecretSpec[] {
  if (!stagesToRun(spec, seen).includes('deploy')) return [];
  const secrets = readSecrets(spec.deploy.secrets, host.folder, host.env);
  for (const { entries } of secrets) for (const value of Object.values(entries)) redactor.learn(value.reveal());
  return secrets;
}

function tooLate(seconds: number): GateError {
  return new GateError('TIMED_OUT', `the run was not over after ${seconds} s`, {
    hint: 'Raise `timeout`, or look at which stage took long.',
  });
}
