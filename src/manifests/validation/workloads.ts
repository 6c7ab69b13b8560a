import { type At, root } from './at.js';
import { judgeClaimSpec } from './claims.js';
import type { Faults } from './faults.js';
import { judgeMetadata } from './metadata.js';
import { dnsLabel, dnsSubdomain, percent } from './names.js';
import { compileSelector, isEmptySelector, judgeSelector, labelsOf } from './selectors.js';
import { judgeEndlessTemplate, judgeTemplate, judgeTemplateLabels } from './templates.js';
import { child, either, has, number, type Obj, struct, structs, text, texts } from './values.js';

const spec = root.in('spec');
const noMatch = '`selector` does not match template `labels`';

export function judgeIntOrPercent(value: number | string, at: At, faults: Faults): void {
  if (typeof value === 'string') faults.all(at, value, percent(value));
  else faults.nonNegative(at, value);
}

export function judgeAtMost100(value: number | string, at: At, faults: Faults): void {
  if (typeof value === 'string' && percent(value).length === 0 && Number.parseInt(value, 10) > 100)
    faults.invalid(at, value, 'must not be greater than 100%');
}

/** A percentage counts by its figure; a string that is none counts as a number if it is one. */
function amount(value: number | string): number {
  if (typeof value === 'number') return value;
  if (percent(value).length === 0) return Number.parseInt(value, 10);
  return /^[+-]?\d+$/.test(value) ? Number(value) : 0;
}

function judgeSelectorOf(holder: Obj, faults: Faults): void {
  const selector = child(holder, 'selector');
  if (selector === undefined) {
    faults.required(spec.in('selector'));
    return;
  }
  judgeSelector(selector, spec.in('selector'), faults);
  if (isEmptySelector(selector))
    faults.invalid(spec.in('selector'), {}, 'an empty selector selects everything and is not allowed');
}

function judgeMatch(holder: Obj, template: Obj, faults: Faults): void {
  const selector = child(holder, 'selector');
  const matches = compileSelector(selector);
  if (matches === undefined || (selector !== undefined && isEmptySelector(selector))) return;
  const metadata = struct(template, 'metadata');
  if (!matches(labelsOf(metadata)))
    faults.invalid(spec.in('template').in('metadata').in('labels'), struct(metadata, 'labels'), noMatch);
}

/** Selector and template of a controller; the template is not looked at where the selector cannot be compiled. */
function judgeSelected(holder: Obj, faults: Faults): boolean {
  judgeSelectorOf(holder, faults);
  if (compileSelector(child(holder, 'selector')) === undefined) {
    faults.invalid(spec.in('selector'), child(holder, 'selector'), 'invalid label selector');
    return false;
  }
  judgeMatch(holder, struct(holder, 'template'), faults);
  return true;
}

function judgeReplicated(holder: Obj, faults: Faults): void {
  faults.nonNegative(spec.in('replicas'), number(holder, 'replicas'));
  faults.nonNegative(spec.in('minReadySeconds'), number(holder, 'minReadySeconds'));
  if (!judgeSelected(holder, faults)) return;
  judgeTemplate(struct(holder, 'template'), spec.in('template'), faults);
  judgeEndlessTemplate(struct(holder, 'template'), spec.in('template'), faults);
}

function judgeStrategy(holder: Obj, faults: Faults): void {
  const strategy = struct(holder, 'strategy');
  const at = spec.in('strategy');
  const type = text(strategy, 'type') || 'RollingUpdate';
  if (type === 'Recreate') {
    if (has(strategy, 'rollingUpdate')) faults.forbidden(at.in('rollingUpdate'), 'strategy `type` is Recreate');
  } else if (type !== 'RollingUpdate') faults.notSupported(at, type, ['Recreate', 'RollingUpdate']);
  else {
    const rolling = struct(strategy, 'rollingUpdate');
    const [unavailable, surge] = [either(rolling, 'maxUnavailable') ?? '25%', either(rolling, 'maxSurge') ?? '25%'];
    const [here, there] = [at.in('rollingUpdate').in('maxUnavailable'), at.in('rollingUpdate').in('maxSurge')];
    judgeIntOrPercent(unavailable, here, faults);
    judgeIntOrPercent(surge, there, faults);
    if (amount(unavailable) === 0 && amount(surge) === 0)
      faults.invalid(here, unavailable, 'may not be 0 when `maxSurge` is 0');
    judgeAtMost100(unavailable, here, faults);
  }
}

