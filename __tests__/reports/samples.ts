import type { Diagnostic } from '../../src/domain/diagnostic.js';
import type { Evidence } from '../../src/domain/evidence.js';
import type { Report, StageReport } from '../../src/domain/report.js';
import type { LoadData, LoadPoint, RedisData } from '../../src/domain/report-data.js';
import type { Requirement } from '../../src/domain/requirement.js';

const began = Date.parse('2026-11-21T20:00:00.000Z');
const time = (ms: number): string => new Date(began + ms).toISOString();

export function evidence(
  requirement: Requirement,
  claim: string,
  observed: string,
  more: Partial<Evidence> = {},
): Evidence {
  return { claim, requirement, verdict: 'pass', observed, source: 'GET /apis/apps/v1', at: time(60_000), ...more };
}

const slots = ['0-5460', '5461-10922', '10923-16383'];

export const redisData: RedisData = {
  topology: { shards: 3, replicasPerShard: 3 },
  nodes: Array.from({ length: 12 }, (_, i) => ({
    name: `redis-cluster-${i}`,
    role: i < 3 ? 'primary' : 'replica',
    shard: i % 3,
    slots: i < 3 ? (slots[i] ?? '') : '',
    host: `kind-worker${(i % 2) + 1}`,
    healthy: true,
  })),
  measured: {
    'cluster formed': '4.1 s',
    'failover, replica promoted after': '3.2 s',
    'acknowledged writes lost': '0 of 2113',
  },
};

/** Idle, load up to six replicas, cool-down, one look a second. */
export function timeline(peak: number): readonly LoadPoint[] {
  return Array.from({ length: 181 }, (_, second): LoadPoint => {
    const rate = second < 15 ? 0 : second < 30 ? (second - 15) * 12 : second < 100 ? 180 : 0;
    const up = second < 15 ? 1 : Math.min(peak, 1 + Math.floor((second - 15) / 12));
    const ready = second < 110 ? up : Math.max(1, peak - Math.floor((second - 110) / 10));
    const desired = Math.min(peak, second < 100 && second > 20 ? ready + 1 : ready);
    const cpu = rate === 0 ? 3 : Math.min(180, (rate * 1.4) / ready + (second % 7));
    return {
      ms: second * 1000,
      rate,
      bad: second > 30 && second < 34 ? 2 : 0,
      p95Ms: rate === 0 ? null : 20 + cpu,
      readyReplicas: ready,
      desiredReplicas: desired,
      predictedReplicas: second < 18 ? 1 : Math.min(peak, desired + (second === 50 ? 1 : 0)),
      cpuPercent: second % 5 === 3 ? null : cpu,
      predictedCpuPercent: rate === 0 ? 3 : Math.min(180, (rate * 1.4) / ready + 3),
    };
  });
}

export const loadData: LoadData = {
  autoscaler: 'HorizontalPodAutoscaler shop/session-shop',
  minReplicas: 1,
  maxReplicas: 6,
  targetCpuPercent: 60,
  phases: [
    { name: 'idle', fromMs: 0, toMs: 15_000 },
    { name: 'load', fromMs: 15_000, toMs: 100_000 },
    { name: 'cool-down', fromMs: 100_000, toMs: 180_000 },
  ],
  points: timeline(6),
  decisions: [
    {
      ms: 20_000,
      current: 1,
      observed: 2,
      predicted: 2,
      agrees: true,
      explanation: '118 % of 60 % over 1 pod: ceil(1.97) = 2',
    },
    {
      ms: 51_000,
      current: 4,
      observed: 5,
      predicted: 6,
      agrees: false,
      explanation: 'the port asks for 6 where the controller asked for 5',
    },
  ],
  predictions: [
    { what: 'first change up', expected: '4.0 s to 19.5 s', observed: '6.2 s', production: '24.0 s to 47.0 s' },
  ],
  forecast: 'at 90 requests/s (2× measured) 7 to 8 replicas for 810m ± 60m CPU',
  thresholds: [
    { text: 'error_rate<0.01', observed: '0.0006 of 13500 requests', verdict: 'pass' },
    { text: 'p(95)<500', observed: '143 ms over 85 s', verdict: 'pass' },
  ],
};

