/**
 * Input sets whose objects all have to do with each other: what looks at pairs of them needs the square of their number. Each
 * gives the text for a size; about 6,000 objects are 2 to 3 MB.
 */

const documents = (count: number, one: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => one(index)).join('---\n');

const pods = (labels: string, container = ''): string =>
  `{metadata: {labels: ${labels}}, spec: {containers: [{name: web, image: "web:1"${container}}]}}`;

const deployment = (name: string, labels = '{app: web}', container = ''): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: ${name}}\nspec:\n  replicas: 2\n  selector: {matchLabels: ${labels}}\n  template: ${pods(labels, container)}\n`;

const service = (name: string, selector = '{app: web}', rest = '', ports = '[{port: 80, targetPort: http}]') =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}}\nspec: {selector: ${selector}, ports: ${ports}${rest}}\n`;

const ingress = (name: string, host: string, to = 'web', path = '/') =>
  `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: ${name}}\nspec:\n  rules:\n  - host: ${host}\n    http: {paths: [{path: ${path}, pathType: Prefix, backend: {service: {name: ${to}, port: {number: 80}}}}]}\n`;

const scaler = (name: string, target: string, kind = 'Deployment') =>
  `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: ${name}}\nspec:\n  scaleTargetRef: {apiVersion: apps/v1, kind: ${kind}, name: ${target}}\n  minReplicas: 2\n  maxReplicas: 4\n`;

const policy = (name: string, spec: string) =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: ${name}}\nspec: {${spec}}\n`;

const budget = (name: string, selector = '{matchLabels: {app: web}}') =>
  `apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: ${name}}\nspec: {minAvailable: 99%, selector: ${selector}}\n`;

const configMap = (name: string, lines: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\ndata:\n${lines}`;

