import path from 'node:path';
import { systemClock } from '../adapters/node/clock.js';
import { nodeCommands } from '../adapters/node/commands.js';
import { reasonOf } from '../domain/reason.js';
import { decide, type Report } from '../domain/report.js';
import { verdictOf } from '../domain/stage.js';
import { manifestsDigest } from '../manifests/service-facts.js';
import { type LintOutput, type LintSpec, lintStage } from '../stages/lint/lint.js';
import { lintPorts } from './lint-ports.js';
import { packageVersion } from './version.js';

/** The lint stage alone, with nothing of a cluster loaded: what an editor, a hook or `plan` waits for. */
export async function lintOnly(
  spec: LintSpec,
  service: string,
  signal: AbortSignal,
): Promise<{ readonly report: Report; readonly output: LintOutput }> {
  const [startedAt, begun] = [new Date(systemClock.now()).toISOString(), systemClock.monotonic()];
  const stage = lintStage(lintPorts(nodeCommands(process.env), service, spec.namespace));
  const { evidence, notes = [], output } = await stage.run(spec, { signal, own: async () => undefined });
  const durationMs = Math.round(systemClock.monotonic() - begun);
  const stages = [
    {
      stage: 'lint' as const,
      verdict: verdictOf(evidence),
      evidence,
      notes,
      startedAt,
      durationMs,
      data: { diagnostics: output.diagnostics },
    },
  ];
  const decision = decide(stages, ['lint']);
  const report: Report = {
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
  };
  return { report, output };
}
