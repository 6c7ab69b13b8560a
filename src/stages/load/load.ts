import type { Evidence, Note } from '../../domain/evidence.js';
import type { Stage } from '../../domain/stage.js';
import { witness } from '../witness.js';
import { newPodsWork } from './claims/balance.js';
import { downWithinBand, upWithinBand } from './claims/bands.js';
import { causedByAutoscaler, noRestarts, noRollout } from './claims/cause.js';
import type { Claim } from './claims/claim.js';
import { reachable, settledWhereExpected } from './claims/expectation.js';
import { generatorSound, loadArrived } from './claims/generator.js';
import { metricsAvailable, sameAutoscaler, watched } from './claims/observation.js';
import { idleHolds, movesOf, noFlapping, reachedSize, scaledDown, scaledUp } from './claims/scaling.js';
import { scriptHeld } from './claims/script.js';
import { decisionsReproduced } from './claims/shadow.js';
import { slosHeld, slosOf } from './claims/slos.js';
import { type Compared, compare } from './comparison/comparison.js';
import { conduct } from './conduct.js';
import { type Derived, derive } from './derived.js';
import { markOf, type Recording } from './recording.js';
import type { LoadOutput, LoadPorts, LoadSpec } from './spec.js';
import { parseThreshold } from './threshold.js';
import { isWatched } from './watched.js';

type Judged = Omit<Evidence, 'at'>;

/** In the order in which a reader asks. */
const claims: readonly Claim[] = [
  metricsAvailable,
  reachable,
  idleHolds,
  loadArrived,
  scriptHeld,
  generatorSound,
  scaledUp,
  upWithinBand,
  settledWhereExpected,
  decisionsReproduced,
  newPodsWork,
  slosHeld,
  noFlapping,
  noRestarts,
  scaledDown,
  downWithinBand,
  causedByAutoscaler,
  noRollout,
  sameAutoscaler,
  watched,
];

/** Claims that stand on measurements of their own; all others are by sight, and fail by what was not seen in time. */
const measured: ReadonlySet<Claim> = new Set([
  reachable,
  loadArrived,
  generatorSound,
  newPodsWork,
  slosHeld,
  noRestarts,
]);

/** Claims about what happened in time: where the generator itself was late, the machine may have been what was slow. */
const timed: ReadonlySet<Claim> = new Set([
  scaledUp,
  upWithinBand,
  newPodsWork,
  noFlapping,
  noRestarts,
  scaledDown,
  downWithinBand,
]);

/** Whoever did not look the whole time, or was late himself, blames nobody. */
function doubted(evidence: Judged, but: string, remedy: string): Judged {
  if (evidence.verdict !== 'fail') return evidence;
  return { ...evidence, verdict: 'inconclusive', observed: `${evidence.observed}; but ${but}`, remedy };
}

/** Judges a recorded run. The same recording gives the same verdicts, whenever it is judged. */
export function judge(recording: Recording, spec: LoadSpec, derived: Derived): readonly Judged[] {
  const blind = !isWatched(recording, spec);
  const { doubts } = derived;
  return claims.flatMap((claim) => {
    const judged = claim(recording, spec, derived);
    if (blind && !measured.has(claim)) {
      return judged.map((one) =>
        doubted(one, 'the watch has gaps', 'Run again when the API server answers all the time.'),
      );
    }
    if (doubts.length === 0 || !timed.has(claim)) return judged;
    const but = `the machine could not keep up: ${doubts.join('; ')}`;
    return judged.map((one) => doubted(one, but, 'Run again on a machine with CPU to spare.'));
  });
}

function notesOf({ aim }: Recording, spec: LoadSpec, { projection }: Derived): readonly Note[] {
  const { mode } = spec;
  const shortened = spec.modified.map((text): Note => ({ kind: 'modified-for-ci', text }));
  const modified = [...shortened, ...(projection?.notes ?? [])];
  const cost = aim?.calibration;
  if (cost == null) return modified;
  const text = `a request costs ${cost.costMilli.toFixed(2)} m·s CPU (95 %: ${cost.costLow.toFixed(2)} to ${cost.costHigh.toFixed(2)}), a pod at rest ${cost.idleMilli.toFixed(0)}m; ${mode} at ${aim?.rate.toFixed(1)} requests a second`;
  return [...modified, { kind: 'measured', text }];
}

function outputOf(
  recording: Recording,
  spec: LoadSpec,
  { timeline, shadow, predicted, projection }: Derived,
  { record }: Compared,
): LoadOutput {
  const { marks, aim, load } = recording;
  const start = marks.find(({ phase }) => phase === 'scaling')?.from;
  const end = markOf(recording, 'cool-down')?.from;
  const { loaded, after } = movesOf(recording);
  const ups = loaded.filter(({ from, to }) => to > from);
  const [first, last, down] = [ups[0], ups.at(-1), after.findLast(({ from, to }) => to < from)];
  return {
    timeline,
    shadow,
    predicted,
    projection,
    marks,
    aim,
    load,
    script: recording.script,
    slos: slosOf(load, spec.thresholds),
    reached: reachedSize(recording),
    upSeconds:
      start === undefined || first === undefined || last === undefined
        ? null
        : { first: (first.at - start) / 1000, last: (last.at - start) / 1000 },
    comparison: record,
    downSeconds: end === undefined || down === undefined ? null : (down.at - end) / 1000,
  };
}

/** Drives the autoscaler up and back down by real load, and judges what it did. */
export function loadStage(ports: LoadPorts): Stage<LoadSpec, LoadOutput> {
  return {
    name: 'load',

    plan: (spec) => [
      `watch HorizontalPodAutoscaler ${spec.target.namespace}/${spec.target.name} for ${spec.idleSeconds} s without load`,
      spec.mode === 'script'
        ? `run ${spec.script?.script ?? 'the script'} against ${spec.traffic.origin}`
        : spec.rate === null
          ? `probe ${spec.traffic.origin} for the CPU cost of a request, and choose the rate`
          : `send ${spec.rate} requests a second to ${spec.traffic.origin}`,
      spec.mode === 'prove'
        ? `raise the load until ${spec.to ?? 'the maximum of'} replicas are ready${spec.scaleDown ? ', and wait until they are gone again' : ''}`
        : `keep the load for ${spec.durationSeconds} s`,
      `judge ${spec.thresholds.length} thresholds: ${spec.thresholds.join(', ')}`,
      ...(spec.comparison == null
        ? []
        : [`hold it against ${spec.comparison.copies.baseline.images.join(', ')}, in turn at the same rate`]),
    ],

    async run(spec, context) {
      for (const text of spec.thresholds) parseThreshold(text);
      const recording = await conduct(spec, ports, context);
      const derived = derive(recording, spec);
      ports.timeline?.complete(derived.timeline);
      const see = witness(ports.clock);
      const evidence = judge(recording, spec, derived).map(see);
      const compared = await compare(recording, spec, ports, context);
      return {
        evidence: [...evidence, ...compared.evidence.map(see)],
        notes: [...notesOf(recording, spec, derived), ...compared.notes],
        output: outputOf(recording, spec, derived, compared),
      };
    },
  };
}
