import { compareQuantities, milliValue, parseQuantity, type Quantity, wholeValue } from '../schema/quantity.js';
import { type At, root } from './at.js';
import type { Faults } from './faults.js';
import { judgeMetadata } from './metadata.js';
import { dnsSubdomain, qualifiedName } from './names.js';
import {
  isOvercommitAllowed,
  isQuotaName,
  judgeContainerResourceName,
  judgeQuantity,
  judgeResourceName,
  quantities,
} from './resources.js';
import { child, type Obj, strings, struct, structs, text } from './values.js';

const scopes = [
  'Terminating',
  'NotTerminating',
  'BestEffort',
  'NotBestEffort',
  'PriorityClass',
  'CrossNamespacePodAffinity',
  'VolumeAttributesClass',
];
const existing = scopes.filter((scope) => scope !== 'PriorityClass' && scope !== 'VolumeAttributesClass');
const podScoped = new Set(['pods', 'cpu', 'memory', 'requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory']);

/** Whether a scope can narrow the quota of a resource. */
function fits(scope: string, resource: string): boolean {
  if (scope === 'BestEffort') return resource === 'pods';
  if (scope === 'VolumeAttributesClass')
    return resource === 'persistentvolumeclaims' || resource === 'requests.storage';
  return !scopes.includes(scope) || podScoped.has(resource);
}

function judgePairs(seen: readonly string[], at: At, faults: Faults): void {
  for (const [one, other] of [
    ['BestEffort', 'NotBestEffort'],
    ['Terminating', 'NotTerminating'],
  ] as const) {
    if (seen.includes(one) && seen.includes(other)) faults.invalid(at, seen, 'conflicting scopes');
  }
}

function judgeSelector(spec: Obj, hard: readonly string[], faults: Faults): void {
  const at = root.in('spec').in('scopeSelector').in('matchExpressions');
  const expressions = structs(child(spec, 'scopeSelector'), 'matchExpressions');
  expressions.forEach((expression, index) => {
    const here = (name: string): At => at.called(name, index, name);
    const [scope, operator, values] = [
      text(expression, 'scopeName'),
      text(expression, 'operator'),
      strings(expression, 'values'),
    ];
    if (!scopes.includes(scope)) faults.invalid(here('scopeName'), scope, 'unsupported scope');
    for (const resource of hard)
      if (isQuotaName(resource) && !fits(scope, resource))
        faults.invalid(at, scope, 'unsupported scope applied to resource');
    if (existing.includes(scope) && operator !== 'Exists')
      faults.invalid(here('operator'), operator, `must be Exists for ${scope}`);
    if (operator === 'In' || operator === 'NotIn') {
      if (values.length === 0) faults.required(here('values'), `\`operator\` is ${operator}`);
    } else if (operator !== 'Exists' && operator !== 'DoesNotExist')
      faults.invalid(here('operator'), operator, 'is not an operator of selectors');
    else if (values.length > 0)
      faults.invalid(here('values'), values, `must be empty where \`operator\` is ${operator}`);
  });
  judgePairs(
    expressions.map((expression) => text(expression, 'scopeName')),
    at,
    faults,
  );
}

export function judgeResourceQuota(object: Obj, faults: Faults): void {
  judgeMetadata(object, dnsSubdomain, faults);
  const spec = struct(object, 'spec');
  const at = root.in('spec');
  const hard = quantities(spec, 'hard');
  for (const [name, quantity] of hard) {
    const here = at.in('hard').key(name);
    judgeResourceName(name, here, faults);
    if (!name.includes('/') && !isQuotaName(name)) faults.invalid(here, name, 'must be a standard resource for quota');
    judgeQuantity(name, quantity, here, faults);
  }
  const given = strings(spec, 'scopes');
  for (const scope of given) {
    if (!scopes.includes(scope)) faults.invalid(at.in('scopes'), given, 'unsupported scope');
    for (const resource of hard.keys())
      if (isQuotaName(resource) && !fits(scope, resource))
        faults.invalid(at.in('scopes'), given, 'unsupported scope applied to resource');
  }
  judgePairs(given, at.in('scopes'), faults);
  judgeSelector(spec, [...hard.keys()], faults);
}

type Amounts = ReadonlyMap<string, Quantity>;

interface Limits {
  readonly min: Amounts;
  readonly max: Amounts;
  readonly default: Amounts;
  readonly defaultRequest: Amounts;
  readonly maxLimitRequestRatio: Amounts;
}

