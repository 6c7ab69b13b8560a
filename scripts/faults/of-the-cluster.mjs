import { soundService } from './sound-service.mjs';

const scale = (namespace, name, replicas) => (stand) =>
  stand.kubectl('scale', `--namespace=${namespace}`, `deployment/${name}`, `--replicas=${replicas}`);
const manifest = (name) => `/etc/kubernetes/manifests/${name}.yaml`;
const away = (name) => (stand) => stand.inNode('mv', manifest(name), `/etc/kubernetes/${name}.away`);
const back = (name) => (stand) => {
  stand.inNode(
    'sh',
    '-c',
    `[ ! -e /etc/kubernetes/${name}.away ] || mv /etc/kubernetes/${name}.away ${manifest(name)}`,
  );
};
const gone = (name) => (stand) => {
  away(name)(stand);
  const runs = `grep -l '^${name}' /proc/[0-9]*/cmdline`;
  stand.inNode('sh', '-c', `for i in $(seq 60); do ${runs} >/dev/null 2>&1 || exit 0; sleep 1; done; exit 1`);
};
/** A process of the node gets a signal: what is stopped takes connections and answers nothing. */
const signalled = (signal, program) => (stand) =>
  stand.inNode('sh', '-c', `kill -${signal} $(grep -l '^${program}' /proc/[0-9]*/cmdline | cut -d/ -f3)`);
const ofDeployments = { apiGroups: ['apps'], apiVersions: ['v1'], resources: ['deployments'] };
const ofPods = { apiGroups: [''], apiVersions: ['v1'], resources: ['pods'] };
const webhook = (server, asked = ofDeployments) => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'ValidatingWebhookConfiguration',
  metadata: { name: 'sg-fault' },
  webhooks: [
    {
      name: 'fault.example.com',
      clientConfig: { url: server },
      rules: [{ ...asked, operations: ['CREATE', 'UPDATE'] }],
      admissionReviewVersions: ['v1'],
      sideEffects: 'None',
      timeoutSeconds: 2,
    },
  ],
});
const remove =
  (kind, name = 'sg-fault') =>
  (stand) =>
    stand.kubectl('delete', kind, name, '--ignore-not-found');
const deploying = /▸ deploy/;
const inconclusive = ['inconclusive'];

