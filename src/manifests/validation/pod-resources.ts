import { compareQuantities, type Quantity } from '../schema/quantity.js';
import type { At } from './at.js';
import type { Faults } from './faults.js';
import { isHugePages, judgeResourceName, judgeResources, quantities } from './resources.js';
import { child, has, type Obj, optional, structs, text } from './values.js';

function add(a: Quantity, b: Quantity): Quantity {
  const exponent = Math.min(a.exponent, b.exponent);
  const amount = a.amount * 10n ** BigInt(a.exponent - exponent) + b.amount * 10n ** BigInt(b.exponent - exponent);
  return { amount, exponent, text: '' };
}

/** What all containers of a pod ask for together; init containers run one after another, but for those that stay. */
function aggregate(spec: Obj, kind: 'requests' | 'limits'): ReadonlyMap<string, Quantity> {
  const sum = new Map<string, Quantity>();
  const grow = (into: Map<string, Quantity>, container: Obj): void => {
    for (const [name, quantity] of quantities(child(container, 'resources'), kind)) {
      const known = into.get(name);
      into.set(name, known === undefined ? quantity : add(known, quantity));
    }
  };
  for (const container of structs(spec, 'containers')) grow(sum, container);
  const sidecars = new Map<string, Quantity>();
  const peaks: ReadonlyMap<string, Quantity>[] = [];
  for (const container of structs(spec, 'initContainers')) {
    if (optional(container, 'restartPolicy') === 'Always') {
      grow(sidecars, container);
      grow(sum, container);
      peaks.push(new Map(sidecars));
    } else {
      const peak = new Map(sidecars);
      grow(peak, container);
      peaks.push(peak);
    }
  }
  for (const peak of peaks) {
    for (const [name, quantity] of peak) {
      const known = sum.get(name);
      if (known === undefined || compareQuantities(known, quantity) < 0) sum.set(name, quantity);
    }
  }
  return sum;
}

function judgeName(name: string, at: At, faults: Faults): void {
  if (!judgeResourceName(name, at, faults)) return;
  if (name !== 'cpu' && name !== 'memory' && !isHugePages(name))
    faults.notSupported(at, name, ['cpu', 'memory', 'hugepages-…']);
}

function judgeConsistency(spec: Obj, pod: At, faults: Faults): void {
  const at = pod.in('resources');
  const resources = child(spec, 'resources');
  const [requests, limits] = [quantities(resources, 'requests'), quantities(resources, 'limits')];
  for (const [name, sum] of aggregate(spec, 'requests')) {
    const own = requests.get(name);
    if (own !== undefined && compareQuantities(sum, own) > 0)
      faults.invalid(at.in('requests').key(name), own.text, 'must be at least what the containers request together');
  }
  for (const [name, sum] of aggregate(spec, 'limits')) {
    const own = limits.get(name);
    if (own !== undefined && isHugePages(name) && compareQuantities(sum, own) > 0)
      faults.invalid(
        at.in('limits').key(name),
        own.text,
        'must be at least what the containers are limited to together',
      );
  }
  structs(spec, 'containers').forEach((container, index) => {
    for (const [name, limit] of quantities(child(container, 'resources'), 'limits')) {
      const own = limits.get(name);
      if (own === undefined || compareQuantities(limit, own) <= 0) continue;
      const here = pod.called(
        `resources.containers[${index}][${name}].limits`,
        'containers',
        index,
        'resources',
        'limits',
        name,
      );
      faults.invalid(here, limit.text, `must be at most the pod's limit of ${own.text}`);
    }
  });
}

/** `resources` of a pod as a whole. */
export function judgePodResources(
  spec: Obj,
  at: At,
  claims: ReadonlySet<string>,
  isPod: boolean,
  faults: Faults,
): void {
  const resources = child(spec, 'resources');
  if (resources === undefined) return;
  const here = at.in('resources');
  if (text(child(spec, 'os'), 'name') === 'windows') {
    faults.forbidden(here, 'may not be set for a windows pod');
    return;
  }
  if (has(resources, 'claims')) faults.forbidden(here.in('claims'), 'may not be set for a pod as a whole');
  judgeResources(resources, here, claims, isPod, faults, judgeName);
  judgeConsistency(spec, at, faults);
}
