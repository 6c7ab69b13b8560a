import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Evidence } from '../../../src/domain/evidence.js';
import type { LoadSpec } from '../../../src/stages/load/spec.js';
import type { WorldSettings } from '../../fakes/scaling-world.js';
import { at, type Played, play } from './played.js';

/**
 * What is said of a run, word by word and number by number, beside what was said when somebody last read it. A change of
 * wording is fine: `WRITE_FIXTURES=1 npm test -- load/words` writes it anew, and the review of the diff is the point.
 */
const fixture = path.resolve('__tests__/fixtures/load/words.json');
const isWriting = process.env['WRITE_FIXTURES'] === '1';
const known = isWriting ? {} : (JSON.parse(readFileSync(fixture, 'utf8')) as Record<string, readonly string[]>);

const runs: Readonly<Record<string, readonly [Partial<WorldSettings>, Partial<LoadSpec>?]>> = {
  sound: [{}],
  'nothing is sent': [at(0, (w) => Object.assign(w, { ended: 'no arrivals' }))],
  'every answer is 500': [at(0, (w) => Object.assign(w, { status: 500 }))],
  'answers turn to 500': [at(70, (w) => Object.assign(w, { status: 500 }))],
  'the generator breaks': [at(60, (w) => Object.assign(w, { broken: true }))],
  'the generator is at the end of its core': [at(0, (w) => Object.assign(w.health, { cpu: 0.98 }))],
  'requests leave late': [at(0, (w) => Object.assign(w.health, { sendLagP99Ms: 180 }))],
  'metrics stop': [at(50, (w) => Object.assign(w, { metrics: false }))],
  'no autoscaler': [at(0, (w) => Object.assign(w, { hpa: false }))],
  'the autoscaler goes': [at(60, (w) => Object.assign(w, { hpa: false }))],
  'scaled by hand': [at(41, (w) => Object.assign(w, { replicas: 3, manager: 'kubectl' }))],
  'a rollout': [at(60, (w) => Object.assign(w, { template: 'template-2' }))],
  'a restart': [at(80, (w) => w.restart())],
  'works without load': [at(15, (w) => Object.assign(w, { extraCpuMilli: 90 }))],
  'never rests again': [at(85, (w) => Object.assign(w, { extraCpuMilli: 90 }))],
  'new pods get nothing': [at(0, (w) => Object.assign(w, { starved: (index: number) => index > 0 }))],
  'new pods get nothing, seen by metrics alone': [
    { counters: false, ...at(0, (w) => Object.assign(w, { starved: (index: number) => index > 0 })) },
  ],
  slow: [{ latencyMs: 900 }],
  'nobody can look': [at(60, (w) => Object.assign(w, { unreachable: true }))],
  'the limit is below the target': [{ limitMilli: 50 }],
  'min is max': [{ min: 4, max: 4 }],
  'more than max': [{}, { to: 9 }],
  'too fast': [{}, { maxRate: 30 }],
  'too slow a rate': [{}, { rate: 10 }],
  'too few requests': [{}, { rate: 110, thresholds: ['error_rate<0.0001', 'p(99)<500', 'rps>1', 'avg<100', 'max<9'] }],
  'by span': [{}, { thresholds: ['steady: p(95)<500', 'scaling: error_rate<0.5', 'min<500', 'med<1'] }],
  fixed: [{}, { mode: 'fixed', rate: 20, durationSeconds: 20 }],
  'to three and no way down': [{}, { to: 3, scaleDown: false }],
};

const line = ({ verdict, requirement, object = '', claim, observed, source, remedy = '' }: Evidence): string =>
  [verdict, requirement, object, claim, observed, source, remedy].join(' | ');

function saidOf({ result }: Played): readonly string[] {
  const { aim, reached, upSeconds, downSeconds, slos, marks, timeline } = result.output;
  const rows = timeline.filter((_, index) => index % 25 === 0 && index < 100).map((row) => JSON.stringify(row));
  return [
    ...result.evidence.map(line),
    ...(result.notes ?? []).map(({ kind, text }) => `${kind}: ${text}`),
    JSON.stringify({ aim, reached, upSeconds, downSeconds }),
    ...slos.map((slo) => JSON.stringify(slo)),
    ...marks.map(({ phase, met, lastSeen }) => `${phase}: ${met ? 'met' : 'not met'}: ${lastSeen}`),
    ...rows,
  ];
}

describe('what the load stage says', () => {
  const written: Record<string, readonly string[]> = {};

  test.each(Object.entries(runs))('of a run: %s', async (name, [settings, changes]) => {
    const said = saidOf(await play(settings, changes));
    const usual = name === 'sound' ? [] : (isWriting ? written : known)['sound'];
    // What is said of a sound run as well is kept once.
    const own = said.filter((one) => !usual?.includes(one));
    written[name] = own;
    if (isWriting) writeFileSync(fixture, `${JSON.stringify(written, null, 1)}\n`);
    else expect(own).toEqual(known[name]);
  });
});
