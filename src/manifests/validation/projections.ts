import type { At } from './at.js';
import { judgeFieldRef, judgeResourceFieldRef, volumeFields } from './env.js';
import type { Faults } from './faults.js';
import { judgeMode, judgeNonReserved } from './paths.js';
import { judgeSelector } from './selectors.js';
import { child, has, number, type Obj, optional, struct, structs, text } from './values.js';

export function judgeItems(source: Obj, at: At, faults: Faults, each: (path: string) => void = () => undefined): void {
  structs(source, 'items').forEach((item, index) => {
    const here = at.item(index);
    if (text(item, 'key') === '') faults.required(here.in('key'));
    if (text(item, 'path') === '') faults.required(here.in('path'));
    judgeNonReserved(text(item, 'path'), here.in('path'), faults);
    judgeMode(number(item, 'mode'), here.in('mode'), faults);
    if (text(item, 'path') !== '') each(text(item, 'path'));
  });
}

export function judgeDownwardFile(file: Obj, at: At, faults: Faults): void {
  if (text(file, 'path') === '') faults.required(sub(at, 'path'));
  judgeNonReserved(text(file, 'path'), sub(at, 'path'), faults);
  if (has(file, 'fieldRef')) {
    judgeFieldRef(struct(file, 'fieldRef'), sub(at, 'fieldRef'), volumeFields, faults);
    if (has(file, 'resourceFieldRef'))
      faults.invalid(at, 'resource', 'fieldRef and resourceFieldRef exclude each other');
  } else if (has(file, 'resourceFieldRef'))
    judgeResourceFieldRef(struct(file, 'resourceFieldRef'), sub(at, 'resourceFieldRef'), true, faults);
  else faults.required(at, 'one of fieldRef and resourceFieldRef');
  judgeMode(number(file, 'mode'), sub(at, 'mode'), faults);
}

function sub(at: At, name: string): At {
  return at.in(name);
}

type Taken = (path: string) => void;

function judgeToken(source: Obj, at: At, volume: At, faults: Faults): void {
  const seconds = number(source, 'expirationSeconds') ?? 3600;
  if (seconds < 600) faults.invalid(at.in('expirationSeconds'), seconds, 'must be at least 600');
  if (seconds > 2 ** 32) faults.invalid(at.in('expirationSeconds'), seconds, 'must be at most 2^32');
  if (text(source, 'path') === '') faults.required(volume.called('path'));
  else judgeNonReserved(text(source, 'path'), volume.called('path'), faults);
}

function judgeBundle(source: Obj, at: At, taken: Taken, faults: Faults): void {
  const [name, signer] = [optional(source, 'name'), optional(source, 'signerName')];
  if (name !== undefined && signer !== undefined)
    faults.invalid(at, source, 'only one of name and signerName may be used');
  else if (name === '') faults.required(at.in('name'), 'must be an object name');
  else if (name !== undefined && has(source, 'labelSelector'))
    faults.invalid(at.in('labelSelector'), '', 'must be unset if name is specified');
  else if (signer !== undefined) {
    if (!/^[^/]+\/.+$/.test(signer)) faults.invalid(at.in('signerName'), signer, 'must be a domain, `/` and a path');
    judgeSelector(child(source, 'labelSelector'), at.in('labelSelector'), faults);
  } else if (name === undefined) faults.required(at, 'either name or signerName');
  if (text(source, 'path') === '') faults.required(at.in('path'));
  judgeNonReserved(text(source, 'path'), at.in('path'), faults);
  taken(text(source, 'path'));
}

const keyTypes = ['RSA3072', 'RSA4096', 'ECDSAP256', 'ECDSAP384', 'ECDSAP521', 'ED25519'];

function judgeCertificate(source: Obj, at: At, taken: Taken, faults: Faults): void {
  if (!keyTypes.includes(text(source, 'keyType')))
    faults.notSupported(at.in('keyType'), text(source, 'keyType'), keyTypes);
  const seconds = number(source, 'maxExpirationSeconds');
  if (seconds !== undefined && seconds < 3600)
    faults.invalid(at.in('maxExpirationSeconds'), seconds, 'must be at least 3600');
  const paths = ['credentialBundlePath', 'keyPath', 'certificateChainPath'].filter((name) => text(source, name) !== '');
  for (const name of paths) {
    judgeNonReserved(text(source, name), at.in(name), faults);
    taken(text(source, name));
  }
  if (paths.length === 0) faults.required(at, 'at least one of the paths');
}

function judgeNamed(source: Obj, at: At, faults: Faults, taken: Taken): void {
  if (text(source, 'name') === '') faults.required(at.in('name'));
  judgeItems(source, at.in('items'), faults, taken);
}

export function judgeProjected(projected: Obj, at: At, faults: Faults): void {
  judgeMode(number(projected, 'defaultMode'), at.in('defaultMode'), faults);
  const seen = new Set<string>();
  const taken: Taken = (path) => {
    if (seen.has(path)) faults.invalid(at, path, 'two sources have the same path');
    seen.add(path);
  };
  structs(projected, 'sources').forEach((source, index) => {
    const here = at.in('sources').item(index);
    for (const name of ['secret', 'configMap'])
      if (has(source, name)) judgeNamed(struct(source, name), here.in(name), faults, taken);
    for (const [number, file] of structs(child(source, 'downwardAPI'), 'items').entries()) {
      judgeDownwardFile(file, here.called('downwardAPI', 'downwardAPI', 'items', number), faults);
      if (text(file, 'path') !== '') taken(text(file, 'path'));
    }
    if (has(source, 'serviceAccountToken'))
      judgeToken(struct(source, 'serviceAccountToken'), here.in('serviceAccountToken'), at, faults);
    if (has(source, 'clusterTrustBundle'))
      judgeBundle(struct(source, 'clusterTrustBundle'), here.in('clusterTrustBundle'), taken, faults);
    if (has(source, 'podCertificate'))
      judgeCertificate(struct(source, 'podCertificate'), here.in('podCertificate'), taken, faults);
    const kinds = [
      'secret',
      'configMap',
      'downwardAPI',
      'serviceAccountToken',
      'clusterTrustBundle',
      'podCertificate',
    ].filter((name) => has(source, name));
    if (kinds.length > 1) faults.forbidden(here, 'may not specify more than 1 volume type per source');
  });
}
