import { boolean, choice, duration, file, integer, list, machineFile, shaped, text } from '../option.js';
import { clusterName, kubernetesVersion } from './shapes.js';

/** Options of `cluster:`, for the stage provision. */
export const clusterOptions = {
  mode: choice(
    ['kind', 'existing'],
    'Make a kind cluster, or take an existing one; `existing` where a kubeconfig or context is given.',
    'kind',
  ),
  kubeconfig: machineFile('Kubeconfig of the existing cluster. Without it: KUBECONFIG.'),
  context: text('Context of the kubeconfig. Without it: its current one.'),
  ingress: text('Where the ingress of an existing cluster answers, such as http://127.0.0.1:8080.'),
  name: shaped(clusterName, 'Name of the kind cluster. Without it: derived from the run.'),
  nodes: integer({ min: 1, max: 5 }, 'Nodes of the kind cluster.', 1),
  nodeImage: text(
    'Node image of kind. Without it: the newest kindest/node that the machine has, else the default of kind.',
  ),
  kubernetesVersion: shaped(kubernetesVersion, 'Kubernetes version of the kind cluster, by name.'),
  hostPort: integer({ min: 1, max: 65535 }, 'Port of 127.0.0.1 that leads to the Ingress. Without it: a free one.'),
  images: list<string>(
    { type: 'text' },
    'Images to load into the nodes. Without it: those of the manifests that the local Docker has.',
    [],
  ),
  keep: boolean(
    'Leave the cluster standing after the run, and after the job, until `scale-gate cleanup RUN` deletes it; no later run does.',
    false,
  ),
  quickClocks: boolean(
    'Shorten the clocks of metrics and autoscaler in the kind cluster; said as `modified-for-ci`.',
    true,
  ),
  strict: boolean('Change nothing to be quick in CI: no shortened clocks, no altered behaviour.', false),
  kindConfig: file('Configuration file of kind; the gate merges its own needs into it.'),
  timeoutSeconds: duration('seconds', 'Deadline for a cluster that is proven ready.', 300),
} as const;
