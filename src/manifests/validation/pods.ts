import { root } from './at.js';
import type { Faults } from './faults.js';
import { judgeMetadata } from './metadata.js';
import { dnsSubdomain } from './names.js';
import { judgePodSpec } from './pod-spec.js';
import { judgePodAnnotations, judgeProfiles } from './templates.js';
import { type Obj, struct, structs, text } from './values.js';

export function judgePod(object: Obj, faults: Faults): void {
  const [metadata, spec, at] = [struct(object, 'metadata'), struct(object, 'spec'), root.in('spec')];
  judgeMetadata(object, dnsSubdomain, faults);
  judgePodAnnotations(metadata, spec, root.in('metadata').in('annotations'), faults);
  judgePodSpec(spec, at, true, text(metadata, 'name'), faults);
  for (const list of ['containers', 'initContainers']) {
    structs(spec, list).forEach((container, index) => {
      const image = text(container, 'image');
      if (image.trim() !== image)
        faults.invalid(at.in(list).item(index).in('image'), image, 'must not have blanks around it');
    });
  }
  if (structs(spec, 'ephemeralContainers').length > 0)
    faults.forbidden(at.in('ephemeralContainers'), 'cannot be set on create');
  if (text(spec, 'nodeName') !== '' && structs(spec, 'schedulingGates').length > 0)
    faults.forbidden(at.in('nodeName'), 'there are schedulingGates');
  judgeProfiles(metadata, spec, at, faults);
}
