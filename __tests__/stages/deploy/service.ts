import { readManifests } from '../../../src/manifests/read.js';
import type { DeploySpec } from '../../../src/stages/deploy/spec.js';

/** A small service as people write it: routed web, internal db, HPA. */
export const serviceText = `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web }
spec:
  rules:
    - host: shop.example.com
      http:
        paths:
          - { path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec: { minReplicas: 1, maxReplicas: 4, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: 'shop:1' }] }
---
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web }, ports: [{ port: 80 }] }
---
apiVersion: v1
kind: Service
metadata: { name: db }
spec: { selector: { app: db }, ports: [{ port: 5432 }] }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: web }
`;

export function specOf(text: string = serviceText, changes: Partial<DeploySpec> = {}): DeploySpec {
  return {
    cluster: { name: 'sg', kubeconfig: '/tmp/none', ingress: 'http://127.0.0.1:1', nodes: ['a'], ephemeral: true },
    namespace: 'shop',
    manifests: readManifests('k8s/web.yaml', text).manifests,
    images: {},
    loadedImages: ['shop:1'],
    downscaleWindowSeconds: undefined,
    probe: { host: 'shop.example.com', path: '/', status: undefined },
    timeoutSeconds: 60,
    ...changes,
  };
}
