import path from 'node:path';
import { systemClock } from '../adapters/node/clock.js';
import { lateCommands } from '../adapters/node/late-commands.js';
import { reasonOf } from '../domain/reason.js';
import { decide, type Report } from '../domain/report.js';
import { verdictOf } from '../domain/stage.js';
import { manifestsDigest } from '../manifests/service-facts.js';
import type { Boundary } from '../ports/boundary.js';
import { type LintOutput, type LintSpec, lintStage } from '../stages/lint/lint.js';
import { lintPorts } from './lint-ports.js';
import { packageVersion } from './version.js';

export interface LintRun {
  readonly output: LintOutput;
  readonly decision: Report['decision'];
  readonly durationMs: number;
  /** Made when it is asked for: the digest over all manifests is for who keeps a report. */
  readonly report: Report;
}

/** The lint stage alone, with nothing of a cluster loaded: what an editor, a hook or `plan` waits for. */
export async function lintOnly(
  spec: LintSpec,
  service: string,
  signal: AbortSignal,
  boundary?: Boundary,
): Promise<LintRun> {
  const [startedAt, begun] = [new Date(systemClock.now()).toISOString(), systemClock.monotonic()];
  const commands = lateCommands(async () => (await import('../adapters/node/commands.js')).nodeCommands(process.env));
  const stage = lintStage(lintPorts(commands, service, spec.namespace, boundary));
  const { evidence, notes = [], output } = await stage.run(spec, { signal, own: async () => undefined });
  const durationMs = Math.round(systemClock.monotonic() - begun);
  const verdict = verdictOf(evidence);
  const data = { diagnostics: output.diagnostics };
  const stages = [{ stage: 'lint' as const, verdict, evidence, notes, startedAt, durationMs, data }];
  const decision = decide(stages, ['lint']);
  const report = (): Report => ({
    schema: 'scale-gate/report-v1',
    version: packageVersion,
    run: 'lint',
    service: path.basename(path.resolve(service)),
    subject: { commit: 'unknown', manifests: manifestsDigest(output.manifests), images: {} },
    stages,
    skipped: [],
    decision,
    reason: reasonOf({ stages, skipped: [], decision }),
    startedAt,
    durationMs,
  });
  return {
    output,
    decision,
    durationMs,
    get report() {
      return report();
    },
  };
}
