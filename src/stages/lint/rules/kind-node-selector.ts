import { asList, asStrings, dig } from '../../../manifests/graph/json.js';
import { type Labels, labelSelector, selects } from '../../../manifests/graph/selector.js';
import type { Workload } from '../../../manifests/graph/workload.js';
import type { Finding, WorkloadRule } from '../rule.js';

const required = [
  'affinity',
  'nodeAffinity',
  'requiredDuringSchedulingIgnoredDuringExecution',
  'nodeSelectorTerms',
] as const;

function byAffinity({ pod, podPath, manifest }: Workload, labels: Labels): Finding[] {
  const terms = asList(dig(pod, ...required));
  const fits = terms.some((term) => {
    const selector = labelSelector(term);
    return selector !== undefined && selects(selector, labels);
  });
  if (terms.length === 0 || fits || JSON.stringify(terms).includes('"Gt"') || JSON.stringify(terms).includes('"Lt"'))
    return [];
  return [
    {
      on: manifest,
      path: [...podPath, ...required],
      message: 'no node of the cluster meets its required node affinity: its pods stay Pending',
    },
  ];
}

export const kindNodeSelector: WorkloadRule = {
  id: 'kind-node-selector',
  severity: 'error',
  requirement: 'containers',
  profile: 'kind',
  remediation: 'Ask for labels that the nodes of the cluster have, or label them in the kind configuration.',
  peers: [],
  visits: 'workload',
  check(workload, { settings: { cluster } }) {
    if (!cluster) return undefined;
    const labels = new Map(Object.entries(cluster.nodeLabels));
    const wanted = [...asStrings(workload.pod['nodeSelector'])];
    const bySelector = wanted
      .filter(([key, value]) => labels.get(key) !== value)
      .map(([key, value]) => ({
        on: workload.manifest,
        path: [...workload.podPath, 'nodeSelector', key],
        message: `no node of the cluster has ${key}=${value}${labels.has(key) ? ` (they have ${labels.get(key)})` : ''}: its pods stay Pending`,
      }));
    return [...bySelector, ...byAffinity(workload, labels)];
  },
};
