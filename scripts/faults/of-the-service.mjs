import { setTimeout as delay } from 'node:timers/promises';
import { shell, soundService } from './sound-service.mjs';

const service = (options) => (namespace) => soundService(namespace, options);
const says = (command) => ({
  image: shell,
  command: ['sh', '-c', command],
  readinessProbe: { exec: { command: ['true'] } },
});
const policy = [
  {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingAdmissionPolicy',
    metadata: { name: 'sg-fault' },
    spec: {
      matchConstraints: {
        resourceRules: [
          { apiGroups: ['apps'], apiVersions: ['v1'], operations: ['CREATE', 'UPDATE'], resources: ['deployments'] },
        ],
      },
      validations: [{ expression: "object.metadata.name != 'web'", message: 'web is not wanted here' }],
    },
  },
  {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingAdmissionPolicyBinding',
    metadata: { name: 'sg-fault' },
    spec: { policyName: 'sg-fault', validationActions: ['Deny'] },
  },
];
const remove =
  (kind, name = 'sg-fault') =>
  (stand) =>
    stand.kubectl('delete', kind, name, '--ignore-not-found');
const claim = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data' },
  spec: {
    accessModes: ['ReadWriteOnce'],
    storageClassName: 'no-such-class',
    resources: { requests: { storage: '1Gi' } },
  },
};
const mounted = { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] };
const quota = {
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'small' },
  spec: { hard: { 'requests.cpu': '10m' } },
};
const scratch = { volumes: [{ name: 'data', emptyDir: { medium: 'Memory', sizeLimit: '2Mi' } }] };
const reject = ['reject'];

/** What is wrong with the service itself: a reject, and the object by its name. */
export const ofTheService = [
  {
    id: 'image',
    name: 'image that nobody can pull',
    objects: service({ change: { image: 'ghcr.io/nobody/nothing:1' } }),
    expect: reject,
    reason: /Deployment\/web.*nobody\/nothing:1/,
  },
  {
    id: 'crash',
    name: 'command that ends at once',
    objects: service({ change: says('echo no config; exit 3') }),
    expect: reject,
    reason: /web restarted \d+ times, last exit code 3/,
  },
  {
    id: 'oom',
    name: 'container that takes more memory than its limit',
    objects: service({ change: says('exec tail /dev/zero') }),
    expect: reject,
    reason: /OOMKilled|exit code 137/,
  },
  {
    id: 'unready',
    name: 'readiness that never comes',
    objects: service({
      change: { readinessProbe: { httpGet: { path: '/no-such-page', port: 'http' }, periodSeconds: 1 } },
    }),
    expect: reject,
    reason: /Deployment\/web.*0 of 1 replicas Ready.*404/,
  },
  {
    id: 'init',
    name: 'init container that never ends',
    objects: service({ pod: { initContainers: [{ name: 'wait', image: shell, command: ['sleep', '600'] }] } }),
    expect: reject,
    reason: /Deployment\/web.*0 of 1 replicas Ready/,
  },
  {
    id: 'selector',
    name: 'Service that selects nothing',
    objects: service({ selector: 'wep' }),
    expect: reject,
    reason: /Service\/web.*0 ready addresses/,
  },
  {
    id: 'route',
    name: 'Ingress to a port that the Service has not',
    objects: service({ port: 'htpp' }),
    expect: reject,
    reason: /external route.*status \d+/,
  },
  {
    id: 'quota',
    name: 'quota that is used up',
    objects: service({ more: [quota] }),
    expect: reject,
    reason: /exceeded quota: small/,
  },
  {
    id: 'claim',
    name: 'claim that no volume meets',
    objects: service({ pod: mounted, more: [claim] }),
    expect: reject,
    reason: /unbound.*PersistentVolumeClaim/i,
  },
  {
    id: 'large',
    name: 'requests larger than any node',
    objects: service({ change: { resources: { requests: { cpu: '900' } } } }),
    expect: reject,
    reason: /Insufficient cpu/,
  },
  {
    id: 'config',
    name: 'Secret that is not there',
    objects: service({ change: { envFrom: [{ secretRef: { name: 'no-such-secret' } }] } }),
    expect: reject,
    reason: /no-such-secret/,
  },
  {
    id: 'mount',
    name: 'volume of a ConfigMap that is not there',
    objects: service({
      change: { volumeMounts: [{ name: 'c', mountPath: '/c' }] },
      pod: { volumes: [{ name: 'c', configMap: { name: 'no-such-map' } }] },
    }),
    expect: reject,
    reason: /no-such-map/,
  },
  {
    id: 'full',
    name: 'disk of the container full',
    objects: service({
      change: {
        ...says('dd if=/dev/zero of=/data/x bs=1M count=64 || exit 5; sleep 600'),
        volumeMounts: [{ name: 'data', mountPath: '/data' }],
      },
      pod: scratch,
    }),
    expect: reject,
    reason: /restarted \d+ times, last exit code 5/,
  },
  {
    id: 'policy',
    name: 'admission policy that refuses',
    before: async (stand) => {
      stand.apply(...policy);
      await delay(5_000);
    },
    heal: (stand) => {
      remove('validatingadmissionpolicybinding')(stand);
      remove('validatingadmissionpolicy')(stand);
    },
    expect: reject,
    reason: /Deployment\/web.*not wanted here/,
  },
  {
    id: 'taint',
    name: 'taint that the service does not tolerate',
    before: (stand) => stand.kubectl('taint', 'node', stand.node, 'team=other:NoSchedule'),
    heal: (stand) => stand.kubectl('taint', 'node', stand.node, 'team-'),
    expect: reject,
    reason: /taint/,
  },
];
