import { invalidInput } from '../domain/error.js';
import { copyOf } from '../manifests/copy.js';
import type { Json, JsonObject, Manifest } from '../manifests/manifest.js';
import { serviceFacts } from '../manifests/service-facts.js';
import type { Cluster } from '../ports/cluster-provider.js';
import { adapt } from '../stages/deploy/adaptation.js';
import type { ComparisonSpec, Copy, Variant } from '../stages/load/comparison/spec.js';
import type { GateSpec } from './inputs/spec.js';

/** Whether the service is to be held against another version of itself. */
export function hasBaseline({ load }: GateSpec): boolean {
  return load.engine !== 'k6' && (load.baseline !== undefined || Object.keys(load.baselineImages).length > 0);
}

/** Throws `INPUT_INVALID` where one of the two states has no workload that can be copied. */
export function requireWorkload(manifests: readonly Manifest[], before: readonly Manifest[] | undefined): void {
  const [autoscaler] = serviceFacts(manifests).autoscalers;
  if (autoscaler === undefined) return;
  workloadOf(manifests, autoscaler.target, 'candidate');
  workloadOf(before ?? manifests, autoscaler.target, 'baseline');
}

/**
 * Both copies, made of the manifests that were deployed and of those of the baseline.
 * @param before manifests of the baseline; undefined where it has those of the service, with other images
 */
export function comparisonSpec(
  { load, deploy }: GateSpec,
  manifests: readonly Manifest[],
  before: readonly Manifest[] | undefined,
  { ephemeral }: Cluster,
  namespace: string,
): ComparisonSpec {
  const facts = serviceFacts(manifests);
  const [autoscaler] = facts.autoscalers;
  const target = autoscaler?.target ?? '';
  const replicas = Math.max(1, load.from ?? autoscaler?.min ?? 1);
  const copy = (variant: Variant, of: readonly Manifest[], images: Readonly<Record<string, string>>): Copy => {
    const workload = workloadOf(of, target, variant);
    const loadedImages = ephemeral ? serviceFacts(of).images.map((image) => images[image] ?? image) : [];
    const wishes = { images, loadedImages, downscaleWindowSeconds: undefined };
    const [suffix, host] = [`-${variant}`, `${variant}.scale-gate.example`];
    const objects = copyOf(
      of.map(({ value }) => adapt(value, wishes).object),
      { workload, suffix, replicas, host },
    );
    const own = objects.find(({ kind }) => kind === workload.kind);
    const named = own?.['metadata'] as JsonObject | undefined;
    return {
      objects,
      workload: { kind: workload.kind, name: String(named?.['name']), namespace: workload.namespace ?? namespace },
      host,
      images: imagesOf(own),
    };
  };
  const own = before === undefined ? { ...deploy.images, ...load.baselineImages } : load.baselineImages;
  return {
    copies: {
      baseline: copy('baseline', before ?? manifests, own),
      candidate: copy('candidate', manifests, deploy.images),
    },
    replicas,
    maxSlowdown: load.maxSlowdown,
    probe: { path: deploy.path, status: deploy.expectStatus },
  };
}

/** The workload that the autoscaler scales: it is what a change of the service changes. */
function workloadOf(manifests: readonly Manifest[], name: string, variant: Variant) {
  for (const kind of ['Deployment', 'StatefulSet'] as const) {
    const found = manifests.find((one) => one.kind === kind && one.name === name);
    if (found !== undefined) return { kind, name, namespace: found.namespace };
  }
  throw invalidInput(
    [`the manifests of the ${variant} have no Deployment or StatefulSet ${name}, which the autoscaler scales`],
    'Give `load.baseline` a folder of the same service, or leave it out.',
  );
}

function imagesOf(workload: JsonObject | undefined): readonly string[] {
  const spec = workload?.['spec'] as { template?: { spec?: { containers?: readonly Json[] } } } | undefined;
  return (spec?.template?.spec?.containers ?? []).map((container) => String((container as JsonObject)['image']));
}
