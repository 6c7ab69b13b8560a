import type { Defect } from '../defect.js';

const env = (entry: string): readonly [string, string, string] => [
  'deployment.yaml',
  '          readinessProbe:\n            httpGet: { path: /readyz, port: http }',
  `          env:\n            - ${entry}\n          readinessProbe:\n            httpGet: { path: /readyz, port: http }`,
];

/** What a service is told by its environment: missing, or shown to everybody. */
export const configuration: readonly Defect[] = [
  {
    name: 'the Secret is nowhere',
    base: 'podinfo',
    change: [env('{ name: TOKEN, valueFrom: { secretKeyRef: { name: podinfo-token, key: token } } }')],
    until: 'deploy',
    expect: { decision: 'reject', stage: 'deploy', reason: /Deployment\/podinfo.*podinfo-token/ },
  },
  {
    name: 'the Secret has not the key',
    base: 'podinfo',
    change: [env('{ name: TOKEN, valueFrom: { secretKeyRef: { name: podinfo, key: token } } }')],
    add: 'apiVersion: v1\nkind: Secret\nmetadata: { name: podinfo }\nstringData: { tokens: placeholder }\n',
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /podinfo.*token/ },
  },
  {
    name: 'the ConfigMap is nowhere',
    base: 'shop',
    change: [['deployment.yaml', 'configMapRef: { name: session-shop }', 'configMapRef: { name: shop-settings }']],
    until: 'deploy',
    expect: { decision: 'reject', stage: 'deploy', reason: /Deployment\/session-shop.*shop-settings/ },
  },
  {
    name: 'the ConfigMap has not the key',
    base: 'shop',
    change: [
      [
        'deployment.yaml',
        '          env:\n',
        '          env:\n            - name: GREETING\n              valueFrom: { configMapKeyRef: { name: session-shop, key: GREETING } }\n',
      ],
    ],
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /session-shop.*GREETING/ },
  },
  {
    name: 'a password is written into the environment',
    base: 'podinfo',
    change: [env('{ name: DB_PASSWORD, value: hunter2-Xk29fQ7pLw }')],
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /podinfo.*DB_PASSWORD/ },
  },
  {
    name: 'a password is written into a ConfigMap',
    base: 'shop',
    change: [['configuration.yaml', '  REDIS_HOST:', '  REDIS_PASSWORD: Xk29fQ7pLw-3m\n  REDIS_HOST:']],
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /session-shop.*REDIS_PASSWORD/ },
  },
  {
    name: 'a password is written into the arguments',
    base: 'podinfo',
    change: [
      ['deployment.yaml', '          ports:', '          args: [--db-password=Xk29fQ7pLw-3m]\n          ports:'],
    ],
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /podinfo/ },
  },
  {
    name: 'the ServiceAccount is nowhere',
    base: 'podinfo',
    change: [['deployment.yaml', '      containers:', '      serviceAccountName: podinfo\n      containers:']],
    until: 'deploy',
    expect: { decision: 'reject', stage: 'deploy', reason: /Deployment\/podinfo.*serviceaccount/ },
  },
  {
    name: 'the volume claim is nowhere',
    base: 'podinfo',
    change: [
      [
        'deployment.yaml',
        '      containers:',
        '      volumes: [{ name: data, persistentVolumeClaim: { claimName: podinfo-data } }]\n      containers:',
      ],
    ],
    until: 'deploy',
    expect: { decision: 'reject', stage: 'deploy', reason: /Deployment\/podinfo.*podinfo-data/ },
  },
  {
    name: 'a field is misspelt',
    base: 'podinfo',
    change: [['deployment.yaml', 'readinessProbe:', 'readynessProbe:']],
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /readynessProbe/ },
  },
  {
    name: 'the API version is no longer served',
    base: 'podinfo',
    change: [['scaling.yaml', 'autoscaling/v2', 'autoscaling/v2beta2']],
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /autoscaling\/v2beta2/ },
  },
  {
    name: 'the selector does not match the template',
    base: 'podinfo',
    change: [['deployment.yaml', 'matchLabels: { app: podinfo }', 'matchLabels: { app: podinfo, tier: web }']],
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /podinfo/ },
  },
  {
    name: 'an environment value is a number',
    base: 'podinfo',
    change: [env('{ name: WORKERS, value: 4 }')],
    until: 'lint',
    expect: { decision: 'reject', stage: 'lint', reason: /value.*(number|string)/ },
  },
];
