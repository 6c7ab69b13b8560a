import type { Note } from '../../domain/evidence.js';
import type { Json, JsonObject } from '../../manifests/manifest.js';
import type { DeploySpec } from './spec.js';

export interface Adapted {
  readonly object: JsonObject;
  readonly notes: readonly Note[];
}

type Wishes = Pick<DeploySpec, 'images' | 'loadedImages' | 'downscaleWindowSeconds'>;

/** What is changed of an object so that it runs, and runs quickly, in an ephemeral cluster. Each change is a note. */
export function adapt(object: JsonObject, wishes: Wishes): Adapted {
  const notes: Note[] = [];
  const say = (what: string): void => void notes.push({ kind: 'modified-for-ci', text: `${nameOf(object)}: ${what}` });
  const adapted =
    object['kind'] === 'HorizontalPodAutoscaler'
      ? shortenWindow(object, wishes, say)
      : mapContainers(object, (container) => adaptContainer(container, wishes, say));
  return { object: adapted, notes };
}

function adaptContainer(
  container: JsonObject,
  { images, loadedImages }: Wishes,
  say: (what: string) => void,
): JsonObject {
  const written = String(container['image'] ?? '');
  const image = images[written] ?? written;
  if (image !== written) say(`image ${written} replaced by ${image}`);
  const replaced = image === written ? container : { ...container, image };
  const policy = container['imagePullPolicy'] ?? usualPolicy(image);
  if (policy !== 'Always' || !loadedImages.includes(image)) return replaced;
  const origin = container['imagePullPolicy'] === undefined ? ' (the default for its tag)' : '';
  say(
    `imagePullPolicy Always${origin} of container ${String(container['name'])} became IfNotPresent, so that ${image} as loaded into the nodes is used`,
  );
  return { ...replaced, imagePullPolicy: 'IfNotPresent' };
}

/** What the API server fills in: `Always` for the tag `latest` or none; never for a digest. `pkg/apis/core/v1/defaults.go`, SetDefaults_Container. */
function usualPolicy(image: string): string {
  if (image.includes('@')) return 'IfNotPresent';
  const tag = /:([^:/]+)$/.exec(image)?.[1] ?? 'latest';
  return tag === 'latest' ? 'Always' : 'IfNotPresent';
}

function shortenWindow(
  hpa: JsonObject,
  { downscaleWindowSeconds: longest }: Wishes,
  say: (what: string) => void,
): JsonObject {
  const spec = asObject(hpa['spec']);
  const behavior = asObject(spec['behavior']);
  const scaleDown = asObject(behavior['scaleDown']);
  const window = scaleDown['stabilizationWindowSeconds'];
  if (longest === undefined || spec['behavior'] === undefined || typeof window !== 'number' || window <= longest)
    return hpa;
  say(`scaleDown.stabilizationWindowSeconds ${window} became ${longest}`);
  return {
    ...hpa,
    spec: { ...spec, behavior: { ...behavior, scaleDown: { ...scaleDown, stabilizationWindowSeconds: longest } } },
  };
}

/** Applies a change to every container of a pod template, wherever the kind keeps it. */
function mapContainers(object: JsonObject, change: (container: JsonObject) => JsonObject): JsonObject {
  const spec = object['spec'];
  if (!isObject(spec)) return object;
  if (object['kind'] === 'Pod') return { ...object, spec: mapPodSpec(spec, change) };
  if (object['kind'] === 'CronJob') {
    const job = asObject(spec['jobTemplate']);
    return { ...object, spec: { ...spec, jobTemplate: mapTemplate(job, asObject(job['spec']), change) } };
  }
  return mapTemplate(object, spec, change);
}

function mapTemplate(object: JsonObject, spec: JsonObject, change: (container: JsonObject) => JsonObject): JsonObject {
  const template = spec['template'];
  if (!isObject(template) || !isObject(template['spec'])) return object;
  return { ...object, spec: { ...spec, template: { ...template, spec: mapPodSpec(template['spec'], change) } } };
}

function mapPodSpec(spec: JsonObject, change: (container: JsonObject) => JsonObject): JsonObject {
  const mapped = ['initContainers', 'containers'].flatMap((key) => {
    const containers = spec[key];
    return Array.isArray(containers)
      ? [[key, containers.map((item: Json) => (isObject(item) ? change(item) : item))] as const]
      : [];
  });
  return { ...spec, ...Object.fromEntries(mapped) };
}

export function nameOf(object: JsonObject): string {
  return `${String(object['kind'])}/${String(asObject(object['metadata'])['name'])}`;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asObject(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}
