import type { At } from './at.js';
import type { Faults } from './faults.js';
import { dnsLabel } from './names.js';
import { judgeDescending } from './paths.js';
import { child, entries, flag, has, list, number, type Obj, optional, text } from './values.js';

/** Fields that a source of a volume must have. */
const needs: Readonly<Record<string, readonly string[]>> = {
  gitRepo: ['repository'],
  gcePersistentDisk: ['pdName'],
  awsElasticBlockStore: ['volumeID'],
  nfs: ['server', 'path'],
  iscsi: ['targetPortal', 'iqn'],
  glusterfs: ['endpoints', 'path'],
  flocker: [],
  persistentVolumeClaim: ['claimName'],
  rbd: ['monitors', 'image'],
  cinder: ['volumeID'],
  cephfs: ['monitors'],
  quobyte: ['registry', 'volume'],
  fc: [],
  flexVolume: ['driver'],
  azureFile: ['secretName', 'shareName'],
  vsphereVolume: ['volumePath'],
  photonPersistentDisk: ['pdID'],
  portworxVolume: ['volumeID'],
  azureDisk: ['diskName', 'diskURI'],
  storageos: ['volumeName'],
  scaleIO: ['gateway', 'system', 'volumeName'],
};

/** Sources of volumes that are somewhere in a network, by the name of their field. */
export const shares: ReadonlySet<string> = new Set(Object.keys(needs));

function judgePartition(source: Obj, at: At, faults: Faults): void {
  const partition = number(source, 'partition') ?? 0;
  if (partition < 0 || partition > 255) faults.invalid(at.in('partition'), partition, 'must be between 0 and 255');
}

function judgeIscsiName(name: string, at: At, faults: Faults): void {
  const forms: Readonly<Record<string, RegExp>> = {
    iqn: /^iqn\.\d{4}-\d{2}\.[A-Za-z0-9.-]+(:[^,;*&$|\s]+)$/,
    eui: /^eui\.[A-Za-z0-9]{16}$/,
    naa: /^naa\.[A-Za-z0-9]{32}$/,
  };
  const form = forms[name.slice(0, 3)];
  if (form === undefined) faults.invalid(at, name, 'must start with iqn, eui or naa');
  else if (!form.test(name)) faults.invalid(at, name, 'has not the form of its kind');
}

function judgeLun(lun: number, at: At, faults: Faults): void {
  if (lun < 0 || lun > 255) faults.invalid(at.in('lun'), lun, 'must be between 0 and 255');
}

function judgeIscsi(source: Obj, at: At, faults: Faults): void {
  if (text(source, 'iqn') !== '') judgeIscsiName(text(source, 'iqn'), at.in('iqn'), faults);
  judgeLun(number(source, 'lun') ?? 0, at, faults);
  const secured = flag(source, 'chapAuthDiscovery') === true || flag(source, 'chapAuthSession') === true;
  if (secured && !has(source, 'secretRef')) faults.required(at.in('secretRef'));
  const initiator = optional(source, 'initiatorName');
  if (initiator !== undefined) judgeIscsiName(initiator, at.called('initiatorname', 'initiatorName'), faults);
}

function judgeFc(source: Obj, at: At, faults: Faults): void {
  const [names, ids] = [list(source, 'targetWWNs').length, list(source, 'wwids').length];
  if (names === 0 && ids === 0) faults.required(at.in('targetWWNs'), 'either targetWWNs or wwids');
  if (names > 0 && ids > 0) faults.invalid(at.in('targetWWNs'), '', 'targetWWNs and wwids exclude each other');
  if (names === 0) return;
  const lun = number(source, 'lun');
  if (lun === undefined) faults.required(at.in('lun'), 'targetWWNs is set');
  else judgeLun(lun, at, faults);
}

function judgeFlocker(source: Obj, at: At, faults: Faults): void {
  const [name, id] = [text(source, 'datasetName'), text(source, 'datasetUUID')];
  if (name === '' && id === '') faults.required(at, 'one of datasetName and datasetUUID');
  if (name !== '' && id !== '') faults.invalid(at, 'resource', 'datasetName and datasetUUID exclude each other');
  if (name.includes('/')) faults.invalid(at.in('datasetName'), name, 'must not contain `/`');
}