export function judgeDeployment(object: Obj, faults: Faults): void {
  judgeMetadata(object, dnsSubdomain, faults);
  const holder = struct(object, 'spec');
  judgeReplicated(holder, faults);
  judgeStrategy(holder, faults);
  faults.nonNegative(spec.in('revisionHistoryLimit'), number(holder, 'revisionHistoryLimit'));
  const [deadline, ready] = [number(holder, 'progressDeadlineSeconds') ?? 600, number(holder, 'minReadySeconds') ?? 0];
  faults.nonNegative(spec.in('progressDeadlineSeconds'), deadline);
  if (deadline <= ready)
    faults.invalid(spec.in('progressDeadlineSeconds'), deadline, 'must be greater than minReadySeconds');
}

export function judgeReplicaSet(object: Obj, faults: Faults): void {
  judgeMetadata(object, dnsSubdomain, faults);
  judgeReplicated(struct(object, 'spec'), faults);
}

function judgeDaemonUpdate(holder: Obj, faults: Faults): void {
  const strategy = struct(holder, 'updateStrategy');
  const at = spec.in('updateStrategy');
  const type = text(strategy, 'type') || 'RollingUpdate';
  if (type === 'OnDelete') return;
  if (type !== 'RollingUpdate') {
    faults.notSupported(at, type, ['RollingUpdate', 'OnDelete']);
    return;
  }
  const rolling = struct(strategy, 'rollingUpdate');
  const [unavailable, surge] = [either(rolling, 'maxUnavailable') ?? 1, either(rolling, 'maxSurge') ?? 0];
  const [here, there] = [at.in('rollingUpdate').in('maxUnavailable'), at.in('rollingUpdate').in('maxSurge')];
  for (const judge of [judgeIntOrPercent, judgeAtMost100]) {
    judge(unavailable, here, faults);
    judge(surge, there, faults);
  }
  if (amount(unavailable) !== 0 && amount(surge) !== 0)
    faults.invalid(there, surge, 'may not be set when maxUnavailable is non-zero');
  if (amount(unavailable) === 0 && amount(surge) === 0) faults.required(here, 'cannot be 0 when maxSurge is 0');
}

export function judgeDaemonSet(object: Obj, faults: Faults): void {
  judgeMetadata(object, dnsSubdomain, faults);
  const holder = struct(object, 'spec');
  const selector = child(holder, 'selector');
  judgeSelector(selector, spec.in('selector'), faults);
  const matches = compileSelector(selector);
  const labels = struct(struct(holder, 'template'), 'metadata');
  if (matches !== undefined && !matches(labelsOf(labels)))
    faults.invalid(spec.in('template').in('metadata').in('labels'), struct(labels, 'labels'), noMatch);
  if (selector !== undefined && isEmptySelector(selector))
    faults.invalid(spec.in('selector'), {}, 'an empty selector selects everything and is not allowed');
  judgeTemplate(struct(holder, 'template'), spec.in('template'), faults);
  judgeEndlessTemplate(struct(holder, 'template'), spec.in('template'), faults);
  for (const name of ['minReadySeconds', 'revisionHistoryLimit'])
    faults.nonNegative(spec.in(name), number(holder, name));
  judgeDaemonUpdate(holder, faults);
}

function judgeStatefulUpdate(holder: Obj, faults: Faults): void {
  const strategy = struct(holder, 'updateStrategy');
  const at = spec.in('updateStrategy');
  const type = text(strategy, 'type') || 'RollingUpdate';
  const rolling = child(strategy, 'rollingUpdate');
  if (type === 'OnDelete') {
    if (rolling !== undefined)
      faults.invalid(at.in('rollingUpdate'), rolling, 'only allowed for updateStrategy RollingUpdate');
  } else if (type !== 'RollingUpdate') faults.invalid(at, type, 'must be RollingUpdate or OnDelete');
  else if (rolling !== undefined) {
    faults.nonNegative(at.in('rollingUpdate').in('partition'), number(rolling, 'partition'));
  }
}

/** Claims of the controller count as volumes of its pods, in place of volumes of the same name. */
function withClaims(holder: Obj): Obj {
  const template = struct(holder, 'template');
  const pod = struct(template, 'spec');
  const names = structs(holder, 'volumeClaimTemplates').map((claim) => text(struct(claim, 'metadata'), 'name'));
  const { hostname, subdomain, ...rest } = pod;
  if (names.length === 0) return { ...template, spec: rest };
  const claimed = new Set(names);
  const claims = [...claimed].map((name) => ({ name, persistentVolumeClaim: { claimName: name } }));
  const volumes = structs(pod, 'volumes').filter((volume) => !claimed.has(text(volume, 'name')));
  return { ...template, spec: { ...rest, volumes: [...claims, ...volumes] } };
}

