import type { At } from './at.js';
import type { Faults } from './faults.js';
import { dnsSubdomain } from './names.js';
import { judgeDescending } from './paths.js';
import { child, flag, has, list, number, type Obj, optional, struct, structs, text } from './values.js';

const seccompTypes = ['Localhost', 'RuntimeDefault', 'Unconfined'];
const sysctl = /^[a-z0-9]([-_a-z0-9]*[a-z0-9])?([./][a-z0-9]([-_a-z0-9]*[a-z0-9])?)*$/;

function judgeId(holder: Obj, name: string, at: At, faults: Faults): void {
  const id = number(holder, name);
  if (id !== undefined && (id < 0 || id > 2147483647))
    faults.invalid(at.in(name), id, 'must be between 0 and 2147483647');
}

function judgeSeccomp(holder: Obj, at: At, faults: Faults): void {
  const profile = child(holder, 'seccompProfile');
  if (profile === undefined) return;
  const type = text(profile, 'type');
  const local = optional(profile, 'localhostProfile');
  faults.oneOf(at.in('type'), type, seccompTypes);
  if (type !== 'Localhost') {
    if (local !== undefined) faults.invalid(at.in('localhostProfile'), local, 'can only be set when type is Localhost');
  } else if (local === undefined) faults.required(at.in('localhostProfile'), 'the type is Localhost');
  else judgeDescending(local, at.in('localhostProfile'), faults);
}

function judgeAppArmor(holder: Obj, at: At, faults: Faults): void {
  const profile = child(holder, 'appArmorProfile');
  if (profile === undefined) return;
  const type = text(profile, 'type');
  const local = optional(profile, 'localhostProfile');
  if (type === 'Localhost') {
    if (local === undefined || local === '') faults.required(at.in('localhostProfile'), 'the type is Localhost');
    else if (local.trim() !== local) faults.invalid(at.in('localhostProfile'), local, 'must not be padded with blanks');
    if ((local?.length ?? 0) > 4095) faults.tooLong(at.in('localhostProfile'), 4095);
  } else if (seccompTypes.includes(type)) {
    if (local !== undefined) faults.invalid(at.in('localhostProfile'), local, 'can only be set when type is Localhost');
  } else faults.oneOf(at.in('type'), type, seccompTypes);
}

function judgeWindows(holder: Obj, at: At, faults: Faults): void {
  const options = child(holder, 'windowsOptions');
  if (options === undefined) return;
  const name = optional(options, 'gmsaCredentialSpecName');
  if (name !== undefined) faults.all(at.in('gmsaCredentialSpecName'), name, dnsSubdomain(name));
  const spec = optional(options, 'gmsaCredentialSpec');
  if (spec === '') faults.invalid(at.in('gmsaCredentialSpec'), spec, 'cannot be empty');
  else if (spec !== undefined && Buffer.byteLength(spec) > 64 * 1024)
    faults.invalid(at.in('gmsaCredentialSpec'), '…', 'must be under 64 KiB');
  const user = optional(options, 'runAsUserName');
  if (user !== undefined) judgeWindowsUser(user, at.in('runAsUserName'), faults);
}

function judgeWindowsUser(name: string, at: At, faults: Faults): void {
  const parts = name.split('\\');
  if (name === '') faults.invalid(at, name, 'cannot be empty');
  else if (/[\0-\x1f\x7f-\x9f]/.test(name)) faults.invalid(at, name, 'cannot contain control characters');
  else if (parts.length > 2) faults.invalid(at, name, 'cannot contain more than one backslash');
  else judgeWindowsParts(parts.length === 2 ? (parts[0] ?? '') : undefined, parts.at(-1) ?? '', at, faults);
}

