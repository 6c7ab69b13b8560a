import { signOf } from '../schema/quantity.js';
import { type At, root } from './at.js';
import type { Faults } from './faults.js';
import { judgeMetadata } from './metadata.js';
import { dnsLabel, dnsSubdomain, pathSegment } from './names.js';
import { judgeContainerResourceName, quantityOf } from './resources.js';
import { child, has, number, type Obj, optional, struct, structs, text } from './values.js';

const spec = root.in('spec');

function judgeReference(reference: Obj, at: At, needsGroup: boolean, faults: Faults): void {
  for (const name of ['kind', 'name']) {
    const value = text(reference, name);
    if (value === '') faults.required(at.in(name));
    else faults.all(at.in(name), value, pathSegment(value));
  }
  const version = text(reference, 'apiVersion');
  if (version.split('/').length > 2) faults.invalid(at.in('apiVersion'), version, 'is no group and version');
  else if (needsGroup && !version.includes('/'))
    faults.invalid(at.in('apiVersion'), version, 'must name an API group, as in `apps/v1`');
}

function judgeTarget(source: Obj, at: At, faults: Faults): Obj {
  const target = struct(source, 'target');
  const type = text(target, 'type');
  const here = at.in('target');
  if (type === '') faults.required(here.in('type'), 'must specify a metric target type');
  if (!['Utilization', 'Value', 'AverageValue'].includes(type))
    faults.invalid(here.in('type'), type, 'must be Utilization, Value or AverageValue');
  for (const name of ['value', 'averageValue']) {
    if (has(target, name) && signOf(quantityOf(target[name])) <= 0)
      faults.invalid(here.in(name), target[name], 'must be positive');
  }
  const utilization = number(target, 'averageUtilization');
  if (utilization !== undefined && utilization < 1)
    faults.invalid(here.in('averageUtilization'), utilization, 'must be greater than 0');
  return target;
}

function judgeIdentifier(source: Obj, at: At, faults: Faults): void {
  const name = text(struct(source, 'metric'), 'name');
  if (name === '') faults.required(at.in('metric').in('name'), 'must specify a metric name');
  else faults.all(at.in('metric').in('name'), name, pathSegment(name));
}

type JudgeSource = (source: Obj, at: At, faults: Faults) => void;

function judgeObject(source: Obj, at: At, faults: Faults): void {
  judgeReference(struct(source, 'describedObject'), at.in('describedObject'), false, faults);
  judgeIdentifier(source, at, faults);
  const target = judgeTarget(source, at, faults);
  if (!has(target, 'value') && !has(target, 'averageValue'))
    faults.required(at.in('target').in('averageValue'), 'value or averageValue');
}

function judgeExternal(source: Obj, at: At, faults: Faults): void {
  judgeIdentifier(source, at, faults);
  const target = judgeTarget(source, at, faults);
  const [one, other] = [has(target, 'value'), has(target, 'averageValue')];
  if (!one && !other) faults.required(at.in('target').in('averageValue'), 'value or averageValue');
  if (one && other) faults.forbidden(at.in('target').in('value'), 'value and averageValue exclude each other');
}

function judgePods(source: Obj, at: At, faults: Faults): void {
  judgeIdentifier(source, at, faults);
  if (!has(judgeTarget(source, at, faults), 'averageValue'))
    faults.required(at.in('target').in('averageValue'), 'must specify a positive target averageValue');
}

function judgeUsage(source: Obj, at: At, faults: Faults): void {
  const target = judgeTarget(source, at, faults);
  const [utilization, value] = [has(target, 'averageUtilization'), has(target, 'averageValue')];
  if (!utilization && !value)
    faults.required(at.in('target').in('averageUtilization'), 'averageUtilization or averageValue');
  if (utilization && value)
    faults.forbidden(at.in('target').in('averageValue'), 'averageUtilization and averageValue exclude each other');
}

function judgeResource(source: Obj, at: At, faults: Faults): void {
  if (text(source, 'name') === '') faults.required(at.in('name'), 'must specify a resource name');
  judgeUsage(source, at, faults);
}

function judgeContainer(source: Obj, at: At, faults: Faults): void {
  const [name, container] = [text(source, 'name'), text(source, 'container')];
  if (name === '') faults.required(at.in('name'), 'must specify a resource name');
  else judgeContainerResourceName(name, at.in('name'), faults);
  if (container === '') faults.required(at.in('container'), 'must specify a container');
  else faults.all(at.in('container'), container, dnsLabel(container));
  judgeUsage(source, at, faults);
}

const sources: readonly (readonly [string, string, JudgeSource])[] = [
  ['Object', 'object', judgeObject],
  ['External', 'external', judgeExternal],
  ['Pods', 'pods', judgePods],
  ['Resource', 'resource', judgeResource],
  ['ContainerResource', 'containerResource', judgeContainer],
];
const types = ['ContainerResource', 'External', 'Object', 'Pods', 'Resource'];

