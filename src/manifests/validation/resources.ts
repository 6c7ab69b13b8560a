import type { Json } from '../manifest.js';
import { compareQuantities, isWhole, parseQuantity, type Quantity, signOf, wholeValue } from '../schema/quantity.js';
import type { At } from './at.js';
import type { Faults } from './faults.js';
import { dnsLabel, qualifiedName } from './names.js';
import { entries, type Obj, structs, text } from './values.js';

const zero: Quantity = { amount: 0n, exponent: 0, text: '0' };

/** A quantity that decoding has accepted. */
export function quantityOf(value: Json | undefined): Quantity {
  return (value === null || value === undefined ? undefined : parseQuantity(String(value).trim())) ?? zero;
}

export function quantities(holder: Obj | undefined, name: string): ReadonlyMap<string, Quantity> {
  return new Map(entries(holder, name).map(([key, value]) => [key, quantityOf(value)]));
}

const container = new Set(['cpu', 'memory', 'ephemeral-storage']);
const quota = new Set([
  'cpu',
  'memory',
  'ephemeral-storage',
  'requests.cpu',
  'requests.memory',
  'requests.storage',
  'requests.ephemeral-storage',
  'limits.cpu',
  'limits.memory',
  'limits.ephemeral-storage',
  'pods',
  'resourcequotas',
  'services',
  'replicationcontrollers',
  'secrets',
  'persistentvolumeclaims',
  'configmaps',
  'services.nodeports',
  'services.loadbalancers',
]);
const standard = new Set([...quota, 'storage']);
const countable = new Set([
  'pods',
  'resourcequotas',
  'services',
  'replicationcontrollers',
  'secrets',
  'configmaps',
  'persistentvolumeclaims',
  'services.nodeports',
  'services.loadbalancers',
]);

export function isHugePages(name: string): boolean {
  return name.startsWith('hugepages-');
}

function isQuotaHugePages(name: string): boolean {
  return isHugePages(name) || name.startsWith('requests.hugepages-');
}

export function isQuotaName(name: string): boolean {
  return quota.has(name) || isQuotaHugePages(name);
}

export function isContainerName(name: string): boolean {
  return container.has(name) || isHugePages(name);
}

function isNative(name: string): boolean {
  return !name.includes('/') || name.includes('kubernetes.io/');
}

export function isExtended(name: string): boolean {
  if (isNative(name) || name.startsWith('requests.')) return false;
  return qualifiedName(`requests.${name}`).length === 0;
}

/** Whether more may be limited than is requested. */
export function isOvercommitAllowed(name: string): boolean {
  return isNative(name) && !isHugePages(name);
}

export function judgeResourceName(name: string, at: At, faults: Faults): boolean {
  const reasons = qualifiedName(name);
  faults.all(at, name, reasons);
  if (reasons.length > 0) return false;
  if (name.includes('/') || standard.has(name) || isQuotaHugePages(name)) return true;
  faults.invalid(at, name, 'must be a standard resource or have a domain in front of it');
  return false;
}

export function judgeContainerResourceName(name: string, at: At, faults: Faults): void {
  judgeResourceName(name, at, faults);
  if (name.split('/').length === 1) {
    if (!isContainerName(name)) faults.invalid(at, name, 'must be a standard resource of containers');
  } else if (!isNative(name) && !isExtended(name)) faults.invalid(at, name, 'is not the name of an extended resource');
}

export function judgeNonNegative(quantity: Quantity, at: At, faults: Faults): void {
  if (signOf(quantity) < 0) faults.invalid(at, quantity.text, 'must be greater than or equal to 0');
}

export function judgePositive(quantity: Quantity, at: At, faults: Faults): boolean {
  if (signOf(quantity) > 0) return true;
  faults.invalid(at, quantity.text, 'must be greater than zero');
  return false;
}

export function judgeQuantity(name: string, quantity: Quantity, at: At, faults: Faults): void {
  judgeNonNegative(quantity, at, faults);
  if ((countable.has(name) || isExtended(name)) && !isWhole(quantity))
    faults.invalid(at, quantity.text, 'must be a whole number');
}

function judgeHugePages(name: string, quantity: Quantity, at: At, faults: Faults): void {
  const page = parseQuantity(name.slice('hugepages-'.length));
  if (
    page === undefined ||
    wholeValue(page) === 0n ||
    wholeValue(quantity) % wholeValue(page) !== 0n ||
    signOf(quantity) <= 0
  ) {
    faults.invalid(at, quantity.text, `must be a positive multiple of ${name}`);
  }
}

type JudgeName = (name: string, at: At, faults: Faults) => void;

function judgeAmounts(amounts: ReadonlyMap<string, Quantity>, at: At, judgeName: JudgeName, faults: Faults): void {
  for (const [name, quantity] of amounts) {
    judgeName(name, at.key(name), faults);
    judgeQuantity(name, quantity, at.key(name), faults);
    if (isHugePages(name)) judgeHugePages(name, quantity, at.key(name), faults);
  }
}

/** `resources` of a container, or of a pod with another `judgeName`; in a Pod, a limit without a request is its request. */
export function judgeResources(
  resources: Obj,
  at: At,
  claims: ReadonlySet<string>,
  defaulted: boolean,
  faults: Faults,
  judgeName: JudgeName = judgeContainerResourceName,
): void {
  const limits = quantities(resources, 'limits');
  const requests = defaulted ? defaultedRequests(resources, limits) : quantities(resources, 'requests');
  judgeAmounts(limits, at.in('limits'), judgeName, faults);
  judgeAmounts(requests, at.in('requests'), judgeName, faults);
  for (const [name, request] of requests) {
    const limit = limits.get(name);
    if (limit === undefined) {
      if (!isOvercommitAllowed(name)) faults.required(at.in('limits'), `${name} cannot be overcommitted`);
      continue;
    }
    const order = compareQuantities(request, limit);
    if (order !== 0 && !isOvercommitAllowed(name))
      faults.invalid(at.in('requests'), request.text, `must equal the ${name} limit of ${limit.text}`);
    else if (order > 0)
      faults.invalid(at.in('requests'), request.text, `must be at most the ${name} limit of ${limit.text}`);
  }
  const names = [...limits.keys(), ...requests.keys()];
  if (names.some(isHugePages) && !names.includes('cpu') && !names.includes('memory'))
    faults.forbidden(at, 'huge pages require cpu or memory');
  judgeClaims(resources, at.in('claims'), claims, faults);
}

/** Defaulting gives a request to each limit that has none. */
function defaultedRequests(resources: Obj, limits: ReadonlyMap<string, Quantity>): ReadonlyMap<string, Quantity> {
  const requests = quantities(resources, 'requests');
  return new Map([...requests, ...[...limits].filter(([name]) => !requests.has(name))]);
}

function judgeClaims(resources: Obj, at: At, known: ReadonlySet<string>, faults: Faults): void {
  const [seen, requested] = [new Set<string>(), new Set<string>()];
  structs(resources, 'claims').forEach((claim, index) => {
    const [name, request, here] = [text(claim, 'name'), text(claim, 'request'), at.item(index)];
    if (name === '') {
      faults.required(here);
      return;
    }
    const key = request === '' ? name : `${name}/${request}`;
    if (request !== '') faults.all(here.in('request'), request, dnsLabel(request));
    if (seen.has(name) || seen.has(key)) faults.duplicate(here, key);
    else if (request === '' && requested.has(name)) faults.duplicate(here, name);
    seen.add(key);
    if (request !== '') requested.add(name);
    if (!known.has(name)) faults.notFound(here, name);
  });
}
