import type { At } from './at.js';
import type { Faults } from './faults.js';
import { judgeTemplateMeta } from './metadata.js';
import { dnsLabel, dnsSubdomain } from './names.js';
import { judgePositive, judgeQuantity, quantities } from './resources.js';
import { judgeSelector } from './selectors.js';
import { child, has, type Obj, optional, strings, struct, text } from './values.js';

export const accessModes = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod'];
export const volumeModes = ['Block', 'Filesystem'];

export function judgeAccessModes(spec: Obj, at: At, why: string, faults: Faults): void {
  const modes = strings(spec, 'accessModes');
  if (modes.length === 0) faults.required(at, why);
  for (const mode of modes) if (!accessModes.includes(mode)) faults.notSupported(at, mode, accessModes);
  const others = modes.some((mode) => mode !== 'ReadWriteOncePod' && accessModes.includes(mode));
  if (modes.includes('ReadWriteOncePod') && others) faults.forbidden(at, 'ReadWriteOncePod goes with no other mode');
}

function judgeDataSource(source: Obj, at: At, faults: Faults): void {
  const [name, kind, group] = [text(source, 'name'), text(source, 'kind'), text(source, 'apiGroup')];
  if (name === '') faults.required(at.in('name'));
  if (kind === '') faults.required(at.in('kind'));
  if (group === '' && kind !== 'PersistentVolumeClaim')
    faults.invalid(at, kind, 'must be PersistentVolumeClaim where apiGroup is empty');
  if (group !== '') faults.all(at.in('apiGroup'), group, dnsSubdomain(group));
  const namespace = text(source, 'namespace');
  if (namespace !== '') faults.all(at.in('namespace'), namespace, dnsLabel(namespace));
}

/** Without the newer field the older one counts only for claims and snapshots; the server drops everything else. */
function legacySource(spec: Obj): Obj | undefined {
  const source = child(spec, 'dataSource');
  const [group, kind] = [text(source, 'apiGroup'), text(source, 'kind')];
  const known = group === '' ? 'PersistentVolumeClaim' : group === 'snapshot.storage.k8s.io' ? 'VolumeSnapshot' : '';
  return kind === known ? source : undefined;
}

/** The two fields as the server has them when it judges a claim: one that is alone is copied to the other. */
function judgeSources(spec: Obj, at: At, faults: Faults): void {
  // Across namespaces it is behind a gate that is closed: the server drops it.
  const given = child(spec, 'dataSourceRef');
  const ref = text(given, 'namespace') === '' ? given : undefined;
  const source = ref === undefined ? legacySource(spec) : child(spec, 'dataSource');
  const [one, other] = [source ?? ref, ref ?? source];
  if (one === undefined || other === undefined) return;
  judgeDataSource(one, at.called('dataSource', source === undefined ? 'dataSourceRef' : 'dataSource'), faults);
  judgeDataSource(other, at.called('dataSourceRef', ref === undefined ? 'dataSource' : 'dataSourceRef'), faults);
  if (!alike(one, other)) faults.invalid(at, 'dataSource', 'dataSource must match dataSourceRef');
}

/** In a template of a claim nothing is dropped or copied. */
function judgeTemplateSources(spec: Obj, at: At, faults: Faults): void {
  const [source, ref] = [child(spec, 'dataSource'), child(spec, 'dataSourceRef')];
  if (source !== undefined) judgeDataSource(source, at.in('dataSource'), faults);
  if (ref !== undefined) judgeDataSource(ref, at.in('dataSourceRef'), faults);
  if (source === undefined || ref === undefined) return;
  if (text(ref, 'namespace') !== '')
    faults.invalid(at, 'dataSource', 'dataSource may not stand beside dataSourceRef.namespace');
  else if (!alike(source, ref)) faults.invalid(at, 'dataSource', 'dataSource must match dataSourceRef');
}

function alike(source: Obj, ref: Obj): boolean {
  return ['apiGroup', 'kind', 'name'].every((name) => text(source, name) === text(ref, name));
}

/** `spec` of a PersistentVolumeClaim. */
export function judgeClaimSpec(spec: Obj, at: At, faults: Faults, isTemplate = false): void {
  judgeAccessModes(spec, at.in('accessModes'), 'at least 1 access mode', faults);
  judgeSelector(child(spec, 'selector'), at.in('selector'), faults);
  const storage = quantities(struct(spec, 'resources'), 'requests').get('storage');
  const here = at.called('resources[storage]', 'resources', 'requests', 'storage');
  if (storage === undefined) faults.required(here);
  else if (judgePositive(storage, here, faults)) judgeQuantity('storage', storage, here, faults);
  for (const name of ['storageClassName', 'volumeAttributesClassName']) {
    if (text(spec, name) !== '') faults.all(at.in(name), text(spec, name), dnsSubdomain(text(spec, name)));
  }
  const mode = optional(spec, 'volumeMode');
  if (mode !== undefined && !volumeModes.includes(mode)) faults.notSupported(at.in('volumeMode'), mode, volumeModes);
  if (isTemplate) judgeTemplateSources(spec, at, faults);
  else judgeSources(spec, at, faults);
}

const otherFields = new Set(
  (
    'name generateName namespace selfLink uid resourceVersion generation creationTimestamp deletionTimestamp ' +
    'deletionGracePeriodSeconds ownerReferences finalizers managedFields'
  ).split(' '),
);

/** The claim that an ephemeral volume makes. */
export function judgeClaimTemplate(template: Obj, at: At, faults: Faults): void {
  const metadata = struct(template, 'metadata');
  judgeTemplateMeta(metadata, at.in('metadata'), faults);
  for (const name of Object.keys(metadata)) {
    if (otherFields.has(name) && has(metadata, name) && metadata[name] !== '' && metadata[name] !== 0)
      faults.forbidden(at.in('metadata').called(name === 'uid' ? 'uID' : name, name), 'cannot be set');
  }
  judgeClaimSpec(struct(template, 'spec'), at.in('spec'), faults, true);
}
