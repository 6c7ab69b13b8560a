import type { Change, Defect } from '../defect.js';

const rejected = (reason: RegExp): Defect['expect'] => ({ decision: 'reject', stage: 'load', reason });
const told = (name: string, value: string): Change => [
  'service.yaml',
  '            - { name: NODE_ENV, value: production }',
  `            - { name: NODE_ENV, value: production }\n            - { name: ${name}, value: ${JSON.stringify(value)} }`,
];
const fixed = { profile: 'fixed', duration: '15s', ramp: '1s', idle: '1s', path: '/count' };

/** What runs, and does not hold under load. */
export const loaded: readonly Defect[] = [
  {
    name: 'every fifth answer is an error',
    base: 'node',
    change: [told('FAILING', '5')],
    config: { load: { ...fixed, rate: 15 } },
    until: 'load',
    expect: rejected(/error_rate/),
  },
  {
    name: 'every answer takes a second',
    base: 'podinfo',
    config: { load: { ...fixed, rate: 10, path: '/delay/1' } },
    until: 'load',
    expect: rejected(/p\(95\)/),
  },
  {
    name: 'the route under load is not there',
    base: 'podinfo',
    config: { load: { ...fixed, rate: 10, path: '/checkout' } },
    until: 'load',
    expect: rejected(/404/),
  },
  {
    name: 'it keeps what it was asked in memory until the kernel ends it',
    base: 'node',
    change: [told('LEAK_KIB', '2048')],
    config: { load: { ...fixed, rate: 20 } },
    until: 'load',
    expect: rejected(/restart|error_rate|50[23]/),
  },
  {
    name: 'sessions are in the memory of one of two pods',
    base: 'node',
    change: [['service.yaml', 'minReplicas: 1', 'minReplicas: 2']],
    config: { load: { ...fixed, rate: 20, path: '/sessions' } },
    until: 'load',
    expect: rejected(/error_rate/),
  },
];
