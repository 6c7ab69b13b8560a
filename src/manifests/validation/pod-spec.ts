import { addressForm } from './addresses.js';
import type { At } from './at.js';
import {
  hostPort,
  judgeContainers,
  judgeEphemeralContainers,
  judgeInitContainers,
  type PodContext,
} from './containers.js';
import type { Faults } from './faults.js';
import { judgeLabels } from './metadata.js';
import { dnsLabel, dnsSubdomain, dnsSubdomainUnderscore, type NameForm, qualifiedName } from './names.js';
import { containersOf } from './pod-parts.js';
import { judgePodResources } from './pod-resources.js';
import { judgeContainerResourceName, judgeResources } from './resources.js';
import { judgeAffinity, judgeSpread, judgeTolerations } from './scheduling.js';
import { judgeHostProcess, judgeOs, judgePodSecurity } from './security.js';
import { child, flag, has, number, type Obj, optional, strings, structs, text } from './values.js';
import { judgeVolumes } from './volumes.js';

function judgeDns(spec: Obj, at: At, faults: Faults): void {
  const policy = text(spec, 'dnsPolicy') || 'ClusterFirst';
  const policies = ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'];
  if (!policies.includes(policy)) faults.notSupported(at.in('dnsPolicy'), policy, policies);
  const config = child(spec, 'dnsConfig');
  const here = at.in('dnsConfig');
  if (policy === 'None' && config === undefined) faults.required(here, '`dnsPolicy` is None');
  else if (policy === 'None' && strings(config, 'nameservers').length === 0)
    faults.required(here.in('nameservers'), '`dnsPolicy` is None');
  else if (config !== undefined) judgeDnsConfig(config, here, faults);
}

function judgeDnsConfig(config: Obj, at: At, faults: Faults): void {
  const [servers, searches] = [strings(config, 'nameservers'), strings(config, 'searches')];
  if (servers.length > 3) faults.invalid(at.in('nameservers'), servers, 'must not have more than 3 items');
  servers.forEach((server, index) => {
    faults.all(at.in('nameservers').item(index), server, addressForm(server));
  });
  if (searches.length > 32) faults.invalid(at.in('searches'), searches, 'must not have more than 32 items');
  if (searches.join(' ').length > 2048)
    faults.invalid(at.in('searches'), searches, 'must not have more than 2048 characters');
  searches.forEach((search, index) => {
    if (search !== '.')
      faults.all(at.in('searches').item(index), search, dnsSubdomainUnderscore(search.replace(/\.$/, '')));
  });
  structs(config, 'options').forEach((option, index) => {
    if (text(option, 'name') === '') faults.required(at.in('options').item(index), 'must not be empty');
  });
}

const named: readonly (readonly [string, NameForm])[] = [
  ['nodeName', dnsSubdomain],
  ['hostname', dnsLabel],
  ['subdomain', dnsLabel],
  ['priorityClassName', dnsSubdomain],
];

function judgeNames(spec: Obj, at: At, faults: Faults): void {
  const account = serviceAccount(spec);
  if (account !== '') faults.all(at.in('serviceAccountName'), account, dnsSubdomain(account));
  for (const [name, form] of named)
    if (text(spec, name) !== '') faults.all(at.in(name), text(spec, name), form(text(spec, name)));
  const runtime = optional(spec, 'runtimeClassName');
  if (runtime !== undefined) faults.all(at.in('runtimeClassName'), runtime, dnsSubdomain(runtime));
}

/** The older field counts where the newer one is empty. */
export function serviceAccount(spec: Obj): string {
  return text(spec, 'serviceAccountName') || text(spec, 'serviceAccount');
}

function judgeGates(spec: Obj, at: At, faults: Faults): void {
  structs(spec, 'readinessGates').forEach((gate, index) => {
    faults.all(
      at.in('readinessGates').item(index).in('conditionType'),
      text(gate, 'conditionType'),
      qualifiedName(text(gate, 'conditionType')),
    );
  });
  const seen = new Set<string>();
  structs(spec, 'schedulingGates').forEach((gate, index) => {
    const [name, here] = [text(gate, 'name'), at.in('schedulingGates').item(index)];
    faults.all(here, name, qualifiedName(name));
    if (seen.has(name)) faults.duplicate(here, name);
    seen.add(name);
  });
}

function judgeAliases(spec: Obj, at: At, faults: Faults): void {
  structs(spec, 'hostAliases').forEach((alias, index) => {
    const here = at.item(index);
    faults.all(here.in('ip'), text(alias, 'ip'), addressForm(text(alias, 'ip')));
    strings(alias, 'hostnames').forEach((name, number) => {
      faults.all(here.in('hostnames').item(number), name, dnsSubdomain(name));
    });
  });
}

function judgeNetwork(spec: Obj, at: At, pod: PodContext, faults: Faults): void {
  if (!pod.hostNetwork) return;
  structs(spec, 'containers').forEach((container, index) => {
    structs(container, 'ports').forEach((port, number_) => {
      const [outside, inside] = [hostPort(port, pod), number(port, 'containerPort') ?? 0];
      if ((pod.isPod || outside !== 0) && outside !== inside) {
        faults.invalid(
          at.in('containers').item(index).in('ports').item(number_).in('hostPort'),
          outside,
          'must match `containerPort` when `hostNetwork` is true',
        );
      }
    });
  });
}

