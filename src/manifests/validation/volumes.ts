import { signOf } from '../schema/quantity.js';
import type { At } from './at.js';
import { judgeClaimTemplate } from './claims.js';
import type { Faults } from './faults.js';
import { dnsLabel, dnsSubdomain } from './names.js';
import { judgeMode, judgeNoBacksteps } from './paths.js';
import { judgeDownwardFile, judgeItems, judgeProjected } from './projections.js';
import { quantityOf } from './resources.js';
import { judgeShare, shares } from './shares.js';
import { child, has, number, type Obj, struct, structs, text } from './values.js';

/** Of which pod: its name is part of the names of claims that it makes. */
export interface PodName {
  readonly isPod: boolean;
  readonly name: string;
}

const hostPathTypes = [
  '',
  'BlockDevice',
  'CharDevice',
  'Directory',
  'DirectoryOrCreate',
  'File',
  'FileOrCreate',
  'Socket',
];

export function judgeHostPath(source: Obj, at: At, faults: Faults): void {
  const path = text(source, 'path');
  if (path === '') {
    faults.required(at.in('path'));
    return;
  }
  judgeNoBacksteps(path, at.in('path'), faults);
  if (has(source, 'type') && !hostPathTypes.includes(text(source, 'type')))
    faults.notSupported(at.in('type'), text(source, 'type'), hostPathTypes);
}

function judgeConfig(nameField: string): (source: Obj, at: At, faults: Faults) => void {
  return (source, at, faults) => {
    if (text(source, nameField) === '') faults.required(at.in(nameField));
    judgeMode(number(source, 'defaultMode'), at.in('defaultMode'), faults);
    judgeItems(source, at.in('items'), faults);
  };
}

function judgeDownward(source: Obj, at: At, faults: Faults): void {
  judgeMode(number(source, 'defaultMode'), at.in('defaultMode'), faults);
  structs(source, 'items').forEach((file, index) => {
    judgeDownwardFile(file, at.unnamed('items', index), faults);
  });
}

export function judgeDriver(driver: string, at: At, faults: Faults): void {
  if (driver === '') faults.required(at);
  if (driver.length > 63) faults.tooLong(at, 63);
  faults.all(at, driver, dnsSubdomain(driver.toLowerCase()));
}

function judgeCsi(source: Obj, at: At, faults: Faults): void {
  judgeDriver(text(source, 'driver'), at.in('driver'), faults);
  const secret = child(source, 'nodePublishSecretRef');
  if (secret === undefined) return;
  if (text(secret, 'name') === '') faults.required(at.in('nodePublishSecretRef').in('name'));
  else
    faults.all(
      at.called('name', 'nodePublishSecretRef', 'name'),
      text(secret, 'name'),
      dnsSubdomain(text(secret, 'name')),
    );
}

type JudgeSource = (source: Obj, at: At, faults: Faults, pod: PodName, name: string) => void;

const sources: readonly (readonly [string, JudgeSource])[] = [
  ['hostPath', judgeHostPath],
  ['secret', judgeConfig('secretName')],
  ['downwardAPI', judgeDownward],
  ['configMap', judgeConfig('name')],
  ['projected', judgeProjected],
  ['csi', judgeCsi],
  ['ephemeral', judgeEphemeral],
];

function judgeEphemeral(source: Obj, at: At, faults: Faults): void {
  const template = child(source, 'volumeClaimTemplate');
  if (template === undefined) faults.required(at.in('volumeClaimTemplate'));
  else judgeClaimTemplate(template, at.in('volumeClaimTemplate'), faults);
}

/** Names that the server gives to fields in some of its messages. */
const renamed: Readonly<Record<string, string>> = { cephfs: 'cephFS', downwardAPI: 'downwarAPI' };
const order = [
  'hostPath',
  'gitRepo',
  'gcePersistentDisk',
  'awsElasticBlockStore',
  'secret',
  'nfs',
  'iscsi',
  'glusterfs',
  'flocker',
  'persistentVolumeClaim',
  'rbd',
  'cinder',
  'cephfs',
  'quobyte',
  'downwardAPI',
  'fc',
  'flexVolume',
  'configMap',
  'azureFile',
  'vsphereVolume',
  'photonPersistentDisk',
  'portworxVolume',
  'azureDisk',
  'storageos',
  'projected',
  'scaleIO',
  'csi',
  'ephemeral',
];

function judgeSource(volume: Obj, at: At, pod: PodName, faults: Faults): void {
  let kinds = 0;
  if (has(volume, 'emptyDir')) {
    kinds++;
    const limit = quantityOf(struct(volume, 'emptyDir')['sizeLimit']);
    if (signOf(limit) < 0) faults.forbidden(at.in('emptyDir').in('sizeLimit'), 'must not be negative');
  }
  for (const name of order) {
    if (!has(volume, name)) continue;
    if (kinds++ > 0)
      faults.forbidden(at.called(renamed[name] ?? name, name), 'may not specify more than 1 volume type');
    else judgeOne(name, volume, at, pod, faults);
  }
}

function judgeOne(name: string, volume: Obj, at: At, pod: PodName, faults: Faults): void {
  const source = struct(volume, name);
  const own = sources.find(([known]) => known === name);
  if (own !== undefined) own[1](source, at.in(name), faults, pod, text(volume, 'name'));
  else if (shares.has(name)) judgeShare(name, source, at, faults, false);
  if (name === 'ephemeral' && pod.name !== '' && text(volume, 'name') !== '') {
    const claim = `${pod.name}-${text(volume, 'name')}`;
    faults.all(
      at.in('name'),
      text(volume, 'name'),
      dnsSubdomain(claim).map((reason) => `the claim ${claim} ${reason}`),
    );
  }
}

/** Judges the volumes of a pod; gives those that are good, by name: only they can be mounted. */
export function judgeVolumes(spec: Obj, at: At, pod: PodName, faults: Faults): ReadonlyMap<string, Obj> {
  const volumes = structs(spec, 'volumes');
  const good = new Map<string, Obj>();
  const created = new Set(
    volumes
      .filter((volume) => pod.name !== '' && has(volume, 'ephemeral'))
      .map((volume) => `${pod.name}-${text(volume, 'name')}`),
  );
  let shown = 0;
  volumes.forEach((volume, index) => {
    // Images as volumes are behind a gate that is closed: the server drops the volume and what mounts it.
    if (has(volume, 'image')) return;
    const here = at.item(index, shown++);
    const name = text(volume, 'name');
    const before = faults.count;
    judgeSource(volume, here, pod, faults);
    if (name === '') faults.required(here.in('name'));
    else faults.all(here.in('name'), name, dnsLabel(name));
    if (good.has(name)) faults.duplicate(here.in('name'), name);
    if (faults.count === before) good.set(name, volume);
    const claim = text(child(volume, 'persistentVolumeClaim'), 'claimName');
    if (created.has(claim))
      faults.invalid(
        here.in('persistentVolumeClaim').in('claimName'),
        claim,
        'is made for an ephemeral volume of this pod',
      );
  });
  return good;
}
