import { GateError } from '../../domain/error.js';
import type { MachineShell } from '../../ports/machine-shell.js';
import type { Harm, RedisFaults } from '../../ports/redis-hosts.js';
import type { NodeAddress } from '../../ports/redis-nodes.js';
import type { KubeClient } from './client.js';
import type { RedisPods } from './redis-hosts.js';
import type { RedisPod } from './redis-pods.js';

const signals: Readonly<Record<Exclude<Harm, 'terminate'>, string>> = { kill: 'KILL', hang: 'STOP' };
/** An API server on a machine that stands still answers late. */
const patient = (signal: AbortSignal) => ({ signal, timeoutMs: 90_000 });
/** containerd's own client; kind nodes have it, and its `task ls` gives container id, process id and state. */
const LIST_TASKS = ['ctr', '--namespace', 'k8s.io', 'task', 'ls'];

/**
 * Harm to Redis pods. Only `terminate` goes through the API: the first process of a container does not obey signals
 * from inside, and a NetworkPolicy does not cut links that exist, so the others need a shell on the machine.
 */
export function kubernetesRedisFaults(
  client: KubeClient,
  { namespace, selector }: RedisPods,
  workload: string | undefined,
  shell: MachineShell | undefined,
): RedisFaults {
  const core = `/api/v1/namespaces/${encodeURIComponent(namespace)}`;
  const podOf = async (name: string, signal: AbortSignal): Promise<RedisPod> => {
    const pod = await client.get<RedisPod>(`${core}/pods/${name}`, patient(signal));
    if (pod !== undefined) return pod;
    throw new GateError('REDIS_UNREACHABLE', `pod ${namespace}/${name} is gone`, {
      hint: 'Look at its StatefulSet and at the events of the namespace.',
    });
  };
  const onMachine = async (pod: RedisPod, args: readonly string[], signal: AbortSignal): Promise<string> => {
    const machine = pod.spec.nodeName ?? '';
    const answer = await shell?.(machine, args, signal);
    if (answer?.exitCode === 0) return answer.stdout;
    throw new GateError(
      'COMMAND_FAILED',
      `${args.slice(0, 4).join(' ')} on ${machine}: exit ${answer?.exitCode ?? '?'}: ${answer?.stderr.slice(0, 200) ?? 'no shell on the machine'}`,
      {
        hint: 'Faults of this kind need a kind node with ctr, nsenter and iptables.',
      },
    );
  };
  const send = async (name: string, word: string, signal: AbortSignal): Promise<void> => {
    const pod = await podOf(name, signal);
    await onMachine(pod, ['kill', `-${word}`, await processOf(pod, onMachine, signal)], signal);
  };
  const network = async (name: string, rules: string, signal: AbortSignal): Promise<void> => {
    const pod = await podOf(name, signal);
    const pid = await processOf(pod, onMachine, signal);
    await onMachine(pod, ['nsenter', '--target', pid, '--net', 'sh', '-c', rules], signal);
  };
  return {
    async harm(name, harm, signal) {
      if (harm === 'terminate') await client.delete(`${core}/pods/${name}`, patient(signal));
      else await send(name, signals[harm], signal);
    },
    resume: (name, signal) => send(name, 'CONT', signal),
    ...(shell === undefined
      ? {}
      : {
          isolate: (name: string, peers: readonly NodeAddress[], signal: AbortSignal) =>
            network(name, cutOff(peers), signal),
          heal: (name: string, signal: AbortSignal) =>
            network(name, 'iptables -w -F INPUT && iptables -w -F OUTPUT', signal),
        }),
    async restartAll(signal) {
      await client.delete(`${core}/pods?labelSelector=${encodeURIComponent(selector)}`, patient(signal));
    },
    ...(workload === undefined
      ? {}
      : {
          async resize(nodes: number, signal: AbortSignal) {
            const path = `/apis/apps/v1/namespaces/${namespace}/statefulsets/${workload}`;
            await client.merge(path, { spec: { replicas: nodes } }, patient(signal));
          },
        }),
    signals: shell !== undefined,
  };
}

/** Nothing from the peers comes in and nothing goes out to them; clients are not touched. */
function cutOff(peers: readonly NodeAddress[]): string {
  return peers
    .map(({ host }) => `iptables -w -A INPUT -s ${host} -j DROP && iptables -w -A OUTPUT -d ${host} -j DROP`)
    .join(' && ');
}

async function processOf(
  pod: RedisPod,
  onMachine: (pod: RedisPod, args: readonly string[], signal: AbortSignal) => Promise<string>,
  signal: AbortSignal,
): Promise<string> {
  const id = pod.status.containerStatuses?.[0]?.containerID?.replace(/^.*:\/\//, '');
  const tasks = await onMachine(pod, LIST_TASKS, signal);
  const pid = tasks
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .find(([task]) => task !== undefined && task === id)?.[1];
  if (pid !== undefined) return pid;
  throw new GateError('COMMAND_FAILED', `no process of pod ${pod.metadata.name} on ${pod.spec.nodeName}`, {
    hint: 'The container may have just restarted; run the stage again.',
  });
}