function judgeWindowsParts(domain: string | undefined, user: string, at: At, faults: Faults): void {
  const netBios = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/;
  const dns = /^[a-zA-Z0-9][a-zA-Z0-9.-]*[a-zA-Z0-9]$/;
  if ((domain?.length ?? 0) >= 256) faults.invalid(at, domain, 'its domain must be under 256 characters');
  if (domain !== undefined && !netBios.test(domain) && !dns.test(domain))
    faults.invalid(at, domain, 'its domain has neither the NetBIOS nor the DNS form');
  if (user === '') faults.invalid(at, user, 'its user cannot be empty');
  else if (user.length > 104) faults.invalid(at, user, 'its user must not be longer than 104 characters');
  if (/^[. ]+$/.test(user)) faults.invalid(at, user, 'its user cannot be only dots and blanks');
  if (/["/\\:;|=,+*?<>@[\]]/.test(user)) faults.invalid(at, user, 'its user has characters that are not allowed');
}

export function judgeContainerSecurity(container: Obj, at: At, hostUsers: boolean, faults: Faults): void {
  const context = child(container, 'securityContext');
  if (context === undefined) return;
  judgeId(context, 'runAsUser', at, faults);
  judgeId(context, 'runAsGroup', at, faults);
  const mount = optional(context, 'procMount');
  if (mount !== undefined && mount !== 'Default' && mount !== 'Unmasked')
    faults.notSupported(at.in('procMount'), mount, ['Default', 'Unmasked']);
  if (mount === 'Unmasked' && hostUsers)
    faults.invalid(at.in('procMount'), mount, '`hostUsers` must be false to use it');
  judgeSeccomp(context, at.in('seccompProfile'), faults);
  if (flag(context, 'allowPrivilegeEscalation') === false) {
    if (flag(context, 'privileged') === true)
      faults.invalid(at, context, '`allowPrivilegeEscalation` cannot be false where `privileged` is true');
    for (const capability of list(struct(context, 'capabilities'), 'add')) {
      if (capability === 'CAP_SYS_ADMIN')
        faults.invalid(at, context, '`allowPrivilegeEscalation` cannot be false with CAP_SYS_ADMIN');
    }
  }
  judgeWindows(context, at.in('windowsOptions'), faults);
  judgeAppArmor(context, at.in('appArmorProfile'), faults);
}

function judgeSysctls(context: Obj, at: At, faults: Faults): void {
  const seen = new Set<string>();
  structs(context, 'sysctls').forEach((item, index) => {
    const [name, here] = [text(item, 'name'), at.item(index).in('name')];
    if (name === '') faults.required(here);
    else if (name.length > 253 || !sysctl.test(name)) faults.invalid(here, name, 'is not the name of a sysctl');
    else if (seen.has(name)) faults.duplicate(here, name);
    seen.add(name);
  });
}

export function judgePodSecurity(spec: Obj, at: At, faults: Faults): void {
  const context = child(spec, 'securityContext');
  if (context === undefined) return;
  for (const name of ['fsGroup', 'runAsUser', 'runAsGroup']) judgeId(context, name, at, faults);
  list(context, 'supplementalGroups').forEach((id, index) => {
    if (typeof id === 'number' && (id < 0 || id > 2147483647))
      faults.invalid(at.in('supplementalGroups').item(index), id, 'must be between 0 and 2147483647');
  });
  if (flag(spec, 'shareProcessNamespace') === true && flag(spec, 'hostPID') === true) {
    faults.invalid(
      at.called('shareProcessNamespace'),
      true,
      '`shareProcessNamespace` and `hostPID` cannot both be set',
    );
  }
  judgeSysctls(context, at.in('sysctls'), faults);
  const choices: readonly (readonly [string, readonly string[]])[] = [
    ['fsGroupChangePolicy', ['Always', 'OnRootMismatch']],
    ['supplementalGroupsPolicy', ['Merge', 'Strict']],
    ['seLinuxChangePolicy', ['MountOption', 'Recursive']],
  ];
  for (const [name, supported] of choices) {
    const value = optional(context, name);
    if (value !== undefined && !supported.includes(value)) faults.notSupported(at.in(name), value, supported);
  }
  judgeSeccomp(context, at.in('seccompProfile'), faults);
  judgeWindows(context, at.in('windowsOptions'), faults);
  judgeAppArmor(context, at.in('appArmorProfile'), faults);
}

/** Hosts processes on Windows: all containers of a pod or none. */
export function judgeHostProcess(spec: Obj, containers: readonly (readonly [Obj, At])[], at: At, faults: Faults): void {
  const ofPod = flag(child(child(spec, 'securityContext'), 'windowsOptions'), 'hostProcess');
  let hosting = 0;
  for (const [container, here] of containers) {
    const own = flag(child(child(container, 'securityContext'), 'windowsOptions'), 'hostProcess');
    if (ofPod !== undefined && own !== undefined && ofPod !== own) {
      faults.invalid(
        here.in('securityContext').in('windowsOptions').in('hostProcess'),
        own,
        `must be ${ofPod}, as the pod says`,
      );
    }
    if (own ?? ofPod) hosting++;
  }
  if (hosting === 0) return;
  if (hosting !== containers.length) faults.invalid(at, '', 'if one container is a host process, all must be');
  if (flag(spec, 'hostNetwork') !== true)
    faults.invalid(at.in('hostNetwork'), false, 'must be true where containers are host processes');
}

const podOnlyLinux = [
  'seLinuxOptions',
  'seccompProfile',
  'fsGroup',
  'fsGroupChangePolicy',
  'sysctls',
  'runAsUser',
  'runAsGroup',
  'supplementalGroups',
  'supplementalGroupsPolicy',
  'seLinuxChangePolicy',
  'appArmorProfile',
];
const containerOnlyLinux = [
  'appArmorProfile',
  'seLinuxOptions',
  'seccompProfile',
  'capabilities',
  'readOnlyRootFilesystem',
  'privileged',
  'allowPrivilegeEscalation',
  'procMount',
  'runAsUser',
  'runAsGroup',
];

/** What one operating system has and the other has not. */
export function judgeOs(spec: Obj, containers: readonly (readonly [Obj, At])[], at: At, faults: Faults): void {
  const os = text(child(spec, 'os'), 'name');
  const of = os === 'windows' ? podOnlyLinux : ['windowsOptions'];
  const ofContainers = os === 'windows' ? containerOnlyLinux : ['windowsOptions'];
  for (const name of of)
    if (has(child(spec, 'securityContext'), name))
      faults.forbidden(at.in('securityContext').in(name), `cannot be set for a ${os} pod`);
  if (os === 'windows') {
    for (const name of ['hostUsers', 'shareProcessNamespace'])
      if (has(spec, name)) faults.forbidden(at.in(name), 'cannot be set for a windows pod');
    for (const name of ['hostPID', 'hostIPC'])
      if (flag(spec, name) === true) faults.forbidden(at.in(name), 'cannot be set for a windows pod');
  }
  for (const [container, here] of containers) {
    for (const name of ofContainers) {
      if (has(child(container, 'securityContext'), name))
        faults.forbidden(here.in('securityContext').in(name), `cannot be set for a ${os} pod`);
    }
  }
}
