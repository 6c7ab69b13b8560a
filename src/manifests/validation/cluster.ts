import { blockForm, parseBlock } from './addresses.js';
import { type At, root } from './at.js';
import type { Faults } from './faults.js';
import { judgeLabels, judgeMetadata, judgeNamespaceFinalizer } from './metadata.js';
import { dnsLabel, dnsSubdomain, labelValue, qualifiedName } from './names.js';
import { judgeQuantity, judgeResources, quantities } from './resources.js';
import { judgeEffect, judgeTolerations } from './scheduling.js';
import { child, flag, number, type Obj, optional, strings, struct, structs, text } from './values.js';

export function judgeNamespace(object: Obj, faults: Faults): void {
  judgeMetadata(object, dnsLabel, faults);
  // The server puts the name into the label `kubernetes.io/metadata.name`.
  const name = text(struct(object, 'metadata'), 'name');
  faults.all(root.in('metadata').called('labels', 'name'), name, labelValue(name));
  for (const name of strings(struct(object, 'spec'), 'finalizers'))
    judgeNamespaceFinalizer(root.in('spec').in('finalizers'), name, faults);
}

function judgeTaints(taints: readonly Obj[], at: At, faults: Faults): void {
  const seen = new Set<string>();
  taints.forEach((taint, index) => {
    const here = at.called(`taints[${index}]`, '..', 'spec', 'taints', index);
    const [key, value, effect] = [text(taint, 'key'), text(taint, 'value'), text(taint, 'effect')];
    faults.all(here.in('key'), key, qualifiedName(key));
    if (labelValue(value).length > 0) faults.invalid(here.in('value'), value, labelValue(value).join('; '));
    if (effect === '') faults.required(here.in('effect'));
    else judgeEffect(effect, here.in('effect'), faults);
    if (seen.has(`${effect}/${key}`)) faults.duplicate(here, key);
    seen.add(`${effect}/${key}`);
  });
}

/** `podCIDR` wins where the first of `podCIDRs` is another one. */
function blocksOf(spec: Obj): readonly string[] {
  const [one, several] = [text(spec, 'podCIDR'), strings(spec, 'podCIDRs')];
  return one === '' || several[0] === one ? several : [one];
}

export function judgeNode(object: Obj, faults: Faults): void {
  judgeMetadata(object, dnsSubdomain, faults);
  const spec = struct(object, 'spec');
  judgeTaints(structs(spec, 'taints'), root.in('metadata'), faults);
  for (const part of ['capacity', 'allocatable']) {
    for (const [name, quantity] of quantities(child(object, 'status'), part))
      judgeQuantity(name, quantity, root.in('status').in(part).in(name), faults);
  }
  const blocks = blocksOf(spec);
  blocks.forEach((block, index) => {
    faults.all(root.in('spec').in('podCIDRs').item(index), block, blockForm(block));
  });
  const bits = blocks.map((block) => parseBlock(block)?.address.bits);
  if (blocks.length > 2 || (blocks.length === 2 && bits[0] === bits[1]))
    faults.invalid(root.in('spec').in('podCIDRs'), blocks, 'may specify no more than one CIDR for each IP family');
}

export function judgePriorityClass(object: Obj, faults: Faults): void {
  judgeMetadata(object, dnsSubdomain, faults);
  const [name, value] = [text(struct(object, 'metadata'), 'name'), number(object, 'value') ?? 0];
  if (name.startsWith('system-')) {
    const known: Readonly<Record<string, number>> = {
      'system-node-critical': 2000001000,
      'system-cluster-critical': 2000000000,
    };
    if (known[name] !== value || flag(object, 'globalDefault') === true)
      faults.forbidden(root.in('metadata').in('name'), '`system-` is reserved');
  } else if (value > 1_000_000_000) faults.forbidden(root.in('value'), 'must be at most 1000000000');
  const preemption = optional(object, 'preemptionPolicy');
  if (preemption !== undefined)
    faults.oneOf(root.in('preemptionPolicy'), preemption, ['PreemptLowerPriority', 'Never']);
}

export function judgeRuntimeClass(object: Obj, faults: Faults): void {
  judgeMetadata(object, dnsSubdomain, faults, false);
  const handler = text(object, 'handler');
  faults.all(root.in('handler'), handler, dnsLabel(handler));
  const overhead = child(object, 'overhead');
  if (overhead !== undefined) {
    // The server calls `overhead.podFixed` by the name that limits have.
    const at = root.in('overhead');
    judgeResources({ limits: overhead['podFixed'] ?? null }, at, new Set(), false, faults);
  }
  const scheduling = child(object, 'scheduling');
  if (scheduling === undefined) return;
  judgeLabels(scheduling, 'nodeSelector', root.in('scheduling').in('nodeSelector'), faults);
  const at = root.in('scheduling').in('tolerations');
  // The server names the list twice.
  judgeTolerations(scheduling, at.called('tolerations'), faults);
  judgeUnique(structs(scheduling, 'tolerations'), at, faults);
}

function judgeUnique(tolerations: readonly Obj[], at: At, faults: Faults): void {
  const seen = new Set<string>();
  tolerations.forEach((toleration, index) => {
    const whole = ['key', 'operator', 'value', 'effect'].map((name) => text(toleration, name)).join('\n');
    if (seen.has(whole)) faults.duplicate(at.item(index), text(toleration, 'key'));
    seen.add(whole);
  });
}

export function judgeLease(object: Obj, faults: Faults): void {
  judgeMetadata(object, dnsSubdomain, faults, false);
  const [spec, at] = [struct(object, 'spec'), root.in('spec')];
  const seconds = number(spec, 'leaseDurationSeconds');
  if (seconds !== undefined && seconds <= 0)
    faults.invalid(at.in('leaseDurationSeconds'), seconds, 'must be greater than 0');
  faults.nonNegative(at.in('leaseTransitions'), number(spec, 'leaseTransitions'));
}
