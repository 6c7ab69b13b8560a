import type { Report, StageReport } from './report.js';
import { isLoadData, isRedisData } from './report-data.js';

/** Everything of a report that tells its reason. */
export type Reasons = Pick<Report, 'stages' | 'skipped' | 'decision'>;

/** One line that says why a run was decided as it was, with the object and the number. Contains foreign text. */
export function reasonOf({ stages, skipped, decision }: Reasons): string {
  if (decision === 'promote') {
    const claims = stages.reduce((sum, { evidence }) => sum + evidence.length, 0);
    return [...proven(stages), `${claims} of ${claims} claims were observed to hold`].join('; ');
  }
  const wanted = decision === 'reject' ? 'fail' : 'inconclusive';
  for (const stage of stages) {
    const line = lineOf(stage, wanted);
    if (line !== undefined) return line;
  }
  const [first] = skipped;
  return first === undefined ? 'nothing was observed' : `${first.stage} did not run: ${first.reason}`;
}

function lineOf({ stage, evidence, error, verdict }: StageReport, wanted: 'fail' | 'inconclusive'): string | undefined {
  if (verdict !== wanted) return undefined;
  if (error !== undefined) return `${stage}: ${error.message}`;
  const found = evidence.find(({ verdict: own }) => own === wanted);
  if (found === undefined) return `${stage}: it observed nothing`;
  // A claim that names its object already is not prefixed with it again.
  const object = found.object === undefined || found.claim.includes(found.object) ? '' : `${found.object}: `;
  return `${stage}: ${object}${found.claim}: ${found.observed}`;
}

/** What a promotion rests on, with its numbers: the way of the replicas, and the Redis nodes. */
function proven(stages: readonly StageReport[]): readonly string[] {
  return stages.flatMap(({ data }) => {
    if (isRedisData(data)) return [`${data.nodes.length} Redis nodes agree`];
    if (!isLoadData(data)) return [];
    const sizes = data.points.flatMap(({ readyReplicas }) => readyReplicas ?? []);
    const [first, last, most] = [sizes[0], sizes.at(-1), Math.max(...sizes)];
    if (first === undefined) return [];
    // A fixed load may ask for no more than the service rests at: then nobody saw it scale, and nobody is to think so.
    if (most === first) return [`${data.autoscaler} stayed at ${first} under load, so that no scaling was shown`];
    return [`${data.autoscaler} went ${first} → ${most} → ${last} under load`];
  });
}
