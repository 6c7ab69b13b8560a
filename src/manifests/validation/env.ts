import { compareQuantities, parseQuantity, signOf } from '../schema/quantity.js';
import type { At } from './at.js';
import type { Faults } from './faults.js';
import { configKey, dnsSubdomain, envName, qualifiedName } from './names.js';
import { quantityOf } from './resources.js';
import { child, has, type Obj, struct, structs, text } from './values.js';

const convertible = new Set([
  'metadata.annotations',
  'metadata.labels',
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.restartPolicy',
  'spec.serviceAccountName',
  'spec.schedulerName',
  'status.phase',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
  'spec.host',
]);
export const envFields = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];
export const volumeFields = [
  'metadata.name',
  'metadata.namespace',
  'metadata.labels',
  'metadata.annotations',
  'metadata.uid',
];
const resourceFields = [
  'limits.cpu',
  'limits.memory',
  'limits.ephemeral-storage',
  'requests.cpu',
  'requests.memory',
  'requests.ephemeral-storage',
];
const hugePrefixes = ['limits.hugepages-', 'requests.hugepages-'];
const cpuDivisors = ['1m', '1'];
const byteDivisors = ['1', '1k', '1M', '1G', '1T', '1P', '1E', '1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei'];

/** `metadata.labels['a']` → `['metadata.labels', 'a']`. */
function subscript(path: string): readonly [string, string] | undefined {
  if (!path.endsWith("']")) return undefined;
  const start = path.indexOf("['");
  if (start < 0 || start === 0) return undefined;
  return [path.slice(0, start), path.slice(start + 2, -2)];
}

export function judgeFieldRef(ref: Obj, at: At, fields: readonly string[], faults: Faults): void {
  const version = has(ref, 'apiVersion') && text(ref, 'apiVersion') !== '' ? text(ref, 'apiVersion') : 'v1';
  const path = text(ref, 'fieldPath');
  if (path === '') {
    faults.required(at.in('fieldPath'));
    return;
  }
  const found = subscript(path);
  const base = found?.[0] ?? path;
  const known =
    found === undefined ? convertible.has(path) : base === 'metadata.annotations' || base === 'metadata.labels';
  if (version !== 'v1' || !known) faults.invalid(at.in('fieldPath'), path, 'is not a field that pods can be asked for');
  else if (found !== undefined)
    faults.all(at, found[1], qualifiedName(base === 'metadata.annotations' ? found[1].toLowerCase() : found[1]));
  else if (!fields.includes(path === 'spec.host' ? 'spec.nodeName' : path))
    faults.notSupported(at.in('fieldPath'), path, fields);
}

export function judgeResourceFieldRef(ref: Obj, at: At, inVolume: boolean, faults: Faults): void {
  const resource = text(ref, 'resource');
  if (inVolume && text(ref, 'containerName') === '') faults.required(at.in('containerName'));
  else if (resource === '') faults.required(at.in('resource'));
  else if (!resourceFields.includes(resource) && !hugePrefixes.some((prefix) => resource.startsWith(prefix))) {
    faults.notSupported(at.in('resource'), resource, resourceFields);
  }
  const divisor = quantityOf(ref['divisor']);
  if (signOf(divisor) === 0) return;
  const allowed = resource.endsWith('.cpu') ? cpuDivisors : byteDivisors;
  const judged = resourceFields.includes(resource) || hugePrefixes.some((prefix) => resource.startsWith(prefix));
  const fits = allowed.some((word) => compareQuantities(parseQuantity(word) ?? divisor, divisor) === 0);
  if (judged && !fits) faults.invalid(at.in('divisor'), resource, `the divisor must be one of ${allowed.join(', ')}`);
}

function judgeKeyRef(ref: Obj, at: At, faults: Faults): void {
  faults.all(at.in('name'), text(ref, 'name'), dnsSubdomain(text(ref, 'name')));
  if (text(ref, 'key') === '') faults.required(at.in('key'));
  else faults.all(at.in('key'), text(ref, 'key'), configKey(text(ref, 'key')));
}

/** `fileKeyRef` is behind a gate that is closed: the server drops it. */
function judgeValueFrom(variable: Obj, at: At, faults: Faults): void {
  const from = child(variable, 'valueFrom');
  if (from === undefined) return;
  const sources = ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef'].filter((name) => has(from, name));
  if (has(from, 'fieldRef')) judgeFieldRef(struct(from, 'fieldRef'), at.in('fieldRef'), envFields, faults);
  if (has(from, 'resourceFieldRef'))
    judgeResourceFieldRef(struct(from, 'resourceFieldRef'), at.in('resourceFieldRef'), false, faults);
  if (has(from, 'configMapKeyRef')) judgeKeyRef(struct(from, 'configMapKeyRef'), at.in('configMapKeyRef'), faults);
  if (has(from, 'secretKeyRef')) judgeKeyRef(struct(from, 'secretKeyRef'), at.in('secretKeyRef'), faults);
  if (sources.length === 0) faults.invalid(at, '', 'must name one source');
  else if (text(variable, 'value') !== '') faults.invalid(at, '', 'may not stand beside `value`');
  else if (sources.length > 1) faults.invalid(at, '', 'may not name more than one source');
}

export function judgeEnv(container: Obj, at: At, faults: Faults): void {
  structs(container, 'env').forEach((variable, index) => {
    const here = at.item(index);
    const name = text(variable, 'name');
    if (name === '') faults.required(here.in('name'));
    else faults.all(here.in('name'), name, envName(name));
    judgeValueFrom(variable, here.in('valueFrom'), faults);
  });
}

export function judgeEnvFrom(container: Obj, at: At, faults: Faults): void {
  structs(container, 'envFrom').forEach((source, index) => {
    const here = at.item(index);
    if (text(source, 'prefix') !== '')
      faults.all(here.in('prefix'), text(source, 'prefix'), envName(text(source, 'prefix')));
    const refs = ['configMapRef', 'secretRef'].filter((name) => has(source, name));
    for (const ref of refs) {
      const name = text(struct(source, ref), 'name');
      if (name === '') faults.required(here.in(ref).in('name'));
      else faults.all(here.in(ref).in('name'), name, dnsSubdomain(name.replace(/-$/, 'a')));
    }
    if (refs.length !== 1) faults.invalid(at, '', 'each item must name one of `configMapRef` and `secretRef`');
  });
}