function judgeMetric(metric: Obj, at: At, faults: Faults): void {
  const type = text(metric, 'type');
  if (type === '') faults.required(at.in('type'), 'must specify a metric source type');
  const present = sources.filter(([, name]) => has(metric, name));
  const [first] = present;
  if (first !== undefined) first[2](struct(metric, first[1]), at.in(first[1]), faults);
  const expected = sources.find(([known]) => known === type);
  // The server tells an unknown type twice.
  if (expected === undefined) for (let time = 0; time < 2; time++) faults.notSupported(at.in('type'), type, types);
  else if (!has(metric, expected[1]))
    faults.required(at.in(expected[1]), 'must populate information for the given metric source');
  if (present.length === 1) return;
  for (const [, name] of present)
    if (name !== expected?.[1]) faults.forbidden(at.in(name), 'must populate the given metric source only');
}

function judgePolicy(policy: Obj, at: At, faults: Faults): void {
  const [type, period] = [text(policy, 'type'), number(policy, 'periodSeconds') ?? 0];
  if (type !== 'Pods' && type !== 'Percent') faults.notSupported(at.in('type'), type, ['Percent', 'Pods']);
  faults.positive(at.in('value'), number(policy, 'value'));
  faults.positive(at.in('periodSeconds'), period);
  if (period > 1800) faults.invalid(at.in('periodSeconds'), period, 'must be less than or equal to 1800');
}

function judgeRules(rules: Obj, at: At, faults: Faults): void {
  const window = number(rules, 'stabilizationWindowSeconds');
  if (window !== undefined && window < 0)
    faults.invalid(at.in('stabilizationWindowSeconds'), window, 'must be greater than or equal to zero');
  if (window !== undefined && window > 3600)
    faults.invalid(at.in('stabilizationWindowSeconds'), window, 'must be less than or equal to 3600');
  const select = optional(rules, 'selectPolicy');
  const selects = ['Disabled', 'Max', 'Min'];
  if (select !== undefined && !selects.includes(select)) faults.notSupported(at.in('selectPolicy'), select, selects);
  const policies = structs(rules, 'policies');
  if (has(rules, 'policies') && policies.length === 0)
    faults.required(at.in('policies'), 'must specify at least one policy');
  policies.forEach((policy, index) => {
    judgePolicy(policy, at.in('policies').item(index), faults);
  });
}

function judgeScale(object: Obj, faults: Faults): { readonly holder: Obj; readonly min: number } {
  judgeMetadata(object, dnsSubdomain, faults);
  const holder = struct(object, 'spec');
  const [min, max] = [number(holder, 'minReplicas') ?? 1, number(holder, 'maxReplicas') ?? 0];
  if (min < 1) faults.invalid(spec.in('minReplicas'), min, 'must be greater than or equal to 1');
  if (max < 1) faults.invalid(spec.in('maxReplicas'), max, 'must be greater than 0');
  if (max < min) faults.invalid(spec.in('maxReplicas'), max, 'must be greater than or equal to `minReplicas`');
  judgeReference(struct(holder, 'scaleTargetRef'), spec.in('scaleTargetRef'), true, faults);
  return { holder, min };
}

export function judgeAutoscaler(object: Obj, faults: Faults): void {
  const { holder, min } = judgeScale(object, faults);
  const metrics = structs(holder, 'metrics');
  metrics.forEach((metric, index) => {
    judgeMetric(metric, spec.in('metrics').item(index), faults);
  });
  const outside = metrics.some((metric) => ['Object', 'External'].includes(text(metric, 'type')));
  if (min === 0 && !outside) faults.forbidden(spec.in('metrics'), 'scaling to zero needs an Object or External metric');
  for (const name of ['scaleUp', 'scaleDown']) {
    const rules = child(child(holder, 'behavior'), name);
    if (rules !== undefined) judgeRules(rules, spec.in('behavior').in(name), faults);
  }
}

/** An autoscaler of version 1 is one of version 2 with a single metric, for the CPU; that is where the server sees faults. */
export function judgeFirstAutoscaler(object: Obj, faults: Faults): void {
  const { holder, min } = judgeScale(object, faults);
  if (min === 0) faults.forbidden(spec.in('metrics'), 'scaling to zero needs an Object or External metric');
  const utilization = number(holder, 'targetCPUUtilizationPercentage');
  if (utilization === undefined || utilization >= 1) return;
  const name = 'metrics[0].resource.target.averageUtilization';
  faults.invalid(spec.called(name, 'targetCPUUtilizationPercentage'), utilization, 'must be greater than 0');
}
