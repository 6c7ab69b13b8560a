import type { Json, JsonObject } from './manifest.js';

/** Which workload is copied, and how the copy differs from it. */
export interface CopyWishes {
  readonly workload: { readonly kind: string; readonly name: string };
  /** What is appended to names and label values: `-baseline`. */
  readonly suffix: string;
  /** The copy has no autoscaler: this is its size. */
  readonly replicas: number;
  /** Host under which its Ingress leads to it. */
  readonly host: string;
}

type Labels = ReadonlyMap<string, string>;

/** Kubernetes' limit for a label value, and for the name of a Service. */
const longest = 63;

/** Maps of labels, by the key that they are found under. */
const labelled: ReadonlySet<string> = new Set(['labels', 'matchLabels', 'selector']);

/**
 * A second instance of a workload beside the first one: itself, the Services that select it, the Ingresses that lead to
 * those, and the NetworkPolicies that speak of it. Every label that its selector names has another value, so that neither
 * its own Services nor its autoscaler take the copy for it; everything else (configuration, Secrets, neighbours) they share.
 * Empty where the workload is not among the objects, or selects by no label.
 */
export function copyOf(objects: readonly JsonObject[], wishes: CopyWishes): readonly JsonObject[] {
  const { workload, suffix } = wishes;
  const original = objects.find((one) => one['kind'] === workload.kind && nameOf(one) === workload.name);
  const labels = new Map(texts(field(original, 'spec', 'selector', 'matchLabels')));
  if (original === undefined || labels.size === 0) return [];
  const own = texts(field(original, 'spec', 'template', 'metadata', 'labels'));
  const services = objects.filter((one) => one['kind'] === 'Service' && selects(one, own));
  const copied = new Set(services.map(nameOf));
  const change = (one: JsonObject): JsonObject => named(relabelled(one, labels, suffix) as JsonObject, suffix);
  const policies = objects.filter(
    (one) => one['kind'] === 'NetworkPolicy' && JSON.stringify(relabelled(one, labels, suffix)) !== JSON.stringify(one),
  );
  return [
    ...policies.map(change),
    ...services.map((one) => service(change(one), labels, suffix)),
    sized(change(original), wishes, copied),
    ...objects.filter((one) => one['kind'] === 'Ingress').flatMap((one) => ingress(one, copied, wishes)),
  ];
}

function sized(workload: JsonObject, { replicas, suffix }: CopyWishes, copied: ReadonlySet<string>): JsonObject {
  const spec = object(workload['spec']);
  const governing = String(spec['serviceName'] ?? '');
  const serviceName = copied.has(governing) ? { serviceName: appended(governing, suffix) } : {};
  return { ...workload, spec: { ...spec, ...serviceName, replicas } };
}

/** A node port is one Service's; and a selector that names none of the workload's own labels would find both instances. */
function service(copy: JsonObject, labels: Labels, suffix: string): JsonObject {
  const { type: _, clusterIP, clusterIPs: __, ...spec } = object(copy['spec']);
  const headless = clusterIP === 'None' ? { clusterIP } : {};
  const ports = items(spec['ports']).map((port) => {
    const { nodePort: ___, ...rest } = object(port);
    return rest;
  });
  const own = Object.fromEntries([...labels].map(([key, value]) => [key, appended(value, suffix)]));
  return { ...copy, spec: { ...spec, ...headless, ports, selector: { ...object(spec['selector']), ...own } } };
}

/** Every path that leads to a copied Service, under the copy's own host, without its certificate. */
function ingress(original: JsonObject, copied: ReadonlySet<string>, { host, suffix }: CopyWishes): JsonObject[] {
  const spec = object(original['spec']);
  const fallback = { path: '/', pathType: 'Prefix', backend: spec['defaultBackend'] };
  const paths = [...items(spec['rules']).flatMap((rule) => items(field(rule, 'http', 'paths'))), fallback]
    .map(object)
    .filter((one) => copied.has(backendOf(one)));
  const first = new Map(paths.toReversed().map((one) => [`${one['pathType']} ${one['path']}`, one]));
  if (first.size === 0) return [];
  const led = [...first.values()].toReversed().map((one) => {
    const backend = object(one['backend']);
    const target = { ...object(backend['service']), name: appended(backendOf(one), suffix) };
    return { ...one, backend: { ...backend, service: target } };
  });
  const className = spec['ingressClassName'];
  return [
    {
      ...named(original, suffix),
      spec: {
        ...(className === undefined ? {} : { ingressClassName: className }),
        rules: [{ host, http: { paths: led } }],
      },
    },
  ];
}

function backendOf(path: JsonObject): string {
  return String(field(path, 'backend', 'service', 'name') ?? '');
}

function selects(one: JsonObject, labels: readonly (readonly [string, string])[]): boolean {
  const selector = texts(field(one, 'spec', 'selector'));
  const has = new Map(labels);
  return selector.length > 0 && selector.every(([key, value]) => has.get(key) === value);
}

/** The same with other values for these labels, wherever labels are carried or asked for. */
function relabelled(value: Json | undefined, labels: Labels, suffix: string, within = ''): Json | undefined {
  if (Array.isArray(value)) return value.map((item) => relabelled(item, labels, suffix, within) ?? null);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as JsonObject);
  const asked = labels.get(String((value as JsonObject)['key'] ?? ''));
  return Object.fromEntries(
    entries.map(([key, child]) => {
      if (labelled.has(within) && typeof child === 'string' && labels.get(key) === child)
        return [key, appended(child, suffix)];
      if (key === 'values' && within === 'matchExpressions')
        return [key, items(child).map((one) => (one === asked ? appended(String(one), suffix) : one))];
      return [key, relabelled(child, labels, suffix, key)];
    }),
  );
}

function named(one: JsonObject, suffix: string): JsonObject {
  return { ...one, metadata: { ...object(one['metadata']), name: appended(nameOf(one), suffix) } };
}

function appended(text: string, suffix: string): string {
  return `${text.slice(0, longest - suffix.length)}${suffix}`;
}

function nameOf(one: JsonObject): string {
  return String(field(one, 'metadata', 'name'));
}

function field(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((inner, key) => object(inner)[key], value);
}

function object(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

function items(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function texts(value: Json | undefined): readonly (readonly [string, string])[] {
  return Object.entries(object(value)).flatMap(([key, text]) => (typeof text === 'string' ? [[key, text]] : []));
}