export function diagnostic(more: Partial<Diagnostic> = {}): Diagnostic {
  const at = { file: 'k8s/web.yaml', start: { line: 21, column: 9 }, end: { line: 21, column: 18 } };
  return {
    rule: 'hpa-requests-missing',
    severity: 'error',
    requirement: 'autoscaling',
    message: 'container "web" of Deployment shop/web requests no CPU, and HPA shop/web scales on it',
    remediation: 'Set resources.requests.cpu for every container of the pod.',
    at,
    object: 'Deployment/shop/web',
    related: [{ message: 'HPA shop/web scales Deployment shop/web', at: { ...at, file: 'k8s/hpa.yaml' } }],
    fingerprint: 'c0ffee',
    ...more,
  };
}

export function stage(
  name: StageReport['stage'],
  startMs: number,
  durationMs: number,
  more: Partial<StageReport> = {},
): StageReport {
  return {
    stage: name,
    verdict: 'pass',
    evidence: [],
    notes: [],
    startedAt: time(startMs),
    durationMs,
    ...more,
  };
}

const base: Report = {
  schema: 'scale-gate/report-v1',
  version: '0.1.0',
  run: 'sg-4711-1-0a1b2c',
  service: 'session-shop',
  subject: {
    commit: '3f1c9a7d2b6e4f508192a3b4c5d6e7f801928374',
    manifests: 'sha256:9b2f6d0c1e7a45d3',
    images: { 'session-shop:1.4.0': 'sha256:0d4c3b2a19f8' },
  },
  stages: [],
  skipped: [],
  decision: 'promote',
  reason: 'HPA shop/session-shop went 1 → 6 → 1 by real load, p(95) was 143 ms, and 12 Redis nodes agree',
  startedAt: time(0),
  durationMs: 214_000,
};

const lintPass = stage('lint', 0, 180, {
  evidence: [
    evidence(
      'containers',
      'the manifests keep the rules for: containers',
      '9 rules over 14 objects in 6 files: 0 errors, 1 warning',
      {
        source: 'k8s/web.yaml',
      },
    ),
    evidence('configuration', 'no secret is written into a manifest', '14 objects looked at, 0 secrets in clear text'),
  ],
  notes: [{ kind: 'advice', text: 'lint: 1 warning, listed in the report' }],
  data: {
    diagnostics: [
      diagnostic({
        severity: 'warning',
        rule: 'pdb-missing',
        requirement: 'horizontal-scaling',
        message: 'Deployment shop/web has no PodDisruptionBudget',
        remediation: 'Add one with maxUnavailable: 1.',
      }),
    ],
  },
});

const provisionPass = stage('provision', 200, 48_000, {
  evidence: [
    evidence('containers', 'every node is Ready', 'control-plane Ready after 21 s', { object: 'Node/control-plane' }),
    evidence('routing', 'the ingress answers through the mapped port', '404 by Traefik on 127.0.0.1:41873 after 33 s'),
  ],
  notes: [
    {
      kind: 'modified-for-ci',
      text: 'metrics-server scrapes every 10 s in place of 60 s, and the HPA syncs every 5 s in place of 15 s',
    },
  ],
});

const deployPass = stage('deploy', 48_200, 19_000, {
  evidence: [
    evidence('containers', 'the rollout is complete', '1 of 1 pods Available after 9 s', {
      object: 'Deployment/session-shop',
    }),
    evidence('routing', 'the external route answers', '200 on http://127.0.0.1:41873/ with Host shop.example', {
      object: 'Ingress/session-shop',
    }),
    evidence('exposure', 'Redis does not answer from outside', 'connection refused on all 3 ways tried', {
      object: 'Service/redis-cluster',
    }),
    evidence(
      'configuration',
      'the Secret reached the container',
      'key password of session-shop present, value not read',
      { object: 'Secret/session-shop' },
    ),
  ],
});

const redisPass = stage('redis', 48_200, 41_000, {
  evidence: [
    evidence('horizontal-scaling', 'every node sees every slot covered once', '12 of 12 views agree on 16384 slots', {
      object: 'StatefulSet/redis-cluster',
    }),
    evidence(
      'horizontal-scaling',
      'a replica takes over when its primary dies',
      'promoted after 3.2 s, 0 of 2113 acknowledged writes lost',
    ),
  ],
  data: redisData,
});

const loadPass = stage('load', 90_000, 118_000, {
  evidence: [
    evidence(
      'autoscaling',
      'the HPA scales up by load',
      '1 → 6 within 62 s; every one of 9 decisions is what the algorithm says',
      { object: 'HorizontalPodAutoscaler/session-shop' },
    ),
    evidence('autoscaling', 'the HPA scales back down', '6 → 1 within 55 s of the end of the load', {
      object: 'HorizontalPodAutoscaler/session-shop',
    }),
    evidence('horizontal-scaling', 'new pods take their share', '6 pods answered between 14 % and 19 % each'),
  ],
  data: loadData,
});

