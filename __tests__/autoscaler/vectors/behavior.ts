import { type Behavior, defaultBehavior, type WrittenBehavior } from '../../../src/autoscaler/behavior.js';
import { type Memory, rememberScale, type ScaleEvent } from '../../../src/autoscaler/memory.js';
import { normalize } from '../../../src/autoscaler/normalize.js';
import { differences, type Replayed } from './wire.js';

interface WireEvent {
  readonly secondsAgo: number;
  readonly change: number;
  readonly outdated?: boolean;
}

export interface BehaviorLine {
  readonly id: string;
  readonly now: number;
  readonly min: number;
  readonly max: number;
  readonly current: number;
  readonly desired: number;
  readonly downscaleStabilizationSeconds: number;
  readonly behaviorWritten: WrittenBehavior | null;
  readonly behavior: Behavior | null;
  readonly recommendations: readonly { readonly secondsAgo: number; readonly replicas: number }[];
  readonly scaleUpEvents: readonly WireEvent[];
  readonly scaleDownEvents: readonly WireEvent[];
  readonly expected: object;
}

function memoryOf(line: BehaviorLine): Memory {
  const event = ({ secondsAgo, ...rest }: WireEvent): ScaleEvent => ({ at: line.now - secondsAgo, ...rest });
  return {
    recommendations: line.recommendations.map(({ secondsAgo, replicas }) => ({ at: line.now - secondsAgo, replicas })),
    scaleUpEvents: line.scaleUpEvents.map(event),
    scaleDownEvents: line.scaleDownEvents.map(event),
  };
}

export function isBehaviorLine(line: object): line is BehaviorLine {
  return 'recommendations' in line && 'desired' in line && 'behaviorWritten' in line;
}

export function replayBehavior(line: BehaviorLine): Replayed {
  const behavior = defaultBehavior(line.behaviorWritten);
  const { memory: before, ...found } = normalize(
    { ...line, behavior },
    memoryOf(line),
    line.current,
    line.desired,
    line.now,
  );
  const after = rememberScale(before, behavior, line.now, line.current, found.replicas);
  const event = ({ at, ...rest }: ScaleEvent): object => ({ secondsAgo: line.now - at + 0, ...rest });
  const actual = {
    ...found,
    recommendationsAfter: after.recommendations.map(({ at, replicas }) => ({ secondsAgo: line.now - at, replicas })),
    scaleUpEventsAfter: after.scaleUpEvents.map(event),
    scaleDownEventsAfter: after.scaleDownEvents.map(event),
  };
  return {
    kind: 'behavior',
    id: line.id,
    differences: [...differences({ behavior: line.behavior }, { behavior }), ...differences(line.expected, actual)],
  };
}
