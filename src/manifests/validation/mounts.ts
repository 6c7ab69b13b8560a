import type { At } from './at.js';
import type { Faults } from './faults.js';
import { judgeDescending } from './paths.js';
import { child, flag, has, type Obj, optional, structs, text } from './values.js';

/** Volumes of a pod that are good enough to be mounted, by name. */
export type Volumes = ReadonlyMap<string, Obj>;

const propagations = ['Bidirectional', 'HostToContainer', 'None'];
const recursions = ['Disabled', 'Enabled', 'IfPossible'];

function judgePropagation(mount: Obj, container: Obj, at: At, faults: Faults): void {
  const mode = optional(mount, 'mountPropagation');
  if (mode === undefined) return;
  if (!propagations.includes(mode)) faults.notSupported(at, mode, propagations);
  const privileged = flag(child(container, 'securityContext'), 'privileged') === true;
  if (mode === 'Bidirectional' && !privileged)
    faults.forbidden(at, 'only privileged containers may propagate mounts both ways');
}

function judgeRecursive(mount: Obj, at: At, faults: Faults): void {
  const mode = optional(mount, 'recursiveReadOnly');
  if (mode === undefined || mode === 'Disabled') return;
  if (!recursions.includes(mode)) {
    faults.notSupported(at, mode, recursions);
    return;
  }
  if (flag(mount, 'readOnly') !== true) faults.forbidden(at, 'may only be specified when readOnly is true');
  if ((optional(mount, 'mountPropagation') ?? 'None') !== 'None')
    faults.forbidden(at, 'may only be specified when mountPropagation is None');
}

function judgeSubPaths(mount: Obj, here: At, at: At, faults: Faults): void {
  const [path, expression] = [text(mount, 'subPath'), text(mount, 'subPathExpr')];
  if (path !== '') judgeDescending(path, at.called('subPath'), faults);
  if (expression === '') return;
  if (path !== '') faults.invalid(here.in('subPathExpr'), expression, 'excludes `subPath`');
  judgeDescending(expression, at.called('subPathExpr'), faults);
}

export function judgeMounts(container: Obj, volumes: Volumes, at: At, faults: Faults): void {
  const devices = structs(container, 'volumeDevices');
  const deviceNames = new Set(devices.map((device) => text(device, 'name')));
  const devicePaths = new Set(devices.map((device) => text(device, 'devicePath')));
  const seen = new Set<string>();
  structs(container, 'volumeMounts').forEach((mount, index) => {
    const here = at.item(index);
    const [name, path] = [text(mount, 'name'), text(mount, 'mountPath')];
    if (name === '') faults.required(here.in('name'));
    if (!volumes.has(name)) faults.notFound(here.in('name'), name);
    if (path === '') faults.required(here.in('mountPath'));
    if (seen.has(path)) faults.invalid(here.in('mountPath'), path, 'must be unique');
    seen.add(path);
    if (deviceNames.has(name)) faults.invalid(here.in('name'), name, 'must not be in volumeDevices too');
    if (devicePaths.has(path)) faults.invalid(here.in('mountPath'), path, 'must not be a path in volumeDevices too');
    judgeSubPaths(mount, here, at, faults);
    judgePropagation(mount, container, at.called('mountPropagation', index, 'mountPropagation'), faults);
    judgeRecursive(mount, at.called('recursiveReadOnly', index, 'recursiveReadOnly'), faults);
  });
}

export function judgeDevices(container: Obj, volumes: Volumes, at: At, faults: Faults): void {
  const mounts = structs(container, 'volumeMounts');
  const mountNames = new Set(mounts.map((mount) => text(mount, 'name')));
  const mountPaths = new Set(mounts.map((mount) => text(mount, 'mountPath')));
  const [paths, names] = [new Set<string>(), new Set<string>()];
  structs(container, 'volumeDevices').forEach((device, index) => {
    const here = at.item(index);
    const [name, path] = [text(device, 'name'), text(device, 'devicePath')];
    const volume = volumes.get(name);
    if (name === '') faults.required(here.in('name'));
    if (names.has(name)) faults.invalid(here.in('name'), name, 'must be unique');
    if (volume === undefined) faults.notFound(here.in('name'), name);
    else if (!has(volume, 'persistentVolumeClaim') && !has(volume, 'ephemeral'))
      faults.invalid(here.in('name'), name, 'must be a PersistentVolumeClaim or ephemeral volume');
    if (path === '') faults.required(here.in('devicePath'));
    if (paths.has(path)) faults.invalid(here.in('devicePath'), path, 'must be unique');
    if (path !== '' && path.split('/').includes('..'))
      faults.invalid(here.in('devicePath'), path, 'must not contain `..`');
    else paths.add(path);
    if (mountNames.has(name)) faults.invalid(here.in('name'), name, 'must not be in volumeMounts too');
    if (mountPaths.has(path)) faults.invalid(here.in('devicePath'), path, 'must not be a path in volumeMounts too');
    if (name !== '') names.add(name);
  });
}
