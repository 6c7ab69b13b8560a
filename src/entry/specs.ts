import { readFileSync } from 'node:fs';
import path from 'node:path';
import { invalidInput } from '../domain/error.js';
import type { ServiceFacts } from '../manifests/service-facts.js';
import type { Cluster } from '../ports/cluster-provider.js';
import type { DeploySpec } from '../stages/deploy/spec.js';
import type { LintOutput, LintSpec } from '../stages/lint/lint.js';
import { fingerprintsIn } from '../stages/lint/policy/baseline.js';
import type { Variant } from '../stages/lint/variants.js';
import type { ProvisionSpec } from '../stages/provision/spec.js';
import { addOnImages, quickClocks, usualMetricResolutionSeconds } from './clocks.js';
import type { GateSpec } from './inputs/spec.js';
import { exposureOf } from './lint-policy.js';
import { manifestPaths } from './manifest-folders.js';

/** Newest Kubernetes whose schemas judge when no version is named. */
const newestKubernetes = '1.34';

/** Fingerprints of a file that an earlier run, or a person, wrote; a report without findings names none. */
function knownFindings(file: string): readonly string[] {
  try {
    const text = readFileSync(file, 'utf8');
    JSON.parse(text);
    return fingerprintsIn(text);
  } catch (error) {
    // The words of the parser hold words of the file, which need not be a report at all.
    const why = error instanceof SyntaxError ? 'it is no JSON' : (error as Error).message;
    throw invalidInput(
      [`${file} is no report: ${why}`],
      'Give `lint.known` a report in JSON or SARIF, or take it out.',
    );
  }
}

/** Overlays, and sets of Helm values; each overlay with each set where both are given. */
function variantsOf(spec: GateSpec, folder: string): { readonly variants?: readonly Variant[] } {
  const { overlays, helmValues } = spec.lint;
  const sets = Object.entries(helmValues);
  if (overlays.length === 0 && sets.length === 0) return {};
  const places = overlays.length > 0 ? overlays.map((one) => [one]) : [spec.manifests];
  const variants = places.flatMap((place) =>
    (sets.length > 0 ? sets : [['', []] as const]).map(([set, files]) => ({
      name: [...(overlays.length > 0 ? place : []), ...(set === '' ? [] : [`values ${set}`])].join(', '),
      paths: manifestPaths(folder, place),
      values: files.map((file) => path.resolve(folder, file)),
    })),
  );
  return { variants };
}

export function lintSpec(spec: GateSpec, folder: string, namespace: string): LintSpec {
  const {
    kubernetesVersions,
    profile,
    rules,
    ignore,
    locked,
    base,
    custom,
    external,
    exposure,
    known,
    failOn,
    definitions,
  } = spec.lint;
  const own = spec.cluster.kubernetesVersion;
  const secrets = [...new Set(spec.deploy.secrets.map(({ name }) => name))];
  return {
    paths: manifestPaths(folder, spec.lint.overlays.length > 0 ? spec.lint.overlays.slice(0, 1) : spec.manifests),
    namespace,
    kubernetesVersions: kubernetesVersions.length > 0 ? kubernetesVersions : [own ?? newestKubernetes],
    external: [...secrets.map((name) => ({ kind: 'Secret', name })), ...external],
    ...(exposure === undefined ? {} : { exposure: exposureOf(exposure) }),
    profile,
    rules,
    ignores: ignore,
    locked,
    custom,
    failOn,
    definitions: definitions.map((one) => path.resolve(folder, one)),
    ...variantsOf(spec, folder),
    ...(known === undefined ? {} : { known: knownFindings(path.resolve(folder, known)) }),
    ...(base === undefined ? {} : { base: { paths: manifestPaths(path.resolve(folder, base), spec.manifests) } }),
  };
}

/** As given, else the one that the manifests name, else one called after the service. */
export function namespaceOf({ namespace, service }: GateSpec, facts: ServiceFacts, folder: string): string {
  return namespace ?? facts.namespace ?? service ?? facts.workloads[0] ?? path.basename(path.resolve(folder));
}

export function provisionSpec(
  spec: GateSpec,
  run: string,
  scratch: string,
  facts: ServiceFacts,
  kindConfig: ProvisionSpec['config'],
): ProvisionSpec {
  const { cluster, deploy, redis, load } = spec;
  const quick = cluster.quickClocks && !cluster.strict;
  const replaced = facts.images.map((image) => deploy.images[image] ?? image);
  return {
    name: cluster.name ?? run,
    kubeconfig: path.join(scratch, 'kubeconfig'),
    nodes: cluster.nodes,
    nodeImage: cluster.nodeImage,
    kubernetesVersion: cluster.kubernetesVersion,
    hostPort: cluster.hostPort,
    clocks: quick ? quickClocks : undefined,
    config: kindConfig,
    images: [
      ...new Set([
        ...(cluster.images.length > 0 ? cluster.images : replaced),
        ...Object.values(load.baselineImages),
        ...(redis.mode === 'create' ? [redis.image] : []),
        ...(redis.mode === 'off' ? [] : [redis.probeImage]),
      ]),
    ],
    addOns: {
      metricResolutionSeconds: quick ? quickClocks.metricResolutionSeconds : usualMetricResolutionSeconds,
      ingressClasses: facts.ingressClasses,
      images: addOnImages,
    },
    timeoutSeconds: cluster.timeoutSeconds,
  };
}

export function deploySpec(
  spec: GateSpec,
  lint: LintOutput,
  facts: ServiceFacts,
  cluster: Cluster,
  namespace: string,
): DeploySpec {
  const { deploy } = spec;
  return {
    cluster,
    namespace,
    manifests: lint.manifests,
    images: deploy.images,
    loadedImages: cluster.ephemeral ? facts.images.map((image) => deploy.images[image] ?? image) : [],
    downscaleWindowSeconds: cluster.clocks?.downscaleStabilizationSeconds,
    probe: { host: deploy.host ?? facts.ingressHost, path: deploy.path, status: deploy.expectStatus },
    internal: deploy.internal,
    timeoutSeconds: deploy.timeoutSeconds,
  };
}
