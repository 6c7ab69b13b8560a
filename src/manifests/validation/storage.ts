import { signOf } from '../schema/quantity.js';
import { type At, root } from './at.js';
import { judgeAccessModes, judgeClaimSpec, volumeModes } from './claims.js';
import type { Faults } from './faults.js';
import { judgeMetadata } from './metadata.js';
import { dnsLabel, dnsSubdomain, qualifiedName } from './names.js';
import { judgeNoBacksteps } from './paths.js';
import { judgePositive, quantities } from './resources.js';
import { judgeNodeSelector } from './selectors.js';
import { judgeShare, shares } from './shares.js';
import { child, has, number, type Obj, optional, repeats, strings, struct, structs, text, texts } from './values.js';
import { judgeDriver, judgeHostPath } from './volumes.js';

const spec = root.in('spec');
const reclaims = ['Delete', 'Recycle', 'Retain'];

export function judgeClaim(object: Obj, faults: Faults): void {
  judgeMetadata(object, dnsSubdomain, faults);
  judgeClaimSpec(struct(object, 'spec'), spec, faults);
}

function judgeCapacity(holder: Obj, faults: Faults): void {
  const capacity = quantities(holder, 'capacity');
  const at = spec.in('capacity');
  if (capacity.size === 0) faults.required(at);
  if (!capacity.has('storage') || capacity.size > 1) faults.notSupported(at, struct(holder, 'capacity'), ['storage']);
  for (const [name, quantity] of capacity) {
    if (signOf(quantity) < 0) faults.invalid(at.key(name), quantity.text, 'must be a valid resource quantity');
    judgePositive(quantity, at.key(name), faults);
  }
}

function judgeSecretReference(source: Obj, name: string, at: At, faults: Faults): void {
  const reference = child(source, name);
  if (reference === undefined) return;
  for (const [field, form] of [
    ['name', dnsSubdomain],
    ['namespace', dnsLabel],
  ] as const) {
    const value = text(reference, field);
    if (value === '') faults.required(at.in(name).in(field));
    else faults.all(at.in(name).in(field), value, form(value));
  }
}

function judgeCsi(source: Obj, faults: Faults): void {
  const at = spec.in('csi');
  judgeDriver(text(source, 'driver'), at.in('driver'), faults);
  if (text(source, 'volumeHandle') === '') faults.required(at.in('volumeHandle'));
  for (const name of [
    'controllerPublishSecretRef',
    'controllerExpandSecretRef',
    'nodePublishSecretRef',
    'nodeExpandSecretRef',
  ]) {
    judgeSecretReference(source, name, at, faults);
  }
}

const order = [
  'hostPath',
  'gcePersistentDisk',
  'awsElasticBlockStore',
  'glusterfs',
  'flocker',
  'nfs',
  'rbd',
  'quobyte',
  'cephfs',
  'iscsi',
  'cinder',
  'fc',
  'flexVolume',
  'azureFile',
  'vsphereVolume',
  'photonPersistentDisk',
  'portworxVolume',
  'azureDisk',
  'scaleIO',
  'local',
  'storageos',
  'csi',
];

function judgeOne(name: string, holder: Obj, faults: Faults): void {
  const source = struct(holder, name);
  if (shares.has(name)) judgeShare(name, source, spec, faults, true);
  else if (name === 'hostPath') judgeHostPath(source, spec.in('hostPath'), faults);
  else if (name === 'csi') judgeCsi(source, faults);
  else if (name === 'local') {
    if (text(source, 'path') === '') faults.required(spec.in('local').in('path'));
    judgeNoBacksteps(text(source, 'path'), spec.in('local').in('path'), faults);
    if (!has(holder, 'nodeAffinity')) faults.required(spec.in('nodeAffinity'), 'Local volume requires node affinity');
  }
}

function judgeSources(holder: Obj, faults: Faults): void {
  let kinds = 0;
  for (const name of order) {
    if (!has(holder, name)) continue;
    if (kinds++ > 0 && name !== 'flexVolume')
      faults.forbidden(
        spec.called(name === 'cephfs' ? 'cephFS' : name, name),
        'may not specify more than 1 volume type',
      );
    else judgeOne(name, holder, faults);
  }
  if (kinds === 0) faults.required(spec, 'must specify a volume type');
}

export function judgeVolume(object: Obj, faults: Faults): void {
  judgeMetadata(object, dnsSubdomain, faults);
  const holder = struct(object, 'spec');
  judgeAccessModes(holder, spec.in('accessModes'), '', faults);
  judgeCapacity(holder, faults);
  const reclaim = text(holder, 'persistentVolumeReclaimPolicy') || 'Retain';
  if (!reclaims.includes(reclaim)) faults.notSupported(spec.in('persistentVolumeReclaimPolicy'), reclaim, reclaims);
  const affinity = child(holder, 'nodeAffinity');
  if (affinity !== undefined && has(affinity, 'required'))
    judgeNodeSelector(struct(affinity, 'required'), spec.in('nodeAffinity').in('required'), faults);
  else if (affinity !== undefined)
    faults.required(spec.in('nodeAffinity').in('required'), 'must specify required node constraints');
  judgeSources(holder, faults);
  const path = text(child(holder, 'hostPath'), 'path').replaceAll(/\/+/g, '/');
  if (has(holder, 'hostPath') && path === '/' && reclaim === 'Recycle')
    faults.forbidden(spec.in('persistentVolumeReclaimPolicy'), 'the whole disk of a node is not recycled');
  const storageClass = text(holder, 'storageClassName');
  if (storageClass !== '') faults.all(spec.in('storageClassName'), storageClass, dnsSubdomain(storageClass));
  const mode = optional(holder, 'volumeMode');
  if (mode !== undefined && !volumeModes.includes(mode)) faults.notSupported(spec.in('volumeMode'), mode, volumeModes);
  judgeAttributes(holder, faults);
}

