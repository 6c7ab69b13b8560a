import type { Verdict } from '../../../domain/verdict.js';
import type { LoadResult, Tally } from '../../../ports/load-generator.js';
import { contentionWords } from '../contention.js';
import type { Claim } from './claim.js';

const ours = "the generator's own measurements";

export const generatorSound: Claim = ({ load, marks }, _, { faults: found, contentions }) => {
  if (!marks.some(({ phase }) => phase === 'warm-up')) return [];
  const health = load?.health;
  const own = `send lag p99 ${health?.sendLagP99Ms.toFixed(1)} ms, event loop p99 ${health?.eventLoopDelayP99Ms.toFixed(1)} ms, ${(100 * (health?.cpu ?? 0)).toFixed(0)} % of a core`;
  const machine = contentionWords(contentions);
  return [
    {
      claim: 'the generator sent what its schedule said, when it said so',
      requirement: 'horizontal-scaling',
      verdict: found.length === 0 ? 'pass' : 'inconclusive',
      observed: [...(found.length > 0 ? found : [own]), ...(machine === '' ? [] : [machine])].join('; '),
      source: machine === '' ? ours : `${ours}; /proc/stat and /proc/pressure/cpu of its machine`,
      ...(found.length === 0 ? {} : { remedy: 'Give the machine more CPU, or lower the rate.' }),
    },
  ];
};

/** What a proxy answers for a service that did not: bad gateway, unavailable, gateway timeout (RFC 9110, 15.6.3 to 15.6.5). */
const proxys: ReadonlySet<string> = new Set(['502', '503', '504']);

/**
 * Whether what failed was mostly answered by the service, with a status of its own. Time-outs, broken connections and what
 * an ingress says in its place are nobody's on a machine that is too busy to send in time.
 */
export function isAnswered(tallies: readonly Tally[]): boolean {
  const failed = tallies.reduce((sum, { bad, shed }) => sum + bad + shed, 0);
  const statuses = tallies
    .flatMap(({ outcomes }) => Object.entries(outcomes))
    .filter(([name]) => /^[45]\d\d$/.test(name) && !proxys.has(name));
  return failed > 0 && 2 * statuses.reduce((sum, [, count]) => sum + count, 0) >= failed;
}

/** Broken off by answers that failed is the service's fault; by anything else it is nobody's proof. */
function verdictOfEnd({ ended, phases }: LoadResult, went: boolean, sound: boolean): Verdict {
  const fault: Verdict = sound || isAnswered(phases.map(({ tally }) => tally)) ? 'fail' : 'inconclusive';
  const good = phases.reduce((sum, { tally }) => sum + tally.good, 0);
  const bad = phases.reduce((sum, { tally }) => sum + tally.bad + tally.shed, 0);
  if (ended.startsWith('abort:')) return fault;
  if (good === 0) return bad > 0 ? fault : 'inconclusive';
  return ended === 'stopped' && went ? 'pass' : 'inconclusive';
}

export const loadArrived: Claim = ({ load, halt, marks }, _, { doubts }) => {
  if (!marks.some(({ phase }) => phase === 'warm-up')) return [];
  const went = halt === null;
  const verdict: Verdict = load === null ? 'inconclusive' : verdictOfEnd(load, went, doubts.length === 0);
  const outcomes = new Map<string, number>();
  for (const { tally } of load?.phases ?? []) {
    for (const [outcome, count] of Object.entries(tally.outcomes))
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + count);
  }
  const answers = [...outcomes].map(([outcome, count]) => `${count} × ${outcome}`).join(', ') || 'no answer at all';
  return [
    {
      claim: 'the load was sent to its end, and the service answered it',
      requirement: 'routing',
      verdict,
      observed: `${answers}; ended: ${halt?.why ?? load?.ended ?? 'without a result'}`,
      source: 'answers to the generator',
      ...(verdict === 'pass' ? {} : { remedy: "Ask the path by hand through the ingress, and read the pods' logs." }),
    },
  ];
};