function judgeFlex(source: Obj, at: At, faults: Faults): void {
  for (const [key] of entries(source, 'options')) {
    const domain = `.${(key.split('/')[0] ?? '').toLowerCase()}`;
    if (domain.endsWith('.kubernetes.io') || domain.endsWith('.k8s.io'))
      faults.invalid(at.in('options').key(key), key, 'this domain is reserved');
  }
}

function judgeAzureDisk(source: Obj, at: At, faults: Faults): void {
  const [caching, kind, uri] = [optional(source, 'cachingMode'), optional(source, 'kind'), text(source, 'diskURI')];
  const modes = ['None', 'ReadOnly', 'ReadWrite'];
  const kinds = ['Dedicated', 'Managed', 'Shared'];
  if (caching !== undefined && !modes.includes(caching)) faults.notSupported(at.in('cachingMode'), caching, modes);
  if (kind !== undefined && !kinds.includes(kind)) faults.notSupported(at.in('kind'), kind, kinds);
  const managed = (kind ?? 'Shared') === 'Managed';
  const start = managed ? '/subscriptions/' : 'https://';
  if (!uri.startsWith(start)) faults.notSupported(at.in('diskURI'), uri, [`${start}…`]);
}

function judgeSecretRef(source: Obj, at: At, namespaced: boolean, faults: Faults): void {
  const secret = child(source, 'secretRef');
  if (secret === undefined) return;
  if (text(secret, 'name') === '') faults.required(at.in('secretRef').in('name'));
  if (namespaced && text(secret, 'namespace') === '') faults.required(at.in('secretRef').in('namespace'));
}

function judgeQuobyte(source: Obj, at: At, faults: Faults): void {
  const registry = text(source, 'registry');
  if (registry === '') return;
  if (text(source, 'tenant').length >= 65) faults.required(at.in('tenant'), 'at most 64 characters');
  else
    for (const pair of registry.split(','))
      if (!/^[^:]*:[^:]*$|^\[.*\]:[^:]*$/.test(pair))
        faults.invalid(at.in('registry'), registry, 'must be host:port pairs');
}

/** A source of a volume by its field; `persistent` where it stands in a PersistentVolume. */
export function judgeShare(name: string, source: Obj, parent: At, faults: Faults, persistent: boolean): void {
  const at = name === 'gcePersistentDisk' ? parent.called('persistentDisk', name) : parent.in(name);
  for (const field of needs[name] ?? []) {
    const missing = field === 'monitors' ? list(source, field).length === 0 : text(source, field) === '';
    if (missing) faults.required(at.in(field));
  }
  if (name === 'gcePersistentDisk' || name === 'awsElasticBlockStore') judgePartition(source, at, faults);
  else if (name === 'iscsi') judgeIscsi(source, at, faults);
  else if (name === 'fc') judgeFc(source, at, faults);
  else if (name === 'flocker') judgeFlocker(source, at, faults);
  else if (name === 'flexVolume') judgeFlex(source, at, faults);
  else if (name === 'azureDisk') judgeAzureDisk(source, at, faults);
  else if (name === 'quobyte') judgeQuobyte(source, at, faults);
  else if (name === 'nfs' && !text(source, 'path').startsWith('/'))
    faults.invalid(at.in('path'), text(source, 'path'), 'must be an absolute path');
  else if (name === 'gitRepo') judgeDescending(text(source, 'directory'), at.in('directory'), faults);
  if (name === 'storageos') {
    for (const field of ['volumeName', 'volumeNamespace'])
      if (text(source, field) !== '') faults.all(at.in(field), text(source, field), dnsLabel(text(source, field)));
  }
  if (name === 'cinder' || name === 'storageos') judgeSecretRef(source, at, persistent, faults);
  if (persistent && name === 'iscsi') judgeSecretRef(source, at, false, faults);
  if (persistent && name === 'azureFile' && optional(source, 'secretNamespace') === '')
    faults.required(at.in('secretNamespace'));
}
