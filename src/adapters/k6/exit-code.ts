import type { ScriptOutcome } from '../../ports/scripted-load.js';

/** k6's exit codes with their meaning, the same in 1.8 and 2.2. Source: errext/exitcodes of k6. */
const meanings: Readonly<Record<number, readonly [ScriptOutcome, string]>> = {
  0: ['passed', 'every threshold held'],
  97: ['aborted', 'the cloud run failed'],
  98: ['aborted', 'the progress of the cloud run could not be read'],
  99: ['thresholds-missed', 'a threshold was crossed'],
  100: ['script-broken', 'setup took too long'],
  101: ['script-broken', 'teardown took too long'],
  102: ['aborted', 'a time-out'],
  103: ['aborted', 'the engine could not go on'],
  104: ['script-broken', 'the configuration is invalid'],
  105: ['aborted', 'somebody stopped it'],
  106: ['aborted', 'its REST API could not start'],
  107: ['script-broken', 'the script threw an exception'],
  108: ['aborted', 'the script called abort'],
  109: ['aborted', 'k6 itself crashed'],
  110: ['thresholds-missed', 'the script marked the run as failed'],
  255: ['script-broken', 'k6 could not begin with it'],
};

export function meaningOf(exitCode: number): readonly [ScriptOutcome, string] {
  return meanings[exitCode] ?? ['aborted', `unknown exit code ${exitCode}`];
}
