import { quickClocks } from '../../../src/autoscaler/clocks.js';
import { defaultSetup } from '../../../src/autoscaler/hpa.js';
import type { StageResult } from '../../../src/domain/stage.js';
import type { HostLoad } from '../../../src/ports/host-load.js';
import type { ScriptedLoad } from '../../../src/ports/scripted-load.js';
import { loadStage } from '../../../src/stages/load/load.js';
import type { LoadOutput, LoadSpec } from '../../../src/stages/load/spec.js';
import { FakeClock } from '../../fakes/clock.js';
import { FakeLog } from '../../fakes/log.js';
import { ScalingWorld, type WorldSettings } from '../../fakes/scaling-world.js';

/** The stage as it is asked for by default, on quick clocks. */
export const spec: LoadSpec = {
  target: { namespace: 'shop', name: 'web' },
  traffic: {
    origin: 'http://127.0.0.1:1',
    protocol: 'http/1.1',
    host: null,
    ca: null,
    insecure: false,
    scenarios: [],
    arrivals: 'even',
    seed: 1,
    maxInFlight: 1000,
    connections: 100,
    connectionMaxAgeMs: 5000,
    timeoutMs: 10_000,
    podHeader: null,
    abort: null,
  },
  mode: 'prove',
  script: null,
  from: null,
  to: null,
  rate: null,
  maxRate: 2000,
  rampSeconds: 5,
  durationSeconds: 30,
  idleSeconds: 15,
  thresholds: ['error_rate<0.01', 'p(95)<500'],
  scaleDown: true,
  timeoutSeconds: 600,
  clocks: { ...quickClocks, downscaleStabilizationSeconds: 15 },
  modified: ['HPA sync period 5 s, not 15 s'],
  setup: defaultSetup,
};

export interface Played {
  readonly result: StageResult<LoadOutput>;
  readonly seconds: number;
  readonly log: FakeLog;
  verdictOn(words: string): string | undefined;
}

/** One run of the stage in the model of a cluster. */
export async function play(
  settings: Partial<WorldSettings> = {},
  changes: Partial<LoadSpec> = {},
  script?: ScriptedLoad,
  host?: HostLoad | ((world: ScalingWorld, clock: FakeClock) => HostLoad),
): Promise<Played> {
  const clock = new FakeClock();
  const world = new ScalingWorld(clock, settings);
  const log = new FakeLog();
  const context = { signal: new AbortController().signal, own: async () => {} };
  const machine = typeof host === 'function' ? host(world, clock) : host;
  const stage = loadStage({
    generator: world,
    observer: world,
    clock,
    log,
    ...(script ? { scripted: script } : {}),
    ...(machine ? { host: machine } : {}),
  });
  const result = await stage.run({ ...spec, ...changes }, context);
  const verdictOn = (words: string): string | undefined =>
    result.evidence.find(({ claim }) => claim.includes(words))?.verdict;
  return { result, seconds: clock.monotonic() / 1000, log, verdictOn };
}

/** What did not pass, one line each. */
export function told({ result }: Played): string[] {
  return result.evidence
    .filter(({ verdict }) => verdict !== 'pass')
    .map(({ claim, verdict, observed }) => `${verdict}: ${claim}: ${observed}`);
}

/** One thing that goes wrong at a time. */
export const at = (seconds: number, what: (world: ScalingWorld) => void): Partial<WorldSettings> => ({
  events: [{ at: seconds, what }],
});
