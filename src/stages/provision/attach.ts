import { GateError } from '../../domain/error.js';
import type { Requirement } from '../../domain/requirement.js';
import type { Stage } from '../../domain/stage.js';
import type { Clock } from '../../ports/clock.js';
import type { Cluster } from '../../ports/cluster-provider.js';
import type { HttpProbe } from '../../ports/http-probe.js';
import type { Log } from '../../ports/log.js';
import type { Platform } from '../../ports/platform.js';
import { waitFor } from '../wait.js';
import { witness } from '../witness.js';
import { proveBasics } from './basics.js';

export interface AttachSpec {
  readonly cluster: Cluster;
  readonly timeoutSeconds: number;
}

export interface AttachPorts {
  readonly platform: (cluster: Cluster) => Promise<Platform>;
  readonly http: HttpProbe;
  readonly clock: Clock;
  readonly log: Log;
  readonly onUsable: (cluster: Cluster) => void;
}

/** Takes an existing cluster as it is: installs nothing, changes nothing, and proves that it has what a gate needs. */
export function attachStage(ports: AttachPorts): Stage<AttachSpec, Cluster> {
  return {
    name: 'provision',
    plan: ({ cluster }) => [
      `take cluster "${cluster.name}" as it is, and see nodes, DNS, metrics API and ${cluster.ingress} answer`,
    ],

    async run({ cluster, timeoutSeconds }, context) {
      const platform = await ports.platform(cluster);
      const version = await platform.version(context.signal);
      ports.log.info(`cluster "${cluster.name}" answers with Kubernetes ${version}; ingress at ${cluster.ingress}`);
      const evidence = [...(await proveBasics(platform, timeoutSeconds, context, ports))];
      const see = witness(ports.clock);
      for (const { look, hint, ...claim } of proofsOf(cluster, platform, ports.http)) {
        const observed = await answer(claim.claim, look, hint, timeoutSeconds * 1000, context.signal, ports);
        evidence.push(see({ ...claim, verdict: 'pass', observed }));
      }
      ports.onUsable(cluster);
      return { output: cluster, evidence };
    },
  };
}

interface Proof {
  readonly claim: string;
  readonly requirement: Requirement;
  readonly source: string;
  readonly look: Look;
  readonly hint: string;
}

function proofsOf(cluster: Cluster, platform: Platform, http: HttpProbe): readonly Proof[] {
  return [
    {
      claim: 'the metrics API tells the usage of a real pod',
      requirement: 'autoscaling',
      source: 'metrics.k8s.io/v1beta1 pods',
      look: (signal) => platform.usage(signal),
      hint: 'Install metrics-server in the cluster.',
    },
    {
      claim: 'the ingress controller answers',
      requirement: 'routing',
      source: `GET ${cluster.ingress}/`,
      look: (signal) => knock(cluster, http, signal),
      hint: 'Name where the ingress of the cluster answers with `cluster-ingress`.',
    },
  ];
}

type Look = (signal: AbortSignal) => Promise<string | undefined>;

async function answer(
  what: string,
  look: Look,
  hint: string,
  deadlineMs: number,
  signal: AbortSignal,
  { clock, log }: AttachPorts,
): Promise<string> {
  const outcome = await waitFor(
    {
      what,
      deadlineMs,
      intervalMs: 1000,
      observe: async (inner) => {
        const state = await look(inner);
        return state === undefined ? { done: false, seen: 'no answer yet' } : { done: true, state };
      },
    },
    { clock, log, signal },
  );
  if (outcome.met) return outcome.state;
  throw new GateError('ADDON_NOT_READY', `not true after ${deadlineMs / 1000} s that ${what}: ${outcome.lastSeen}`, {
    hint,
  });
}

/** On a shared cluster an unrouted host may be answered by a default backend; any HTTP answer is an answer. */
async function knock({ ingress }: Cluster, http: HttpProbe, signal: AbortSignal): Promise<string> {
  const { status } = await http.get(
    { url: `${ingress}/`, host: 'unrouted.scale-gate.invalid', timeoutMs: 5_000 },
    signal,
  );
  return `${status} for a host that is routed nowhere`;
}
