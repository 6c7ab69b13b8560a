import type { StageContext } from '../../../domain/stage.js';
import type { Deployment, Rollout } from '../../../ports/deployment.js';
import { type Sighting, waitFor } from '../../wait.js';
import type { LoadPorts, LoadSpec } from '../spec.js';
import type { ComparisonPorts, ComparisonSpec, Copy } from './spec.js';

const rolloutSeconds = 120;
const routeSeconds = 30;
/** Answers in a row: the first may come before the controller knows each endpoint. */
const answers = 3;

type Ports = ComparisonPorts & Pick<LoadPorts, 'clock' | 'log'>;

/** Puts both copies beside the service and waits until both answer. Why they do not, where they do not. */
export async function stand(
  { copies }: ComparisonSpec,
  { target, traffic }: LoadSpec,
  probe: ComparisonSpec['probe'],
  ports: Ports,
  { signal }: StageContext,
): Promise<string | null> {
  for (const variant of ['baseline', 'candidate'] as const) {
    const copy = copies[variant];
    if (copy.objects.length === 0) return `no copy of the ${variant} can be made: its workload selects by no label`;
    const applied = await ports.deployment.apply(copy.objects, target.namespace, signal);
    const refused = applied.find(({ refusal }) => refusal !== undefined);
    if (refused !== undefined) return `the cluster refused ${refused.object}: ${refused.refusal}`;
  }
  for (const variant of ['baseline', 'candidate'] as const) {
    const copy = copies[variant];
    const why = (await rolledOut(copy, ports, signal)) ?? (await answered(copy, traffic.origin, probe, ports, signal));
    if (why !== null) return `the copy of the ${variant}: ${why}`;
  }
  return null;
}

/** What is over takes no CPU any more. */
export async function rest(
  { copies }: ComparisonSpec,
  namespace: string,
  deployment: Deployment,
  signal: AbortSignal,
): Promise<void> {
  for (const { objects, workload } of Object.values(copies)) {
    const own = objects.filter(({ kind }) => kind === workload.kind);
    const asleep = own.map((one) => ({ ...one, spec: { ...(one['spec'] as object), replicas: 0 } }));
    await deployment.apply(asleep, namespace, signal);
  }
}

function seen({ ready, desired, trouble }: Rollout): string {
  return `${ready} of ${desired} replicas Ready${trouble === undefined ? '' : `: ${trouble.reason}: ${trouble.message}`}`;
}

async function rolledOut({ workload }: Copy, ports: Ports, signal: AbortSignal): Promise<string | null> {
  const waited = await waitFor(
    {
      what: `${workload.kind}/${workload.name} has rolled out`,
      deadlineMs: rolloutSeconds * 1000,
      intervalMs: 500,
      async observe(looking): Promise<Sighting<true>> {
        const rollout = await ports.deployment.rollout(workload, looking);
        if (rollout.done) return { done: true, state: true };
        return { done: false, seen: seen(rollout), hopeless: rollout.trouble?.hopeless === true };
      },
    },
    { ...ports, signal },
  );
  return waited.met ? null : `${workload.kind}/${workload.name}: ${waited.lastSeen}`;
}

async function answered(
  { host }: Copy,
  origin: string,
  { path, status }: ComparisonSpec['probe'],
  ports: Ports,
  signal: AbortSignal,
): Promise<string | null> {
  let inRow = 0;
  const waited = await waitFor(
    {
      what: `${host}${path} answers`,
      deadlineMs: routeSeconds * 1000,
      intervalMs: 200,
      async observe(looking): Promise<Sighting<true>> {
        const answer = await ports.http.get({ url: `${origin}${path}`, host, timeoutMs: 5_000 }, looking);
        const good = status === undefined ? answer.status >= 200 && answer.status < 400 : answer.status === status;
        inRow = good ? inRow + 1 : 0;
        return inRow >= answers ? { done: true, state: true } : { done: false, seen: `status ${answer.status}` };
      },
    },
    { ...ports, signal },
  );
  return waited.met ? null : `${host}${path}: ${waited.lastSeen}`;
}
