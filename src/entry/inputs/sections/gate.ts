import { stageNames } from '../../../domain/stage.js';
import { duration, list, pathKind, shaped, text } from '../option.js';
import { dnsLabel } from './shapes.js';

/** Options of the whole gate: top-level keys of scale-gate.yml. */
export const gateOptions = {
  service: shaped(dnsLabel, 'Name of the service. Without it: the Deployment that an HPA scales, else the folder.'),
  manifests: list<string>(
    pathKind,
    'Manifest files and folders, relative to the folder. Without it: k8s/, manifests/, deploy/ or the YAML files of the folder.',
    [],
  ),
  namespace: shaped(
    dnsLabel,
    'Namespace to deploy to. Without it: the one of the manifests, else the name of the service.',
  ),
  environment: text('Environment that a promotion is for, as reports and deployment statuses name it.', 'preview'),
  stages: list<(typeof stageNames)[number]>({ type: 'choice', values: stageNames }, 'Stages to run.', [...stageNames]),
  timeoutSeconds: duration('seconds', 'Deadline of the whole run.', 1800),
} as const;