function judgeUsers(spec: Obj, at: At, faults: Faults): void {
  if (flag(spec, 'hostUsers') !== false) return;
  for (const [name, called] of [
    ['hostNetwork', 'hostNetwork'],
    ['hostPID', 'HostPID'],
    ['hostIPC', 'HostIPC'],
  ] as const) {
    if (flag(spec, name) === true) faults.forbidden(at.called(called, name), '`hostUsers` is false');
  }
  for (const [container, here] of containersOf(spec, at)) {
    if (structs(container, 'volumeDevices').length > 0)
      faults.forbidden(here.in('volumeDevices'), '`hostUsers` is false');
  }
}

function judgeClaims(spec: Obj, at: At, faults: Faults): ReadonlySet<string> {
  const names = new Set<string>();
  structs(spec, 'resourceClaims').forEach((claim, index) => {
    const [name, here] = [text(claim, 'name'), at.item(index)];
    if (name === '') faults.required(here.in('name'));
    else if (names.has(name)) faults.duplicate(here.in('name'), name);
    else faults.all(here.in('name'), name, dnsLabel(name));
    names.add(name);
    const sources = ['resourceClaimName', 'resourceClaimTemplateName'].filter((source) => has(claim, source));
    if (sources.length !== 1)
      faults.invalid(here, claim, 'must name one of `resourceClaimName` and `resourceClaimTemplateName`');
    for (const source of sources) faults.all(here.in(source), text(claim, source), dnsSubdomain(text(claim, source)));
  });
  return names;
}

function contextOf(spec: Obj, isPod: boolean, volumes: PodContext['volumes'], claims: ReadonlySet<string>): PodContext {
  return {
    isPod,
    volumes,
    claims,
    grace: number(spec, 'terminationGracePeriodSeconds') ?? 30,
    os: has(spec, 'os') ? text(child(spec, 'os'), 'name') : undefined,
    hostUsers: flag(spec, 'hostUsers') !== false,
    hostNetwork: flag(spec, 'hostNetwork') === true,
    restartPolicy: text(spec, 'restartPolicy') || 'Always',
  };
}

function judgeLimits(spec: Obj, at: At, pod: PodContext, faults: Faults): void {
  const policies = ['Always', 'OnFailure', 'Never'];
  if (!policies.includes(pod.restartPolicy)) faults.notSupported(at.in('restartPolicy'), pod.restartPolicy, policies);
  const deadline = number(spec, 'activeDeadlineSeconds');
  if (deadline !== undefined && (deadline < 1 || deadline > 2147483647))
    faults.invalid(at.in('activeDeadlineSeconds'), deadline, 'must be between 1 and 2147483647');
  const preemption = optional(spec, 'preemptionPolicy');
  if (preemption !== undefined) faults.oneOf(at.in('preemptionPolicy'), preemption, ['PreemptLowerPriority', 'Never']);
  if (has(spec, 'overhead'))
    judgeResources(
      { limits: spec['overhead'] ?? null },
      at.in('overhead'),
      new Set(),
      false,
      faults,
      judgeContainerResourceName,
    );
}

function mentionsWindows(spec: Obj): boolean {
  const holders = [
    spec,
    ...structs(spec, 'initContainers'),
    ...structs(spec, 'containers'),
    ...structs(spec, 'ephemeralContainers'),
  ];
  return holders.some((holder) => has(child(holder, 'securityContext'), 'windowsOptions'));
}

function judgeSystem(spec: Obj, at: At, faults: Faults): void {
  const os = child(spec, 'os');
  if (os === undefined && !mentionsWindows(spec)) return;
  const containers = containersOf(spec, at);
  judgeHostProcess(spec, containers, at, faults);
  if (os === undefined) return;
  const name = text(os, 'name');
  if (name === '') faults.required(at.in('os').in('name'));
  else if (name !== 'linux' && name !== 'windows') faults.notSupported(at.in('os'), name, ['linux', 'windows']);
  else judgeOs(spec, containers, at, faults);
}

/** `spec` of a pod; `name` is the pod's, empty in a template. */
export function judgePodSpec(spec: Obj, at: At, isPod: boolean, name: string, faults: Faults): void {
  const volumes = judgeVolumes(spec, at.in('volumes'), { isPod, name }, faults);
  const claims = judgeClaims(spec, at.in('resourceClaims'), faults);
  const pod = contextOf(spec, isPod, volumes, claims);
  judgeContainers(spec, at.in('containers'), pod, faults);
  judgeInitContainers(spec, at.in('initContainers'), pod, faults);
  judgeEphemeralContainers(spec, at.in('ephemeralContainers'), pod, faults);
  judgePodResources(spec, at, claims, isPod, faults);
  judgeNetwork(spec, at, pod, faults);
  judgeLimits(spec, at, pod, faults);
  judgeDns(spec, at, faults);
  judgeLabels(spec, 'nodeSelector', at.in('nodeSelector'), faults);
  judgePodSecurity(spec, at.in('securityContext'), faults);
  judgeAffinity(child(spec, 'affinity'), at.in('affinity'), faults);
  judgeGates(spec, at, faults);
  judgeSpread(spec, at.in('topologySpreadConstraints'), faults);
  judgeUsers(spec, at, faults);
  judgeNames(spec, at, faults);
  judgeTolerations(spec, at.in('tolerations'), faults);
  judgeAliases(spec, at.in('hostAliases'), faults);
  judgeSystem(spec, at, faults);
}