function judgeAttributes(holder: Obj, faults: Faults): void {
  const name = optional(holder, 'volumeAttributesClassName');
  if (name === undefined) return;
  if (name === '') faults.required(spec.in('volumeAttributesClassName'), 'an empty string is disallowed');
  else faults.all(spec.in('volumeAttributesClassName'), name, dnsSubdomain(name));
  if (!has(holder, 'csi')) faults.required(spec.in('csi'), 'volumeAttributesClassName is set');
}

/** The server tells a term once for each that is like it, which is the square of them. */
const mostRepeats = 100;

function judgeTopologies(object: Obj, faults: Faults): void {
  // The server compares with as many empty terms as there are terms, too.
  const earlier = new Map([['[]', structs(object, 'allowedTopologies').length]]);
  structs(object, 'allowedTopologies').forEach((term, index) => {
    const at = root.in('allowedTopologies').item(index).in('matchLabelExpressions');
    const keys = new Map<string, string>();
    structs(term, 'matchLabelExpressions').forEach((expression, position) => {
      const [key, values, here] = [text(expression, 'key'), strings(expression, 'values'), at.item(position)];
      if (values.length === 0) faults.required(here.in('values'));
      const again = repeats<string>();
      values.forEach((value, place) => {
        if (again(value)) faults.duplicate(here.in('values').item(place), value);
      });
      faults.all(here.in('key'), key, qualifiedName(key));
      if (keys.has(key)) faults.duplicate(here.in('key'), key);
      keys.set(key, [...new Set(values)].sort().join(','));
    });
    const whole = JSON.stringify([...keys].sort());
    const times = earlier.get(whole) ?? 0;
    for (let count = 0; count < Math.min(times, mostRepeats); count++) faults.duplicate(at, '');
    earlier.set(whole, times + 1);
  });
}

export function judgeStorageClass(object: Obj, faults: Faults): void {
  judgeMetadata(object, dnsSubdomain, faults);
  const provisioner = text(object, 'provisioner');
  if (provisioner === '') faults.required(root.in('provisioner'));
  else faults.all(root.in('provisioner'), provisioner, qualifiedName(provisioner.toLowerCase()));
  const parameters = texts(object, 'parameters');
  if (parameters.length > 512) faults.tooLong(root.in('parameters'), 512);
  for (const [key] of parameters) if (key === '') faults.invalid(root.in('parameters'), key, 'must not be empty');
  if (parameters.reduce((size, [key, value]) => size + Buffer.byteLength(key + value), 0) > 256 * 1024)
    faults.tooLong(root.in('parameters'), 256 * 1024);
  const reclaim = optional(object, 'reclaimPolicy') ?? 'Delete';
  if (reclaim !== '' && reclaim !== 'Delete' && reclaim !== 'Retain')
    faults.notSupported(root.in('reclaimPolicy'), reclaim, ['Delete', 'Retain']);
  const mode = optional(object, 'volumeBindingMode') ?? 'Immediate';
  if (mode !== 'Immediate' && mode !== 'WaitForFirstConsumer')
    faults.notSupported(root.in('volumeBindingMode'), mode, ['Immediate', 'WaitForFirstConsumer']);
  judgeTopologies(object, faults);
}

export function judgeCsiDriver(object: Obj, faults: Faults): void {
  judgeMetadata(
    object,
    (name) => [...(name.length > 63 ? ['must be no more than 63 characters'] : []), ...dnsSubdomain(name)],
    faults,
  );
  const holder = struct(object, 'spec');
  const policy = optional(holder, 'fsGroupPolicy');
  const policies = ['File', 'None', 'ReadWriteOnceWithFSType'];
  if (policy !== undefined && !policies.includes(policy))
    faults.notSupported(spec.in('fsGroupPolicy'), policy, policies);
  const audiences = new Set<string>();
  structs(holder, 'tokenRequests').forEach((request, index) => {
    const [audience, seconds, here] = [
      text(request, 'audience'),
      number(request, 'expirationSeconds'),
      spec.in('tokenRequests').item(index),
    ];
    if (audiences.has(audience)) {
      faults.duplicate(here.in('audience'), audience);
      return;
    }
    audiences.add(audience);
    if (seconds !== undefined && (seconds < 600 || seconds > 2 ** 32))
      faults.invalid(here.in('expirationSeconds'), seconds, 'must be between 600 and 2^32');
  });
  for (const mode of strings(holder, 'volumeLifecycleModes')) {
    if (mode !== 'Persistent' && mode !== 'Ephemeral')
      faults.notSupported(spec.in('volumeLifecycleModes'), mode, ['Persistent', 'Ephemeral']);
  }
}
