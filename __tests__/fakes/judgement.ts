import type { Diagnostic } from '../../src/domain/diagnostic.js';
import { graphOf } from '../../src/manifests/graph/graph.js';
import { labelSelector } from '../../src/manifests/graph/selector.js';
import type { Json } from '../../src/manifests/manifest.js';
import { readManifests } from '../../src/manifests/read.js';
import { ruleCatalog } from '../../src/stages/lint/catalog.js';
import { judge } from '../../src/stages/lint/engine.js';
import type { ClusterShape, ExposurePolicy, LintSettings } from '../../src/stages/lint/settings.js';

/** What a test says of the run; the rest is a usual one. */
export interface Given {
  readonly whole?: boolean;
  readonly external?: LintSettings['external'];
  readonly loadSeconds?: number;
  /** The manifests before the change. */
  readonly base?: string;
  readonly cluster?: Partial<ClusterShape>;
  /** Selectors in the words of Kubernetes. */
  readonly exposure?: Partial<Omit<ExposurePolicy, 'internal' | 'external'>> & {
    readonly internal?: readonly Json[];
    readonly external?: readonly Json[];
  };
}

const cluster: ClusterShape = {
  nodes: 1,
  nodeMilliCpu: 4000,
  nodeMemory: 8 * 2 ** 30,
  architecture: 'amd64',
  storageClasses: ['standard'],
  mappedPorts: [80, 443],
  loadedImages: [],
  loadBalancer: true,
  metricsServer: true,
  nodeLabels: { 'kubernetes.io/os': 'linux', 'kubernetes.io/arch': 'amd64' },
};

export function settingsOf(given: Given): LintSettings {
  const selectors = (list: readonly Json[] = []) => list.flatMap((one) => labelSelector(one) ?? []);
  const { exposure } = given;
  return {
    whole: given.whole ?? true,
    external: given.external ?? [],
    loadSeconds: given.loadSeconds,
    kubernetesVersions: ['1.34'],
    cluster: given.cluster && { ...cluster, ...given.cluster },
    exposure: exposure && {
      otherwise: 'any',
      internalClasses: [],
      ...exposure,
      internal: selectors(exposure.internal),
      external: selectors(exposure.external),
    },
  };
}

/** Every finding of every rule over one text, in namespace `shop`. */
export function judgeText(text: string, given: Given = {}): readonly Diagnostic[] {
  const graph = graphOf(readManifests('k8s/web.yaml', text).manifests, 'shop');
  const base =
    given.base === undefined ? {} : { base: graphOf(readManifests('base/web.yaml', given.base).manifests, 'shop') };
  return judge({ graph, settings: settingsOf(given), ...base }, ruleCatalog);
}

/** The findings of one rule. */
export function findingsOf(rule: string, text: string, given: Given = {}): readonly Diagnostic[] {
  return judgeText(text, given).filter((one) => one.rule === rule);
}
