import type { At } from './at.js';
import { At as Place } from './at.js';
import { judgeEnv, judgeEnvFrom } from './env.js';
import type { Faults } from './faults.js';
import { judgeDevices, judgeMounts, type Volumes } from './mounts.js';
import { dnsLabel, portName, portNumber } from './names.js';
import { judgeLifecycle, judgeProbes } from './probes.js';
import { judgeResources } from './resources.js';
import { judgeContainerSecurity } from './security.js';
import { has, list, number, type Obj, optional, struct, structs, text } from './values.js';

/** What the containers of one pod share. */
export interface PodContext {
  readonly isPod: boolean;
  readonly volumes: Volumes;
  readonly claims: ReadonlySet<string>;
  /** Seconds until a pod is killed. */
  readonly grace: number;
  readonly os: string | undefined;
  readonly hostUsers: boolean;
  readonly hostNetwork: boolean;
  readonly restartPolicy: string;
}

export const protocols = ['SCTP', 'TCP', 'UDP'];

/** In a pod of the host's network, a port is the host's too. */
export function hostPort(port: Obj, pod: PodContext): number {
  return number(port, 'hostPort') || (pod.isPod && pod.hostNetwork ? (number(port, 'containerPort') ?? 0) : 0);
}

function judgePorts(container: Obj, at: At, pod: PodContext, faults: Faults): void {
  const names = new Set<string>();
  structs(container, 'ports').forEach((port, index) => {
    const here = at.item(index);
    const [name, inside, outside] = [text(port, 'name'), number(port, 'containerPort') ?? 0, hostPort(port, pod)];
    if (name !== '') {
      const reasons = portName(name);
      faults.all(here.in('name'), name, reasons);
      if (reasons.length === 0 && names.has(name)) faults.duplicate(here.in('name'), name);
      else if (reasons.length === 0) names.add(name);
    }
    if (inside === 0) faults.required(here.in('containerPort'));
    else faults.all(here.in('containerPort'), inside, portNumber(inside));
    if (outside !== 0) faults.all(here.in('hostPort'), outside, portNumber(outside));
    const protocol = text(port, 'protocol') || 'TCP';
    if (!protocols.includes(protocol)) faults.notSupported(here.in('protocol'), protocol, protocols);
  });
}

/** Two containers of a pod cannot have the same port of the host. */
export function judgeHostPorts(containers: readonly (readonly [Obj, At])[], pod: PodContext, faults: Faults): void {
  const seen = new Set<string>();
  for (const [container, at] of containers) {
    structs(container, 'ports').forEach((port, index) => {
      const outside = hostPort(port, pod);
      if (outside === 0) return;
      const key = `${text(port, 'protocol') || 'TCP'}/${text(port, 'hostIP')}/${outside}`;
      if (seen.has(key)) faults.duplicate(at.in('ports').item(index).in('hostPort'), key);
      seen.add(key);
    });
  }
}

function judgeResize(container: Obj, at: At, pod: PodContext, faults: Faults): void {
  const seen = new Set<string>();
  structs(container, 'resizePolicy').forEach((policy, index) => {
    const [name, restart] = [text(policy, 'resourceName'), text(policy, 'restartPolicy')];
    if (seen.has(name)) faults.duplicate(at.item(index), name);
    seen.add(name);
    faults.oneOf(at, name, ['cpu', 'memory']);
    faults.oneOf(at, restart, ['NotRequired', 'RestartContainer']);
    if (pod.restartPolicy === 'Never' && restart !== 'NotRequired')
      faults.invalid(at, restart, 'must be NotRequired when `restartPolicy` is Never');
  });
}