/** Defaulting of a limit for containers: max gives default, default gives defaultRequest, min gives defaultRequest. */
function defaulted(limit: Obj, isContainer: boolean): Limits {
  const [min, max] = [quantities(limit, 'min'), quantities(limit, 'max')];
  const [limits, requests] = [new Map(quantities(limit, 'default')), new Map(quantities(limit, 'defaultRequest'))];
  const fill = (into: Map<string, Quantity>, from: Amounts): void => {
    for (const [name, quantity] of from) if (!into.has(name)) into.set(name, quantity);
  };
  if (isContainer) {
    fill(limits, max);
    fill(requests, limits);
    fill(requests, min);
  }
  return {
    min,
    max,
    default: limits,
    defaultRequest: requests,
    maxLimitRequestRatio: quantities(limit, 'maxLimitRequestRatio'),
  };
}

const orders: readonly (readonly [keyof Limits, keyof Limits, keyof Limits])[] = [
  ['min', 'max', 'min'],
  ['min', 'defaultRequest', 'defaultRequest'],
  ['defaultRequest', 'max', 'defaultRequest'],
  ['defaultRequest', 'default', 'defaultRequest'],
  ['min', 'default', 'default'],
  ['default', 'max', 'default'],
];

function judgeRatio(limits: Limits, name: string, at: At, faults: Faults): void {
  const [ratio, min, max] = [limits.maxLimitRequestRatio.get(name), limits.min.get(name), limits.max.get(name)];
  if (ratio === undefined) return;
  const here = at.in('maxLimitRequestRatio').key(name);
  if (compareQuantities(ratio, parseQuantity('1') ?? ratio) < 0) faults.invalid(here, ratio.text, 'must be at least 1');
  if (min === undefined || max === undefined) return;
  const exact = [ratio, min, max].every((quantity) => wholeValue(quantity) < 9_223_372_036_854_775n);
  const most = exact
    ? Number(milliValue(max)) / Number(milliValue(min))
    : Number(wholeValue(max)) / Number(wholeValue(min));
  if (Number(milliValue(ratio)) / 1000 > most)
    faults.invalid(here, ratio.text, `must be at most max/min, which is ${most}`);
}

function judgeAmounts(limits: Limits, at: At, faults: Faults): void {
  const names = new Set(Object.values(limits).flatMap((amounts: Amounts) => [...amounts.keys()]));
  for (const name of names) {
    for (const [less, more, where] of orders) {
      const [low, high] = [limits[less].get(name), limits[more].get(name)];
      if (low !== undefined && high !== undefined && compareQuantities(low, high) > 0)
        faults.invalid(at.in(where).key(name), low.text, `${less} ${low.text} is greater than ${more} ${high.text}`);
    }
    judgeRatio(limits, name, at, faults);
    const [request, limit] = [limits.defaultRequest.get(name), limits.default.get(name)];
    if (
      isOvercommitAllowed(name) ||
      request === undefined ||
      limit === undefined ||
      compareQuantities(request, limit) === 0
    )
      continue;
    faults.invalid(at.in('defaultRequest').key(name), request.text, 'must equal the default');
  }
}

function judgeLimit(limit: Obj, at: At, faults: Faults): void {
  const type = text(limit, 'type');
  const reasons = qualifiedName(type);
  faults.all(at.in('type'), type, reasons);
  if (reasons.length === 0 && !type.includes('/') && !['Pod', 'Container', 'PersistentVolumeClaim'].includes(type)) {
    faults.invalid(at.in('type'), type, 'must be a standard limit type or have a domain in front of it');
  }
  const limits = defaulted(limit, type === 'Container');
  const judgeName = type === 'Pod' || type === 'Container' ? judgeContainerResourceName : judgeResourceName;
  for (const [part, amounts] of Object.entries(limits) as [string, Amounts][]) {
    const defaults = part === 'default' || part === 'defaultRequest';
    if (type === 'Pod' && defaults) {
      if (amounts.size > 0) faults.forbidden(at.in(part), 'may not be specified when `type` is Pod');
    } else for (const name of amounts.keys()) judgeName(name, at.in(part).key(name), faults);
  }
  if (type === 'PersistentVolumeClaim' && !limits.min.has('storage') && !limits.max.has('storage'))
    faults.required(at.called('limits'), 'min or max of storage');
  judgeAmounts(type === 'Pod' ? { ...limits, default: new Map(), defaultRequest: new Map() } : limits, at, faults);
}

export function judgeLimitRange(object: Obj, faults: Faults): void {
  judgeMetadata(object, dnsSubdomain, faults);
  const seen = new Set<string>();
  structs(struct(object, 'spec'), 'limits').forEach((limit, index) => {
    const here = root.in('spec').in('limits').item(index);
    judgeLimit(limit, here, faults);
    const type = text(limit, 'type');
    if (seen.has(type)) faults.duplicate(here.in('type'), type);
    seen.add(type);
  });
}
