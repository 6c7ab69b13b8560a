import { type At, root } from './at.js';
import type { Faults } from './faults.js';
import { asPrefix, dnsLabel, labelValue, type NameForm, qualifiedName } from './names.js';
import { flag, number, type Obj, strings, struct, structs, text, texts } from './values.js';

const standardFinalizers = ['kubernetes', 'orphan', 'foregroundDeletion'];

export function judgeLabels(labels: Obj, name: string, at: At, faults: Faults): void {
  for (const [key, value] of texts(labels, name)) {
    faults.all(at, key, qualifiedName(key));
    faults.all(at, value, labelValue(value));
  }
}

export function judgeAnnotations(holder: Obj, at: At, faults: Faults): void {
  let size = 0;
  for (const [key, value] of texts(holder, 'annotations')) {
    faults.all(at, key, qualifiedName(key.toLowerCase()));
    size += Buffer.byteLength(key) + Buffer.byteLength(value);
  }
  if (size > 256 * 1024) faults.tooLong(at, 256 * 1024);
}

function judgeOwners(metadata: Obj, at: At, faults: Faults): void {
  let controllers = 0;
  const owners = structs(metadata, 'ownerReferences');
  const places = new Map(owners.map((owner, index) => [owner, index] as const).toReversed());
  for (const owner of owners) {
    const version = text(owner, 'apiVersion');
    const parts = version.split('/');
    if (parts.length > 2 || parts.at(-1) === '') faults.invalid(at.in('apiVersion'), version, 'must not be empty');
    for (const name of ['kind', 'name', 'uid']) {
      if (text(owner, name) === '')
        faults.invalid(at.called(name, places.get(owner) ?? -1, name), '', 'must not be empty');
    }
    if (version === 'v1' && text(owner, 'kind') === 'Event') faults.invalid(at, 'Event', 'owns nothing');
    if (flag(owner, 'controller') === true && ++controllers === 2)
      faults.invalid(at, 'controller', 'only one owner can be the controller');
  }
}

/** Finalizers of a namespace, which are both a name and one of the standard ones. */
export function judgeNamespaceFinalizer(at: At, name: string, faults: Faults): void {
  faults.all(at, name, qualifiedName(name));
  judgeFinalizer(at, name, faults);
}

function judgeFinalizer(at: At, name: string, faults: Faults): void {
  if (!name.includes('/') && !standardFinalizers.includes(name)) {
    faults.invalid(at, name, 'must be a standard finalizer or have a domain in front of it');
  }
}

/** Labels and annotations of what is a template of an object. */
export function judgeTemplateMeta(metadata: Obj, at: At, faults: Faults): void {
  judgeLabels(metadata, 'labels', at.in('labels'), faults);
  judgeAnnotations(metadata, at.in('annotations'), faults);
}

/** `metadata` of any object. `finalizers` is false for the kinds whose validation does not look at them. */
export function judgeMetadata(object: Obj, form: NameForm, faults: Faults, finalizers = true): void {
  const metadata = struct(object, 'metadata');
  const at = root.in('metadata');
  const [name, generateName, namespace] = [
    text(metadata, 'name'),
    text(metadata, 'generateName'),
    text(metadata, 'namespace'),
  ];
  if (generateName !== '') faults.all(at.in('generateName'), generateName, form(asPrefix(generateName)));
  // Where there is no name, the server makes one of the prefix before it judges.
  const made = generateName === '' ? '' : `${generateName.slice(0, 58)}x2zvb`;
  if (name !== '') faults.all(at.in('name'), name, form(name));
  else if (made !== '') faults.all(at.called('name', 'generateName'), made, form(made));
  else if (text(object, 'kind') !== 'LimitRange') faults.required(at.in('name'), 'name or generateName is required');
  if (namespace !== '' && isNamespaced(object)) faults.all(at.in('namespace'), namespace, dnsLabel(namespace));
  if (!generated.has(text(object, 'kind'))) faults.nonNegative(at.in('generation'), number(metadata, 'generation'));
  judgeTemplateMeta(metadata, at, faults);
  judgeOwners(metadata, at.in('ownerReferences'), faults);
  strings(metadata, 'finalizers').forEach((finalizer, index) => {
    if (finalizers) judgeFinalizer(at.in('finalizers').item(index), finalizer, faults);
    faults.all(at.in('finalizers'), finalizer, qualifiedName(finalizer));
  });
}

/** Kinds whose generation the server counts itself, whatever was given. */
const generated = new Set(
  (
    'PriorityClass IngressClass NetworkPolicy Ingress EndpointSlice PodDisruptionBudget FlowSchema ' +
    'PriorityLevelConfiguration DaemonSet StatefulSet Deployment ReplicaSet Job CronJob Pod PodTemplate ' +
    'ReplicationController MutatingWebhookConfiguration ValidatingWebhookConfiguration CustomResourceDefinition'
  ).split(' '),
);

const clusterScoped = new Set([
  'ClusterRole',
  'ClusterRoleBinding',
  'CustomResourceDefinition',
  'APIService',
  'FlowSchema',
  'PriorityLevelConfiguration',
  'IngressClass',
  'RuntimeClass',
  'PriorityClass',
  'CSIDriver',
  'StorageClass',
  'Namespace',
  'Node',
  'PersistentVolume',
  'MutatingWebhookConfiguration',
  'ValidatingWebhookConfiguration',
]);

function isNamespaced(object: Obj): boolean {
  return !clusterScoped.has(text(object, 'kind'));
}