/** What holds for containers of all three lists. */
export function judgeContainer(container: Obj, at: At, pod: PodContext, faults: Faults): void {
  const name = text(container, 'name');
  if (name === '') faults.required(at.in('name'));
  else faults.all(at.in('name'), name, dnsLabel(name));
  if (text(container, 'image') === '') faults.required(at.in('image'));
  const message = text(container, 'terminationMessagePolicy');
  const messages = ['FallbackToLogsOnError', 'File'];
  if (message !== '' && !messages.includes(message))
    faults.notSupported(at.in('terminationMessagePolicy'), message, messages);
  judgePorts(container, at.in('ports'), pod, faults);
  judgeEnv(container, at.in('env'), faults);
  judgeEnvFrom(container, at.in('envFrom'), faults);
  judgeMounts(container, pod.volumes, at.in('volumeMounts'), faults);
  judgeDevices(container, pod.volumes, at.in('volumeDevices'), faults);
  const pull = text(container, 'imagePullPolicy');
  if (pull !== '') faults.oneOf(at.in('imagePullPolicy'), pull, ['Always', 'IfNotPresent', 'Never']);
  judgeResources(struct(container, 'resources'), at.in('resources'), pod.claims, pod.isPod, faults);
  judgeResize(container, at.in('resizePolicy'), pod, faults);
  judgeContainerSecurity(container, at.in('securityContext'), pod.hostUsers, faults);
}

export function judgeContainers(spec: Obj, at: At, pod: PodContext, faults: Faults): void {
  const containers = structs(spec, 'containers');
  if (containers.length === 0) {
    faults.required(at, 'at least one container');
    return;
  }
  const names = new Set<string>();
  containers.forEach((container, index) => {
    const here = at.item(index);
    const name = text(container, 'name');
    judgeContainer(container, here, pod, faults);
    if (names.has(name)) faults.duplicate(here.in('name'), name);
    names.add(name);
    judgeLifecycle(container, here.in('lifecycle'), pod.grace, faults);
    judgeProbes(container, here, pod.grace, faults);
  });
  judgeHostPorts(
    containers.map((container, index) => [container, at.item(index)] as const),
    pod,
    faults,
  );
}

function judgeInit(container: Obj, here: At, pod: PodContext, faults: Faults): void {
  // Anything but Always is dropped while the gate ContainerRestartRules is off, as it is by default.
  if (optional(container, 'restartPolicy') === 'Always') {
    judgeLifecycle(container, here.in('lifecycle'), pod.grace, faults);
    judgeProbes(container, here, pod.grace, faults);
    return;
  }
  for (const name of ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe']) {
    if (has(container, name))
      faults.forbidden(here.in(name), 'may not be set for init containers without restartPolicy=Always');
  }
}

export function judgeInitContainers(spec: Obj, at: At, pod: PodContext, faults: Faults): void {
  const names = new Set(structs(spec, 'containers').map((container) => text(container, 'name')));
  structs(spec, 'initContainers').forEach((container, index) => {
    const here = at.item(index);
    const name = text(container, 'name');
    judgeContainer(container, here, pod, faults);
    if (names.has(name)) faults.duplicate(here.in('name'), name);
    else if (name !== '') names.add(name);
    judgeHostPorts([[container, new Place(at, 'item', 0, [index])]], pod, faults);
    judgeInit(container, here, pod, faults);
  });
}

const ephemeralForbidden = [
  'ports',
  'livenessProbe',
  'readinessProbe',
  'startupProbe',
  'lifecycle',
  'resources',
  'resizePolicy',
  'restartPolicy',
];

export function judgeEphemeralContainers(spec: Obj, at: At, pod: PodContext, faults: Faults): void {
  const others = new Set(
    [...structs(spec, 'containers'), ...structs(spec, 'initContainers')].map((container) => text(container, 'name')),
  );
  const names = new Set(others);
  structs(spec, 'ephemeralContainers').forEach((container, index) => {
    const here = at.item(index);
    const [name, target, image] = [
      text(container, 'name'),
      text(container, 'targetContainerName'),
      text(container, 'image'),
    ];
    judgeContainer(container, here, pod, faults);
    if (image.trim() !== image) faults.invalid(here.in('image'), image, 'must not have blanks around it');
    if (names.has(name)) faults.duplicate(here.in('name'), name);
    names.add(name);
    if (target !== '' && !others.has(target)) faults.notFound(here.in('targetContainerName'), target);
    for (const field of ephemeralForbidden) {
      if (
        has(container, field) &&
        (list(container, field).length > 0 || Object.keys(struct(container, field)).length > 0)
      ) {
        faults.forbidden(here.in(field), 'cannot be set for an Ephemeral Container');
      }
    }
  });
}
