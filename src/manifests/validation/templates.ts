import type { At } from './at.js';
import type { Faults } from './faults.js';
import { judgeAnnotations, judgeLabels } from './metadata.js';
import { judgeDescending } from './paths.js';
import { containersOf } from './pod-parts.js';
import { judgePodSpec } from './pod-spec.js';
import { child, has, type Obj, optional, struct, structs, text, texts } from './values.js';

const seccompPod = 'seccomp.security.alpha.kubernetes.io/pod';
const seccompContainer = 'container.seccomp.security.alpha.kubernetes.io/';
const appArmor = 'container.apparmor.security.beta.kubernetes.io/';

function judgeSeccompProfile(profile: string, at: At, faults: Faults): void {
  if (['runtime/default', 'docker/default', 'unconfined'].includes(profile)) return;
  if (profile.startsWith('localhost/')) judgeDescending(profile.slice('localhost/'.length), at, faults);
  else faults.invalid(at, profile, 'is no seccomp profile');
}

function isAppArmor(profile: string): boolean {
  return (
    profile === '' || profile === 'runtime/default' || profile === 'unconfined' || profile.startsWith('localhost/')
  );
}

/** Annotations that stand for fields of pods. `at` is where the annotations are. */
export function judgePodAnnotations(metadata: Obj, spec: Obj, at: At, faults: Faults): void {
  const annotations = texts(metadata, 'annotations');
  if (annotations.length === 0) return;
  const names = new Set(
    ['initContainers', 'containers', 'ephemeralContainers'].flatMap((list) =>
      structs(spec, list).map((one) => text(one, 'name')),
    ),
  );
  for (const [key, value] of annotations) {
    if (key === 'kubernetes.io/config.mirror' && text(spec, 'nodeName') === '')
      faults.invalid(at.key(key), value, 'spec.nodeName must be set');
    if (key === 'controller.kubernetes.io/pod-deletion-cost' && !isCost(value))
      faults.invalid(at.key(key), value, 'must be a 32bit integer');
    if (key === seccompPod || key.startsWith(seccompContainer)) judgeSeccompProfile(value, at.called(key, key), faults);
    if (!key.startsWith(appArmor)) continue;
    const name = key.slice(appArmor.length);
    if (!names.has(name)) faults.invalid(at.key(key), name, 'there is no container of that name');
    if (!isAppArmor(value)) faults.invalid(at.key(key), value, 'is no AppArmor profile');
  }
}

function isCost(value: string): boolean {
  if (value === '') return false;
  return value === '0' || (/^-?[1-9]\d*$/.test(value) && Math.abs(Number(value)) <= 2147483648);
}

function matchesSeccomp(annotation: string, profile: Obj): boolean {
  switch (text(profile, 'type')) {
    case 'Unconfined':
      return annotation === 'unconfined';
    case 'RuntimeDefault':
      return annotation === 'runtime/default' || annotation === 'docker/default';
    default:
      return annotation === `localhost/${text(profile, 'localhostProfile')}`;
  }
}

/** Annotations and fields that say the same thing must say the same. */
export function judgeProfiles(metadata: Obj, spec: Obj, at: At, faults: Faults): void {
  const annotations = new Map(texts(metadata, 'annotations'));
  if (annotations.size === 0) return;
  const podContext = child(spec, 'securityContext');
  const podSeccomp = child(podContext, 'seccompProfile');
  const ofPod = annotations.get(seccompPod);
  if (podSeccomp !== undefined && ofPod !== undefined && !matchesSeccomp(ofPod, podSeccomp)) {
    faults.forbidden(at.in('securityContext').in('seccompProfile').in('type'), 'annotation and field must match');
  }
  for (const [container, here] of containersOf(spec, at)) {
    const context = child(container, 'securityContext');
    const seccomp = child(context, 'seccompProfile');
    const own = annotations.get(seccompContainer + text(container, 'name'));
    if (seccomp !== undefined && own !== undefined && !matchesSeccomp(own, seccomp)) {
      faults.forbidden(here.in('securityContext').in('seccompProfile').in('type'), 'annotation and field must match');
    }
    const profile = child(context, 'appArmorProfile') ?? child(podContext, 'appArmorProfile');
    const annotation = annotations.get(appArmor + text(container, 'name'));
    if (profile !== undefined && annotation !== undefined && text(child(spec, 'os'), 'name') !== 'windows')
      judgeAppArmor(annotation, profile, here, faults);
  }
}

function judgeAppArmor(annotation: string, profile: Obj, here: At, faults: Faults): void {
  const at = here.in('securityContext').in('appArmorProfile');
  const words: Readonly<Record<string, string>> = { Unconfined: 'unconfined', RuntimeDefault: 'runtime/default' };
  const type = text(profile, 'type');
  if (type === 'Localhost') {
    if (!annotation.startsWith('localhost/')) faults.forbidden(at.in('type'), 'annotation and field must match');
    else if (annotation.slice('localhost/'.length) !== optional(profile, 'localhostProfile'))
      faults.forbidden(at.in('localhostProfile'), 'annotation and field must match');
  } else if (words[type] !== undefined && words[type] !== annotation)
    faults.forbidden(at.in('type'), 'annotation and field must match');
}

/** A pod template. The server leaves `metadata` out of the paths of its labels and annotations. */
export function judgeTemplate(template: Obj, at: At, faults: Faults): void {
  const [metadata, spec] = [struct(template, 'metadata'), struct(template, 'spec')];
  judgeTemplateLabels(metadata, spec, at, faults);
  judgePodSpec(spec, at.in('spec'), false, '', faults);
  judgeProfiles(metadata, spec, at.in('spec'), faults);
  if (structs(spec, 'ephemeralContainers').length > 0)
    faults.forbidden(at.in('spec').in('ephemeralContainers'), 'not allowed in a pod template');
}

export function judgeTemplateLabels(metadata: Obj, spec: Obj, at: At, faults: Faults): void {
  const annotations = at.called('annotations', 'metadata', 'annotations');
  judgeLabels(metadata, 'labels', at.called('labels', 'metadata', 'labels'), faults);
  judgeAnnotations(metadata, annotations, faults);
  judgePodAnnotations(metadata, spec, annotations, faults);
}

/** What a controller that keeps pods running asks of its template. */
export function judgeEndlessTemplate(template: Obj, at: At, faults: Faults): void {
  const spec = struct(template, 'spec');
  const policy = text(spec, 'restartPolicy') || 'Always';
  if (policy !== 'Always') faults.notSupported(at.in('spec').in('restartPolicy'), policy, ['Always']);
  if (has(spec, 'activeDeadlineSeconds'))
    faults.forbidden(at.in('spec').in('activeDeadlineSeconds'), 'pods of this controller do not end');
}