/** What is wrong with the cluster: nothing is found out about the service, and nobody is blamed. */
export const ofTheCluster = [
  {
    id: 'webhook',
    name: 'admission webhook that does not answer',
    before: (stand) => stand.apply(webhook('https://127.0.0.1:9/')),
    heal: remove('validatingwebhookconfiguration'),
    expect: inconclusive,
    reason: /Deployment\/web.*webhook/,
  },
  {
    id: 'slow-hook',
    name: 'admission webhook that hangs',
    before: (stand) => stand.apply(webhook('https://10.255.255.1/')),
    heal: remove('validatingwebhookconfiguration'),
    expect: inconclusive,
    reason: /Deployment\/web.*webhook/,
  },
  {
    id: 'pod-hook',
    name: 'admission webhook for pods that does not answer',
    before: (stand) => stand.apply(webhook('https://127.0.0.1:9/', ofPods)),
    heal: remove('validatingwebhookconfiguration'),
    expect: inconclusive,
    reason: /Deployment\/web.*failed calling webhook/,
  },
  {
    id: 'metrics',
    name: 'metrics-server scaled to 0',
    before: scale('kube-system', 'metrics-server', 0),
    heal: scale('kube-system', 'metrics-server', 1),
    expect: inconclusive,
    reason: /metrics/,
  },
  {
    id: 'apiservice',
    name: 'APIService of the metrics broken',
    before: (stand) =>
      stand.kubectl(
        'patch',
        'apiservice',
        'v1beta1.metrics.k8s.io',
        '--type=merge',
        '--patch={"spec":{"service":{"name":"nobody"}}}',
      ),
    heal: (stand) =>
      stand.kubectl(
        'patch',
        'apiservice',
        'v1beta1.metrics.k8s.io',
        '--type=merge',
        '--patch={"spec":{"service":{"name":"metrics-server"}}}',
      ),
    expect: inconclusive,
    reason: /metrics/,
  },
  {
    id: 'ingress',
    name: 'ingress controller dead',
    before: scale('scale-gate-ingress', 'traefik', 0),
    heal: scale('scale-gate-ingress', 'traefik', 1),
    expect: inconclusive,
    reason: /ingress/,
  },
  {
    id: 'ingress-hangs',
    name: 'ingress controller that takes connections and never answers',
    before: signalled('STOP', 'traefik'),
    heal: signalled('CONT', 'traefik'),
    expect: inconclusive,
    reason: /ingress/,
  },
  {
    id: 'ingress-later',
    name: 'ingress controller that dies while the service is deployed',
    when: deploying,
    strike: scale('scale-gate-ingress', 'traefik', 0),
    heal: scale('scale-gate-ingress', 'traefik', 1),
    expect: inconclusive,
    reason: /127\.0\.0\.1|ingress/i,
  },
  {
    id: 'dns',
    name: 'cluster DNS scaled to 0',
    before: scale('kube-system', 'coredns', 0),
    heal: scale('kube-system', 'coredns', 2),
    expect: inconclusive,
    reason: /DNS/,
  },
  {
    id: 'cordon',
    name: 'node cordoned',
    before: (stand) => stand.kubectl('cordon', stand.node),
    heal: (stand) => stand.kubectl('uncordon', stand.node),
    expect: inconclusive,
    reason: /web.*unschedulable/i,
  },
  {
    id: 'deadline',
    name: 'node cordoned, and a rollout that is given 5 s',
    objects: (namespace) => soundService(namespace, { rollout: { progressDeadlineSeconds: 5 } }),
    before: (stand) => stand.kubectl('cordon', stand.node),
    heal: (stand) => stand.kubectl('uncordon', stand.node),
    expect: inconclusive,
    reason: /web.*unschedulable/i,
  },
  {
    id: 'etcd',
    name: 'etcd gone',
    before: gone('etcd'),
    heal: back('etcd'),
    expect: inconclusive,
    reason: /API server/,
  },
  {
    id: 'scheduler',
    name: 'scheduler gone',
    before: gone('kube-scheduler'),
    heal: back('kube-scheduler'),
    expect: inconclusive,
    reason: /web.*schedul/i,
  },
  {
    id: 'controllers',
    name: 'controller-manager gone',
    before: gone('kube-controller-manager'),
    heal: back('kube-controller-manager'),
    expect: inconclusive,
    reason: /Deployment\/web.*controller/i,
  },
  {
    id: 'kubelet',
    name: 'kubelet stopped while the service is deployed',
    when: deploying,
    strike: (stand) => stand.inNode('systemctl', 'stop', 'kubelet'),
    heal: (stand) => stand.inNode('systemctl', 'start', 'kubelet'),
    expect: inconclusive,
    reason: /web.*kubelet/i,
  },
  {
    id: 'runtime',
    name: "node's disk for logs full: no pod can be started",
    before: (stand) =>
      stand.inNode(
        'sh',
        '-c',
        'mount -t tmpfs -o size=64k,nr_inodes=8 sg-fault /var/log/pods && touch /var/log/pods/a /var/log/pods/b /var/log/pods/c /var/log/pods/d /var/log/pods/e /var/log/pods/f /var/log/pods/g',
      ),
    heal: (stand) => stand.inNode('sh', '-c', 'umount -l /var/log/pods'),
    expect: inconclusive,
    reason: /space left/,
  },
  {
    id: 'api',
    name: 'API server gone for 30 s',
    when: deploying,
    strike: (stand) => {
      away('kube-apiserver')(stand);
      setTimeout(() => back('kube-apiserver')(stand), 30_000);
    },
    heal: back('kube-apiserver'),
    expect: ['inconclusive', 'promote'],
    reason: /API server/,
  },
  {
    id: 'pause',
    name: 'node paused',
    when: deploying,
    strike: (stand) => stand.engine('pause'),
    heal: (stand) => stand.engine('unpause'),
    expect: inconclusive,
    reason: /API server/,
  },
  {
    id: 'stop',
    name: 'node stopped',
    when: deploying,
    strike: (stand) => stand.engine('kill'),
    heal: (stand) => stand.engine('start'),
    expect: inconclusive,
    reason: /API server/,
  },
  {
    id: 'restart',
    name: 'node restarted',
    when: deploying,
    strike: (stand) => stand.engine('restart'),
    expect: ['inconclusive', 'promote'],
    reason: /API server|replicas/,
  },
  {
    id: 'terminating',
    name: 'namespace stuck in its deletion',
    before: (stand) => {
      stand.apply(
        { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'f-terminating' } },
        {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: 'held', namespace: 'f-terminating', finalizers: ['example.com/never'] },
        },
      );
      stand.kubectl('delete', 'namespace', 'f-terminating', '--wait=false');
    },
    after: (stand) => {
      stand.kubectl(
        'patch',
        'configmap',
        'held',
        '--namespace=f-terminating',
        '--type=merge',
        '--patch={"metadata":{"finalizers":null}}',
      );
      stand.kubectl('wait', '--for=delete', 'namespace/f-terminating', '--timeout=60s');
    },
    expect: inconclusive,
    reason: /f-terminating/,
  },
];
