import { describe, expect, test } from '@jest/globals';
import { GateError } from '../src/domain/error.js';
import type { Evidence } from '../src/domain/evidence.js';
import { decide, type StageReport } from '../src/domain/report.js';
import { type StageContext, type StageName, type StageResult, stageNames } from '../src/domain/stage.js';
import type { Verdict } from '../src/domain/verdict.js';
import { type Parts, type Prepared, runPipeline } from '../src/pipeline.js';
import type { Cluster } from '../src/ports/cluster-provider.js';
import { FakeClock } from './fakes/clock.js';

const cluster: Cluster = {
  name: 'sg-test',
  kubeconfig: '/tmp/none',
  ingress: 'http://127.0.0.1:1',
  nodes: ['a'],
  ephemeral: true,
};
const unreachable = (): GateError =>
  new GateError('API_UNREACHABLE', 'API server a:1 did not answer', { hint: 'look' });

const seen = (verdict: Verdict): Evidence => ({
  claim: 'a thing holds',
  requirement: 'containers',
  verdict,
  observed: '1 of 1',
  source: 'test',
  at: '2030-01-01T00:00:00.000Z',
});

/** What a stage of a test does, in place of its work. */
type Act = (context: StageContext, usable: () => void) => Promise<readonly Evidence[]>;
const passes: Act = async () => [seen('pass')];
const fails: Act = async () => [seen('fail')];
const looksAtNothing: Act = async () => [];
const cannot: Act = async () => {
  throw unreachable();
};
const broken: Act = async () => {
  throw new TypeError('our own bug');
};
const invalid: Act = async () => {
  throw new GateError('INPUT_INVALID', 'k8s/web.yaml:3:7: not YAML', { hint: 'mend it' });
};

interface Played {
  readonly stages: readonly StageReport[];
  readonly skipped: readonly { readonly stage: StageName; readonly reason: string }[];
  /** `begin lint`, `end lint pass` …, in order. */
  readonly story: readonly string[];
  verdict(stage: StageName): Verdict | undefined;
}

interface Script extends Partial<Record<StageName, Act | 'off'>> {
  readonly prepare?: (context: StageContext) => Promise<void>;
}

function partsOf(script: Script): Parts<unknown, unknown, unknown, unknown> {
  const act = (name: StageName): Act => (typeof script[name] === 'function' ? script[name] : passes);
  const stage = (name: StageName, output: unknown, usable: () => void = () => undefined): Prepared<never> => ({
    name,
    run: async (context) => ({ evidence: await act(name)(context, usable), output }) as StageResult<never>,
  });
  const on = <Make>(name: StageName, make: Make): Make | undefined => (script[name] === 'off' ? undefined : make);
  return {
    lint: () => stage('lint', {}),
    provision: on('provision', (_, onUsable) => ({
      ...stage('provision', cluster, () => onUsable(cluster)),
      run: async (context) => {
        const evidence = await act('provision')(context, () => onUsable(cluster));
        if (script.provision === undefined) onUsable(cluster);
        return { evidence, output: cluster };
      },
    })),
    prepare: async (_, context) => script.prepare?.(context),
    deploy: on('deploy', () => stage('deploy', {})),
    redis: on('redis', () => stage('redis', {})),
    load: on('load', () => stage('load', {})),
    promote: on('promote', () => stage('promote', {})),
  };
}

async function play(script: Script, signal = new AbortController().signal): Promise<Played> {
  const story: string[] = [];
  const watcher = {
    begin: (stage: StageName) => void story.push(`begin ${stage}`),
    end: ({ stage, verdict }: StageReport) => void story.push(`end ${stage} ${verdict}`),
  };
  const context = { signal, own: async () => undefined };
  const ran = await runPipeline(partsOf(script), context, new FakeClock(), watcher);
  return { ...ran, story, verdict: (name) => ran.stages.find(({ stage }) => stage === name)?.verdict };
}

describe('a run in which everything holds', () => {
  test('passes all six stages in their order and skips nothing', async () => {
    const { stages, skipped, story } = await play({});
    expect(decide(stages, stageNames)).toBe('promote');
    expect(skipped).toEqual([]);
    expect(story.filter((line) => line.startsWith('begin'))).toEqual(stageNames.map((name) => `begin ${name}`));
  });

  test('deploys beside redis, as soon as the cluster is usable and before it is proven', async () => {
    const proven = Promise.withResolvers<void>();
    const both = Promise.withResolvers<void>();
    let waiting = 0;
    const meets: Act = async () => {
      if (++waiting === 2) both.resolve();
      await both.promise;
      proven.resolve();
      return [seen('pass')];
    };
    const provision: Act = async (_, usable) => {
      usable();
      await proven.promise;
      return [seen('pass')];
    };
    const { story } = await play({ provision, deploy: meets, redis: meets });
    expect(story.indexOf('begin redis')).toBeLessThan(story.indexOf('end provision pass'));
    expect(story.indexOf('begin load')).toBeGreaterThan(story.indexOf('end provision pass'));
  });

  test('a stage that is switched off is neither run nor missed', async () => {
    const { stages, skipped } = await play({ redis: 'off' });
    expect(stages.map(({ stage }) => stage)).toEqual(['lint', 'provision', 'deploy', 'load', 'promote']);
    expect(skipped).toEqual([]);
  });

  test('makes namespace and Secrets once, and not at all where nobody needs them', async () => {
    let made = 0;
    const prepare = async (): Promise<void> => void made++;
    await play({ prepare });
    expect(made).toBe(1);
    await play({ prepare, deploy: 'off', redis: 'off', load: 'off' });
    expect(made).toBe(1);
  });
});

