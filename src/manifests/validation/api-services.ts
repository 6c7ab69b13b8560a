import { root } from './at.js';
import type { Faults } from './faults.js';
import { judgeMetadata } from './metadata.js';
import { dns1035Label, dnsSubdomain, pathSegment, portNumber } from './names.js';
import { child, flag, number, type Obj, struct, text } from './values.js';

function judgePriority(spec: Obj, name: string, most: number, faults: Faults): void {
  const value = number(spec, name) ?? 0;
  if (value <= 0 || value > most) faults.invalid(root.in('spec').in(name), value, `must be from 1 to ${most}`);
}

/** `APIService`, after kube-aggregator/pkg/apis/apiregistration/validation. */
export function judgeApiService(object: Obj, faults: Faults): void {
  const [spec, at] = [struct(object, 'spec'), root.in('spec')];
  const [group, version] = [text(spec, 'group'), text(spec, 'version')];
  const wanted = `${version}.${group}`;
  judgeMetadata(
    object,
    (name) => {
      const reasons = pathSegment(name);
      return reasons.length > 0 || name === wanted ? reasons : [`must be spec.version.spec.group, \`${wanted}\``];
    },
    faults,
    false,
  );
  if (group === '' && version !== 'v1') faults.required(at.in('group'), 'only v1 has none');
  if (group !== '') faults.all(at.in('group'), group, dnsSubdomain(group));
  faults.all(at.in('version'), version, dns1035Label(version));
  judgePriority(spec, 'groupPriorityMinimum', 20000, faults);
  judgePriority(spec, 'versionPriority', 1000, faults);
  const [service, bundle] = [child(spec, 'service'), text(spec, 'caBundle')];
  const skips = flag(spec, 'insecureSkipTLSVerify') === true;
  if (service === undefined) {
    if (bundle !== '') faults.invalid(at.in('caBundle'), bundle, 'goes only with a service');
    if (skips) faults.invalid(at.in('insecureSkipTLSVerify'), true, 'goes only with a service');
    return;
  }
  for (const name of ['namespace', 'name']) if (text(service, name) === '') faults.required(at.in('service').in(name));
  const port = number(service, 'port') ?? 443;
  faults.all(at.in('service').in('port'), port, portNumber(port));
  if (skips && bundle !== '') faults.invalid(at.in('insecureSkipTLSVerify'), true, 'may not be true beside caBundle');
}