function judgeRetention(holder: Obj, faults: Faults): void {
  const policy = child(holder, 'persistentVolumeClaimRetentionPolicy');
  for (const name of ['whenDeleted', 'whenScaled']) {
    const value = text(policy, name) || 'Retain';
    if (value !== 'Retain' && value !== 'Delete')
      faults.notSupported(spec.in('persistentVolumeClaimRetentionPolicy').in(name), value, ['Retain', 'Delete']);
  }
}

export function judgeStatefulSet(object: Obj, faults: Faults): void {
  judgeMetadata(object, dnsLabel, faults);
  const holder = struct(object, 'spec');
  const management = text(holder, 'podManagementPolicy') || 'OrderedReady';
  if (management !== 'OrderedReady' && management !== 'Parallel')
    faults.invalid(spec.in('podManagementPolicy'), management, 'must be OrderedReady or Parallel');
  judgeStatefulUpdate(holder, faults);
  judgeRetention(holder, faults);
  structs(holder, 'volumeClaimTemplates').forEach((claim, index) => {
    judgeClaimSpec(struct(claim, 'spec'), spec.in('volumeClaimTemplates').item(index).in('spec'), faults, true);
  });
  for (const name of ['replicas', 'minReadySeconds', 'revisionHistoryLimit']) {
    if (name !== 'revisionHistoryLimit') faults.nonNegative(spec.in(name), number(holder, name));
  }
  faults.nonNegative(spec.called('ordinals.start', 'ordinals', 'start'), number(child(holder, 'ordinals'), 'start'));
  const service = text(holder, 'serviceName');
  if (service !== '') faults.all(spec.in('serviceName'), service, dnsLabel(service));
  if (judgeSelected(holder, faults)) judgeStatefulTemplate(holder, faults);
  judgeEndlessTemplate(struct(holder, 'template'), spec.in('template'), faults);
}

/** The server looks at labels and annotations of this template twice. */
function judgeStatefulTemplate(holder: Obj, faults: Faults): void {
  const template = withClaims(holder);
  judgeTemplate(template, spec.in('template'), faults);
  judgeTemplateLabels(struct(template, 'metadata'), struct(template, 'spec'), spec.in('template'), faults);
}

/** Some controllers without labels get those of their template. */
export function withTemplateLabels(object: Obj): Obj {
  const [metadata, labels] = [
    struct(object, 'metadata'),
    child(struct(struct(struct(object, 'spec'), 'template'), 'metadata'), 'labels'),
  ];
  if (labels === undefined || texts(metadata, 'labels').length > 0) return object;
  return { ...object, metadata: { ...metadata, labels } };
}

export function judgeReplicationController(object: Obj, faults: Faults): void {
  judgeMetadata(withTemplateLabels(object), dnsSubdomain, faults);
  const holder = struct(object, 'spec');
  const template = child(holder, 'template');
  const labels = labelsOf(struct(template, 'metadata'));
  const own = texts(holder, 'selector');
  const selector = own.length === 0 ? [...labels] : own;
  for (const name of ['minReadySeconds', 'replicas']) faults.nonNegative(spec.in(name), number(holder, name));
  if (selector.length === 0) faults.required(spec.in('selector'));
  if (template === undefined) {
    faults.required(spec.in('template'));
    return;
  }
  if (!selector.every(([key, value]) => labels.get(key) === value))
    faults.invalid(spec.in('template').in('metadata').in('labels'), Object.fromEntries(labels), noMatch);
  judgeTemplate(template, spec.in('template'), faults);
  judgeEndlessTemplate(template, spec.in('template'), faults);
}

export function judgePodTemplate(object: Obj, faults: Faults): void {
  judgeMetadata(object, dnsSubdomain, faults);
  judgeTemplate(struct(object, 'template'), root.in('template'), faults);
}

export function judgeControllerRevision(object: Obj, faults: Faults): void {
  judgeMetadata(object, dnsSubdomain, faults);
  faults.nonNegative(root.in('revision'), number(object, 'revision'));
  if (!has(object, 'data')) faults.required(root.in('data'), 'data is mandatory');
  else if (child(object, 'data') === undefined) faults.required(root.in('data'), 'data must be a mapping');
}
