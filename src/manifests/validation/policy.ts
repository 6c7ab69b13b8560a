import { root } from './at.js';
import type { Faults } from './faults.js';
import { judgeMetadata } from './metadata.js';
import { pathSegment } from './names.js';
import { judgeSelector } from './selectors.js';
import { child, either, type Obj, optional, struct } from './values.js';
import { judgeAtMost100, judgeIntOrPercent } from './workloads.js';

const spec = root.in('spec');

export function judgeDisruptionBudget(object: Obj, faults: Faults): void {
  const holder = struct(object, 'spec');
  const [least, most] = [either(holder, 'minAvailable'), either(holder, 'maxUnavailable')];
  if (least !== undefined && most !== undefined)
    faults.invalid(spec, holder, 'minAvailable and maxUnavailable cannot both be set');
  for (const [name, value] of [
    ['minAvailable', least],
    ['maxUnavailable', most],
  ] as const) {
    if (value === undefined) continue;
    judgeIntOrPercent(value, spec.in(name), faults);
    judgeAtMost100(value, spec.in(name), faults);
  }
  judgeSelector(child(holder, 'selector'), spec.in('selector'), faults);
  const eviction = optional(holder, 'unhealthyPodEvictionPolicy');
  const policies = ['AlwaysAllow', 'IfHealthyBudget'];
  if (eviction !== undefined && !policies.includes(eviction))
    faults.notSupported(spec.in('unhealthyPodEvictionPolicy'), eviction, policies);
  // The server looks at its metadata only where the rest is good.
  if (faults.count === 0) judgeMetadata(object, pathSegment, faults, false);
}
