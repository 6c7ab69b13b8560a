import { harm, partition } from './faults.js';
import { type Conclusion, plannedFailover } from './planned-failover.js';
import { redirects } from './redirects.js';
import { restartAll } from './restart.js';
import { scale } from './scale.js';
import { sessions } from './sessions.js';
import type { Behaviour } from './spec.js';
import type { Workbench } from './workbench.js';

const acts: Readonly<Record<Behaviour, (bench: Workbench) => Promise<Conclusion>>> = {
  redirects,
  sessions,
  'planned-failover': plannedFailover,
  terminate: (bench) => harm(bench, 'terminate'),
  kill: (bench) => harm(bench, 'kill'),
  hang: (bench) => harm(bench, 'hang'),
  partition,
  'restart-all': restartAll,
  scale,
};

/** Does one thing to the cluster and says what came of it. */
export function act(bench: Workbench, behaviour: Behaviour): Promise<Conclusion> {
  return acts[behaviour](bench);
}