const pod = (name: string, spec: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, labels: {app: web}}\nspec:\n${spec}`;

const lines = (count: number, one: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => one(index)).join('');
const join = (...texts: readonly string[]) => texts.join('---\n');
/** Names that differ by letters, as names of people's services do. */
const word = (index: number): string =>
  index
    .toString(26)
    .replaceAll(/[0-9a-p]/g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)))
    .padStart(4, 'a');

/** By name: a function from a number of objects to the text of a set. */
export const hostileSets: Readonly<Record<string, (objects: number) => string>> = {
  'services and deployments of one label': (n) =>
    join(
      documents(n / 2, (i) => service(`s${i}`)),
      documents(n / 2, (i) => deployment(`d${i}`)),
    ),
  'services and deployments of many labels': (n) => {
    const labels = Array.from({ length: 8 }, (_, bit) => `l${bit}: x`);
    return join(
      documents(n / 2, (i) =>
        service(`s${i}`, `{${labels.filter((_, bit) => ((i + 1) >> bit) & 1 || bit === 0).join(', ')}}`),
      ),
      documents(n / 2, (i) => deployment(`d${i}`, `{${labels.join(', ')}, own: d${i}}`)),
    );
  },
  'services that select nothing': (n) =>
    join(
      documents(n / 2, (i) => service(`s${i}`, `{app: web, tier: t${i}}`)),
      documents(n / 2, (i) => deployment(`d${i}`, `{app: d${i}, tier: x}`)),
    ),
  'load balancers of one label': (n) =>
    join(
      documents(n / 2, (i) => service(`s${i}`, '{app: web}', ', type: LoadBalancer', '[{port: 80, targetPort: 6379}]')),
      documents(n / 2, (i) => deployment(`d${i}`, '{app: web}', ', ports: [{containerPort: 6379}]')),
    ),
  'ingresses of one host': (n) =>
    join(
      service('web'),
      deployment('web'),
      documents(n, (i) => ingress(`i${i}`, 'shop.example.com')),
    ),
  'ingresses to services that are not there': (n) =>
    join(
      documents(n / 2, (i) => service(`web-${word(i)}-x`)),
      documents(n / 2, (i) => ingress(`i${i}`, `h${i}.example.com`, `api-${word(i)}-y`)),
    ),
  'ingresses to many pods': (n) =>
    join(
      service('web'),
      documents(n / 2, (i) => ingress(`i${i}`, `h${i}.example.com`)),
      documents(n / 2, (i) => deployment(`d${i}`)),
      policy('none', 'podSelector: {}'),
    ),
  'policies that isolate all': (n) =>
    join(
      documents(n / 2, (i) =>
        policy(
          `p${i}`,
          `podSelector: {}, policyTypes: [Ingress, Egress], egress: [{to: [{podSelector: {matchLabels: {app: a${i}}}}]}]`,
        ),
      ),
      documents(n / 2, (i) => deployment(`d${i}`)),
      service('web', '{app: web}', ', type: NodePort'),
    ),
  'policies that say the same': (n) =>
    join(
      documents(n / 2, (i) =>
        policy(
          `p${i}`,
          'podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [{to: [{podSelector: {}}]}]',
        ),
      ),
      documents(n / 2, (i) => deployment(`d${i}`)),
    ),
  'budgets of one label': (n) =>
    join(
      documents(n / 2, (i) => budget(`b${i}`)),
      documents(n / 2, (i) => deployment(`d${i}`)),
    ),
  'budgets and scalers of one label': (n) =>
    join(
      documents(n / 3, (i) => budget(`b${i}`)),
      documents(n / 3, (i) => deployment(`d${i}`)),
      documents(n / 3, (i) => scaler(`h${i}`, `d${i}`)),
    ),
  'scalers of one target': (n) =>
    join(
      deployment('web'),
      documents(n, (i) => scaler(`h${i}`, 'web')),
    ),
  'scalers of one target with many containers': (n) =>
    join(
      pod('p', '  containers: []\n'),
      `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata: {labels: {app: web}}\n    spec:\n      containers:\n${lines(n / 10, (i) => `      - {name: c${i}, image: "web:1"}\n`)}`,
      documents(n, (i) => scaler(`h${i}`, 'web')),
    ),
  'scalers of targets that are not there': (n) =>
    join(
      documents(n / 2, (i) => deployment(`web-${word(i)}-x`, `{app: d${i}}`)),
      documents(n / 2, (i) => scaler(`h${i}`, `api-${word(i)}-y`)),
    ),
  'scalers, and others that scale the same': (n) =>
    join(
      deployment('web'),
      documents(n / 3, (i) => scaler(`h${i}`, 'web')),
      documents(
        n / 3,
        (i) =>
          `apiVersion: keda.sh/v1alpha1\nkind: ScaledObject\nmetadata: {name: k${i}}\nspec: {scaleTargetRef: {name: other}}\n`,
      ),
      documents(
        n / 3,
        (i) =>
          `apiVersion: autoscaling.k8s.io/v1\nkind: VerticalPodAutoscaler\nmetadata: {name: v${i}}\nspec: {targetRef: {kind: Deployment, name: web}, resourcePolicy: {containerPolicies: [{controlledResources: [memory]}]}}\n`,
      ),
    ),
  'quotas and scalers': (n) =>
    join(
      deployment('web', '{app: web}', ', resources: {requests: {cpu: 1}}'),
      documents(n / 2, (i) => scaler(`h${i}`, 'web')),
      documents(n / 2, (i) => `apiVersion: v1\nkind: ResourceQuota\nmetadata: {name: q${i}}\nspec: {hard: {cpu: 1}}\n`),
    ),
  'limit ranges and pods': (n) =>
    join(
      documents(
        n / 3,
        (i) => `apiVersion: v1\nkind: LimitRange\nmetadata: {name: l${i}}\nspec: {limits: [{type: Pod}]}\n`,
      ),
      documents(n / 3, (i) => deployment(`d${i}`)),
      documents(n / 3, (i) => scaler(`h${i}`, `d${i}`)),
    ),
  'secrets that are not there': (n) =>
    join(
      documents(n / 2, (i) => `apiVersion: v1\nkind: Secret\nmetadata: {name: web-${word(i)}-x}\ntype: Opaque\n`),
      pod(
        'web',
        `  containers:\n  - name: web\n    image: "web:1"\n    env:\n${lines(n / 2, (i) => `    - {name: E${i}, valueFrom: {secretKeyRef: {name: api-${word(i)}-y, key: a}}}\n`)}`,
      ),
    ),
  'namespaces with certificates': (n) =>
    documents(
      n,
      (i) =>
        `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: web, namespace: n${i}, annotations: {cert-manager.io/issuer: x}}\nspec: {tls: [{secretName: tls, hosts: [a]}]}\n`,
    ),
  'one config map of many keys, each wrong': (n) =>
    configMap(
      'web',
      lines(n * 4, (i) => `  "k ${i}": ghp_${'a'.repeat(36)}\n`),
    ),
  'keys that are not in one config map': (n) =>
    join(
      configMap(
        'web',
        lines(n * 2, (i) => `  web-${word(i)}-x: v\n`),
      ),
      pod(
        'web',
        `  containers:\n  - name: web\n    image: "web:1"\n    env:\n${lines(n, (i) => `    - {name: E${i}, valueFrom: {configMapKeyRef: {name: web, key: api-${word(i)}-y}}}\n`)}`,
      ),
    ),
  'variables of many sources': (n) =>
    join(
      configMap(
        'web',
        lines(n, (i) => `  K${i}: v\n`),
      ),
      pod(
        'web',
        `  containers:\n  - name: web\n    image: "web:1"\n    envFrom:\n${lines(n, () => '    - {configMapRef: {name: web}}\n')}    env:\n${lines(n, (i) => `    - {name: K${i}, value: v}\n`)}`,
      ),
    ),
  'variables that use variables': (n) =>
    pod(
      'web',
      `  containers:\n  - name: web\n    image: "web:1"\n    env:\n${lines(n * 3, (i) => `    - {name: WEB_${word(i)}, value: $(API_${word(i)})}\n`)}`,
    ),
  'volumes, mounts and devices': (n) =>
    pod(
      'web',
      `  containers:\n  - name: web\n    image: "web:1"\n    volumeMounts:\n${lines(n, (i) => `    - {name: v${i}, mountPath: /v${i}}\n`)}    volumeDevices:\n${lines(n, (i) => `    - {name: d${i}, devicePath: /d${i}}\n`)}  volumes:\n${lines(n, (i) => `  - {name: v${i}, configMap: {name: c${i}}}\n`)}`,
    ),
  'containers of one pod': (n) =>
    join(
      service('web'),
      pod(
        'web',
        `  containers:\n${lines(n * 2, (i) => `  - {name: c${i}, image: "redis:7", ports: [{containerPort: ${(i % 60000) + 1}, name: http}], args: [--cluster-enabled, "yes"]}\n`)}`,
      ),
    ),
  'ports of services and pods': (n) =>
    join(
      documents(n / 40, (i) =>
        service(
          `s${i}`,
          '{app: web}',
          '',
          `[${lines(20, (port) => `{port: ${port + 1}, name: p${port}, targetPort: q${port}},`)}]`,
        ),
      ),
      documents(n / 2, (i) =>
        deployment(`d${i}`, '{app: web}', `, ports: [{containerPort: ${(i % 60000) + 1}, name: p${i}}]`),
      ),
    ),
  'nodes of Redis Cluster and who asks them': (n) =>
    join(
      configMap('redis', `  redis.conf: |\n${lines(n, (i) => `    save ${i} 1\n`)}    cluster-enabled yes\n`),
      documents(
        n / 4,
        (i) =>
          `apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: r${i}}\nspec:\n  serviceName: s\n  selector: {matchLabels: {app: redis}}\n  template:\n    metadata: {labels: {app: redis}}\n    spec:\n      containers: [{name: redis, image: "redis:7"}]\n      volumes: [{name: c, configMap: {name: redis}}]\n`,
      ),
      documents(n / 4, (i) => service(`redis${i}`, '{app: redis}')),
      documents(n / 4, (i) => deployment(`d${i}`, '{app: web}', `, env: [{name: R, value: "redis${i}.default.svc"}]`)),
    ),
  'service monitors': (n) =>
    join(
      documents(n / 2, (i) => service(`s${i}`)),
      documents(
        n / 2,
        (i) =>
          `apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {name: m${i}}\nspec: {selector: {matchLabels: {app: m${i}}}}\n`,
      ),
    ),
  'routes into other namespaces': (n) =>
    join(
      documents(
        n / 2,
        (i) =>
          `apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: r${i}}\nspec: {parentRefs: [{name: g}], rules: [{backendRefs: [{name: web, namespace: other, port: 80}]}]}\n`,
      ),
      documents(
        n / 2,
        (i) =>
          `apiVersion: gateway.networking.k8s.io/v1beta1\nkind: ReferenceGrant\nmetadata: {name: g${i}, namespace: other}\nspec: {from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: default}], to: [{group: "", kind: Service, name: s${i}}]}\n`,
      ),
    ),
  'one route of many parents and backends': (n) =>
    `apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: r}\nspec:\n  parentRefs:\n${lines(n, (i) => `  - {name: g${i}}\n`)}  rules:\n  - backendRefs:\n${lines(n, (i) => `    - {name: s${i}, port: 80}\n`)}`,
  'hosts and certificates of one ingress': (n) =>
    `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: web}\nspec:\n  tls:\n${lines(n, (i) => `  - {hosts: [t${i}.example.com], secretName: web-${word(i)}-x}\n`)}  rules:\n${lines(n, (i) => `  - {host: h${i}.example.com}\n`)}`,
  'ignores of one file': (n) => documents(n, (i) => `# scale-gate-ignore image-tag: a reason\n${deployment(`d${i}`)}`),
  'ignores by annotation': (n) =>
    documents(
      n,
      (i) =>
        `apiVersion: v1\nkind: Pod\nmetadata: {name: p${i}, annotations: {scale-gate.io/ignore-image-tag: a reason}}\nspec: {containers: [{name: web, image: web}]}\n`,
    ),
  'keys that are there twice': (n) =>
    configMap(
      'web',
      lines(n * 4, () => '  a: b\n'),
    ),
  'unknown fields of one object': (n) =>
    pod(
      'web',
      lines(n * 4, (i) => `  field${i}: 1\n`),
    ),
  'resources and claims of one container': (n) =>
    pod(
      'web',
      `  containers:\n  - name: web\n    image: "web:1"\n    resources:\n      limits: {${lines(n, (i) => `x.io/r${i}: 1, `)}}\n      claims:\n${lines(n, (i) => `      - {name: c${i}}\n`)}`,
    ),
  'spread, terms and node ports': (n) =>
    join(
      pod(
        'web',
        `  containers: [{name: web, image: "web:1"}]\n  topologySpreadConstraints:\n${lines(n, (i) => `  - {maxSkew: 1, topologyKey: k${i}, whenUnsatisfiable: DoNotSchedule}\n`)}`,
      ),
      service(
        'web',
        '{app: web}',
        ', type: NodePort',
        `[${lines(n, (i) => `{port: ${i + 1}, name: p${i}, nodePort: ${30000 + (i % 2767)}},`)}]`,
      ),
    ),
  'long lines of a config file': (n) =>
    configMap(
      'web',
      `  a.conf: |\n    key: x${' '.repeat(n * 20)}y\n    save x${' '.repeat(n * 20)}y\n  b: ${'a-'.repeat(n * 8)}\n  c: ${'eyJ-'.repeat(n * 4)}\n`,
    ),
};
