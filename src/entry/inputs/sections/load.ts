import {
  boolean,
  choice,
  duration,
  file,
  integer,
  list,
  map,
  number,
  type RecordKind,
  shaped,
  text,
} from '../option.js';
import { threshold, urlPath } from './shapes.js';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** One of several requests that the load is a mixture of. */
export interface LoadScenario {
  readonly name: string;
  readonly path: string;
  readonly method?: (typeof methods)[number];
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Share of the arrivals, relative to the other scenarios; 1 where it is not given. */
  readonly weight?: number;
}

const scenario: RecordKind = {
  type: 'record',
  fields: {
    name: { kind: { type: 'text' }, required: true, description: 'Name, as reports show it.' },
    path: { kind: { type: 'text', shape: urlPath }, required: true, description: 'Path with its query.' },
    method: { kind: { type: 'choice', values: methods }, required: false, description: 'HTTP method.' },
    headers: { kind: { type: 'map', of: { type: 'text' } }, required: false, description: 'Headers of each request.' },
    body: { kind: { type: 'text' }, required: false, description: 'Body of each request.' },
    weight: {
      kind: { type: 'number', min: 0.001, max: 1000 },
      required: false,
      description: 'Share of the arrivals, relative to the other scenarios.',
    },
  },
};

const anyRate = { min: 0.1, max: 100_000 };

/** Options of `load:`. */
export const loadOptions = {
  path: shaped(urlPath, 'Path that is requested.', '/'),
  host: text('Host header of the requests. Without it: the one of the Ingress.'),
  method: choice(methods, 'HTTP method of the requests.', 'GET'),
  headers: map<string>({ type: 'text' }, 'Headers of each request.'),
  body: text('Body of each request.'),
  scenarios: list<LoadScenario>(scenario, 'Several requests to mix, in place of path and method.', []),
  profile: choice(
    ['prove', 'fixed', 'off'],
    'Prove the autoscaling both ways, send a fixed rate, or send nothing.',
    'prove',
  ),
  from: integer({ min: 1, max: 1000 }, 'Replicas to begin with. Without it: the minimum of the HPA.'),
  to: integer({ min: 1, max: 1000 }, 'Replicas to reach. Without it: the maximum of the HPA.'),
  rate: number(anyRate, 'Arrivals a second. `fixed` needs it; without it `prove` finds it by calibration.'),
  rampSeconds: duration('seconds', 'Time in which the rate rises.', 15),
  durationSeconds: duration('seconds', 'Time at full rate in the profile `fixed`.', 60),
  thresholds: list<string>(
    { type: 'text', shape: threshold },
    'What the measured load has to keep: `p(95)<500` is in milliseconds. `scaling:` or `steady:` in front limits it to the time in which replicas change, or do not.',
    ['error_rate<0.01', 'p(95)<500'],
  ),
  idleSeconds: duration('seconds', 'Idle control before the load, in which the autoscaler must not scale.', 15),
  maxRate: number(anyRate, 'Arrivals a second that calibration never exceeds. Without it: what the generator can do.'),
  baseline: file(
    'Folder of the service before the change, a checkout of the base commit: a copy of its workload is loaded in turn with one of the new, at the same rate, and the new must not be slower.',
  ),
  baselineImages: map<string>(
    { type: 'text' },
    'Images of the baseline: the one written in its manifests, the one to run. Without `baseline` it has the manifests of the service.',
  ),
  maxSlowdown: number({ min: 0.01, max: 10 }, "Share by which latency may be above the baseline's.", 0.1),
  engine: choice(['built-in', 'k6'], 'Generator of the load.', 'built-in'),
  k6Script: file('k6 script to run in place of the built-in profile.'),
  scaleDown: boolean('Wait until the autoscaler is back at where it began.', true),
  timeoutSeconds: duration('seconds', 'Deadline for idle control, load and cool-down together.', 600),
} as const;
