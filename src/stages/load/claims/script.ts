import { amount } from '../../../domain/amount.js';
import type { Verdict } from '../../../domain/verdict.js';
import type { ScriptResult } from '../../../ports/scripted-load.js';
import type { Claim } from './claim.js';

/** A script that is broken, or that asked for nothing, says nothing about the service. */
function verdictOf({ outcome, requests, thresholds }: ScriptResult): Verdict {
  if (outcome === 'thresholds-missed' || thresholds.some(({ held }) => !held)) return 'fail';
  return outcome === 'passed' && requests !== null && requests > 0 ? 'pass' : 'inconclusive';
}

function remedyOf({ outcome, requests, thresholds }: ScriptResult): string {
  if (outcome === 'script-broken') return 'Mend the script: run it by hand with the same environment.';
  if (outcome === 'thresholds-missed' || thresholds.some(({ held }) => !held))
    return 'Look at the thresholds that were crossed.';
  if (outcome === 'passed' && (requests ?? 0) === 0) return 'Let the script send requests to BASE_URL.';
  return 'Run the script to its end.';
}

export const scriptHeld: Claim = ({ script }) => {
  if (script === null) return [];
  const verdict = verdictOf(script);
  const { exitCode, reason, requests, failedShare, metrics, thresholds } = script;
  const p95 = metrics['http_req_duration']?.['p(95)'];
  const crossed = thresholds.filter(({ held }) => !held).map(({ metric, expression }) => `${metric} ${expression}`);
  const figures = [
    requests === null ? 'no requests' : amount(requests, 'request'),
    failedShare === null ? '' : `${(100 * failedShare).toFixed(2)} % failed`,
    p95 === undefined ? '' : `p(95) ${p95.toFixed(1)} ms from sending`,
    crossed.length > 0 ? `crossed: ${crossed.join(', ')}` : '',
    `exit code ${exitCode}: ${reason}`,
  ];
  return [
    {
      claim: "the user's script ran to its end, and its own thresholds held",
      requirement: 'horizontal-scaling',
      verdict,
      observed: figures.filter((figure) => figure !== '').join('; '),
      source: "the engine's summary and exit code",
      ...(verdict === 'pass' ? {} : { remedy: remedyOf(script) }),
    },
  ];
};
