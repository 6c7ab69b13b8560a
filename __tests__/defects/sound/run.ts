import type { Defect } from '../defect.js';
import { read } from './read.js';

const sound = { decision: 'promote' } as const;
/** Enough requests for a sentence about one in fifty; latency on a busy machine is not what is asked. */
const fixed = {
  profile: 'fixed',
  duration: '15s',
  ramp: '1s',
  idle: '1s',
  thresholds: ['error_rate<0.02', 'p(50)<1000'],
};

/** Those of the sound services that are also put into a cluster, where one of them could be misjudged by sight. */
const deployed = [
  'sound: podinfo as it is',
  'sound: the example as it is',
  'sound: other names of ports, and a number for a name',
  'sound: a sidecar with requests of its own',
  'sound: a native sidecar and an init container without requests, and a metric of one container',
  'sound: a StatefulSet behind the HPA',
  'sound: two hosts, and a prefix of the path',
  'sound: policies that close everything, and open what is needed',
  'sound: a quota that is just enough, and a range of limits that gives the requests',
];

export const run: readonly Defect[] = [
  ...read
    .filter(({ name }) => deployed.includes(name))
    .map((one): Defect => ({ ...one, name: one.name.replace('sound:', 'sound, deployed:'), until: 'deploy' })),
  {
    name: 'sound, deployed: an Ingress without a host',
    base: 'podinfo',
    change: [['routing.yaml', '    - host: podinfo.example\n      http:', '    - http:']],
    until: 'deploy',
    expect: sound,
  },
  {
    name: 'sound, deployed: it starts slowly, and says so',
    base: 'node',
    change: [
      [
        'service.yaml',
        '            - { name: NODE_ENV, value: production }',
        '            - { name: NODE_ENV, value: production }\n            - { name: START_MS, value: "20000" }',
      ],
    ],
    until: 'deploy',
    expect: sound,
  },
  {
    name: 'sound, loaded: the counter, within its limits',
    base: 'node',
    config: { load: { ...fixed, rate: 30, path: '/count' } },
    until: 'load',
    expect: sound,
  },
  {
    name: 'sound, loaded: sessions in memory, and a minimum of one pod',
    base: 'node',
    config: { load: { ...fixed, rate: 30, path: '/sessions' } },
    until: 'load',
    expect: sound,
  },
  {
    name: 'sound, verified: a Redis Cluster of the user',
    base: 'redis',
    until: 'redis',
    expect: sound,
  },
  {
    name: 'sound, proven: podinfo from its minimum to its maximum and back',
    base: 'podinfo',
    config: { load: { path: '/token', method: 'POST', body: 'x', thresholds: ['error_rate<0.01', 'p(95)<800'] } },
    until: 'load',
    own: true,
    expect: sound,
  },
];