describe('no stage passes without evidence', () => {
  test.each(stageNames)('%s that observed nothing is inconclusive, and so is the run', async (name) => {
    const { stages, verdict } = await play({ [name]: looksAtNothing });
    expect(verdict(name)).toBe('inconclusive');
    expect(decide(stages, stageNames)).toBe('inconclusive');
  });

  test.each(stageNames)('%s that cannot do its work is inconclusive, with the error as data', async (name) => {
    const { stages, verdict } = await play({ [name]: cannot });
    expect(verdict(name)).toBe('inconclusive');
    expect(stages.find(({ stage }) => stage === name)?.error).toEqual({
      code: 'API_UNREACHABLE',
      message: 'API server a:1 did not answer',
      hint: 'look',
      facts: {},
    });
    expect(decide(stages, stageNames)).toBe('inconclusive');
  });

  test.each(stageNames)('%s that fails makes the run a reject', async (name) => {
    const { stages } = await play({ [name]: fails });
    expect(decide(stages, stageNames)).toBe('reject');
  });
});

describe('what cannot follow is skipped', () => {
  test.each<[StageName, readonly StageName[]]>([
    ['lint', ['provision', 'deploy', 'redis', 'load', 'promote']],
    ['deploy', ['load']],
    ['redis', ['load']],
  ])('after %s that did not pass, with that as the reason', async (name, missed) => {
    for (const act of [fails, cannot, looksAtNothing]) {
      const { skipped } = await play({ [name]: act });
      expect(skipped).toEqual(missed.map((stage) => ({ stage, reason: `${name} did not pass` })));
    }
  });

  test('a cluster that never was takes deploy, redis and load with it', async () => {
    const { skipped, verdict } = await play({ provision: cannot });
    expect(skipped.map(({ stage }) => stage)).toEqual(['deploy', 'redis', 'load']);
    expect(verdict('promote')).toBe('pass');
  });

  test('a cluster that was usable and then was not proven gets no load', async () => {
    const provision: Act = async (_, usable) => {
      usable();
      throw unreachable();
    };
    const { skipped, stages } = await play({ provision });
    expect(skipped).toEqual([{ stage: 'load', reason: 'provision did not pass' }]);
    expect(decide(stages, stageNames)).toBe('inconclusive');
  });

  test('promote still looks when a stage between failed', async () => {
    for (const name of ['provision', 'deploy', 'redis', 'load'] as const) {
      expect((await play({ [name]: cannot })).verdict('promote')).toBe('pass');
    }
  });

  test('a namespace that cannot be made is what both the service and Redis report', async () => {
    const { verdict, stages } = await play({ prepare: () => Promise.reject(unreachable()) });
    expect([verdict('deploy'), verdict('redis')]).toEqual(['inconclusive', 'inconclusive']);
    expect(decide(stages, stageNames)).toBe('inconclusive');
  });
});

describe('what is no inability escapes', () => {
  test.each(stageNames)('a bug in %s', async (name) => {
    await expect(play({ [name]: broken })).rejects.toThrow('our own bug');
  });

  test.each(stageNames)('invalid input found by %s', async (name) => {
    await expect(play({ [name]: invalid })).rejects.toThrow('k8s/web.yaml:3:7');
  });

  test('only when every sibling has ended, and each was told to', async () => {
    let atWork = 0;
    const works: Act = async ({ signal }) => {
      atWork++;
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      // Winding up takes a while.
      for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
      atWork--;
      throw signal.reason;
    };
    const provision: Act = async (context, usable) => {
      usable();
      return works(context, usable);
    };
    await expect(play({ provision, redis: works, deploy: broken })).rejects.toThrow('our own bug');
    expect(atWork).toBe(0);
  });

  test('also out of a spec that could not be made, while the cluster is being proven', async () => {
    let atWork = false;
    const provision: Act = async ({ signal }, usable) => {
      atWork = true;
      usable();
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      atWork = false;
      return [seen('pass')];
    };
    const parts = {
      ...partsOf({ provision }),
      deploy: () => {
        throw new TypeError('no spec');
      },
    };
    const context = { signal: new AbortController().signal, own: async () => undefined };
    const quiet = { begin: () => undefined, end: () => undefined };
    await expect(runPipeline(parts, context, new FakeClock(), quiet)).rejects.toThrow('no spec');
    expect(atWork).toBe(false);
  });
});

describe('a cancelled run', () => {
  test.each(stageNames)('is inconclusive when it is cancelled during %s, and begins no further work', async (name) => {
    const cancel = new AbortController();
    const reason = new GateError('CANCELLED', 'cancelled by SIGINT', { hint: 'again' });
    const act: Act = async ({ signal }, usable) => {
      usable();
      cancel.abort(reason);
      signal.throwIfAborted();
      return [seen('pass')];
    };
    let begunAfter = 0;
    const after: Act = async () => {
      if (cancel.signal.aborted) begunAfter++;
      return [seen('pass')];
    };
    const provision: Act = async (context, usable) => {
      usable();
      return after(context, usable);
    };
    const all = { ...Object.fromEntries(stageNames.map((stage) => [stage, after])), provision };
    const { stages } = await play({ ...all, [name]: act }, cancel.signal);
    expect(decide(stages, stageNames)).toBe('inconclusive');
    expect(begunAfter).toBe(0);
  });

  test('is inconclusive whatever the reason of the signal is', async () => {
    const cancel = new AbortController();
    cancel.abort();
    const { stages, verdict } = await play({}, cancel.signal);
    expect(verdict('lint')).toBe('inconclusive');
    expect(stages[0]?.error?.code).toBe('CANCELLED');
  });
});