export const promoted: Report = {
  ...base,
  stages: [
    lintPass,
    provisionPass,
    deployPass,
    redisPass,
    loadPass,
    stage('promote', 213_000, 40, {
      evidence: [
        evidence('configuration', 'the evidence is about this subject', 'commit, manifests and 1 images are the same'),
      ],
    }),
  ],
};

export const rejected: Report = {
  ...base,
  decision: 'reject',
  reason: 'p(95) was 812 ms where p(95)<500 was asked, with HPA shop/session-shop at 4 of 6 replicas',
  stages: [
    lintPass,
    provisionPass,
    deployPass,
    { ...redisPass, data: { ...redisData, nodes: redisData.nodes.map((node, i) => ({ ...node, healthy: i !== 7 })) } },
    {
      ...loadPass,
      verdict: 'fail',
      evidence: [
        evidence(
          'autoscaling',
          'the HPA scales up by load',
          'only 4 of 6 replicas after 85 s: 2 pods Pending, 0/1 nodes have 200m CPU left',
          {
            verdict: 'fail',
            object: 'HorizontalPodAutoscaler/session-shop',
            remedy: 'Lower the CPU request or give the cluster more nodes (cluster.nodes).',
          },
        ),
        evidence('horizontal-scaling', 'p(95)<500', '812 ms over 85 s, 15300 samples', {
          verdict: 'fail',
          remedy: 'Look at the service: CPU was at 171 % of its request.',
        }),
      ],
      data: {
        ...loadData,
        points: timeline(4),
        thresholds: [{ text: 'p(95)<500', observed: '812 ms', verdict: 'fail' }],
      },
    },
  ],
};

export const inconclusive: Report = {
  ...base,
  decision: 'inconclusive',
  reason: 'metrics-server gave no sample for pod web-7f9c in 60 s, so the HPA could not be judged',
  stages: [
    lintPass,
    stage('provision', 200, 92_000, {
      verdict: 'inconclusive',
      error: {
        code: 'ADDON_NOT_READY',
        message: 'metrics-server is not ready after 60 s: 0 of 1 pods Ready',
        hint: 'Look at its log in the report; run again with cluster.timeout: 10m on a slow machine.',
        facts: { 'last seen': 'Pod metrics-server-5d9f: ImagePullBackOff', limit: '60 s' },
      },
    }),
  ],
  skipped: [
    { stage: 'deploy', reason: 'provision is inconclusive' },
    { stage: 'redis', reason: 'provision is inconclusive' },
    { stage: 'load', reason: 'provision is inconclusive' },
  ],
};

/** Text that tries to be more than text, in every place where foreign text comes. */
export const hostileText =
  '</script><img src=x onerror=alert(1)> |`x`| [a](http://evil.example) @octocat #12 **b** \u001b[31m\u202e\u0000 & "\' ``` \n\n# head\n::error::x';

export function hostile(): Report {
  const evil = evidence('routing', hostileText, hostileText, {
    verdict: 'fail',
    object: hostileText,
    source: hostileText,
    remedy: hostileText,
  });
  const nodes = redisData.nodes.map((node) => ({ ...node, name: hostileText, host: hostileText, slots: hostileText }));
  return {
    ...base,
    service: hostileText,
    reason: hostileText,
    run: hostileText,
    subject: { commit: hostileText, manifests: hostileText, images: { [hostileText]: hostileText } },
    decision: 'reject',
    stages: [
      stage('lint', 0, 10, {
        verdict: 'fail',
        evidence: [evil],
        notes: [{ kind: 'advice', text: hostileText }],
        data: {
          diagnostics: [
            diagnostic({
              message: hostileText,
              remediation: hostileText,
              object: hostileText,
              at: { ...diagnostic().at, file: hostileText },
            }),
          ],
        },
      }),
      stage('redis', 10, 10, {
        verdict: 'fail',
        evidence: [evil],
        data: { ...redisData, nodes, measured: { [hostileText]: hostileText } },
      }),
      stage('load', 20, 10, {
        verdict: 'inconclusive',
        error: { code: 'LOAD_FAILED', message: hostileText, hint: hostileText, facts: { [hostileText]: hostileText } },
        data: {
          ...loadData,
          autoscaler: hostileText,
          phases: [{ name: hostileText, fromMs: 0, toMs: 9 }],
          thresholds: [{ text: hostileText, observed: hostileText, verdict: 'fail' }],
        },
      }),
    ],
    skipped: [{ stage: 'promote', reason: hostileText }],
  };
}
