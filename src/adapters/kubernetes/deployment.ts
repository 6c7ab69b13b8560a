import { GateError } from '../../domain/error.js';
import type { JsonObject } from '../../manifests/manifest.js';
import type { Applied, Deployment } from '../../ports/deployment.js';
import { isRefusal, type KubeClient } from './client.js';
import { exposuresOf, imagesOf } from './namespace-view.js';
import type { EndpointSlice, KubeObject } from './objects.js';
import { rolloutOf } from './rollout.js';

const OWNED = { 'app.kubernetes.io/managed-by': 'scale-gate' };

/** Puts objects into a cluster by server-side apply. */
export function kubernetesDeployment(client: KubeClient): Deployment {
  return {
    async hasNamespace(name, signal) {
      return (await client.get(`/api/v1/namespaces/${name}`, { signal })) !== undefined;
    },

    async namespace(name, labels, signal) {
      await must(
        client,
        { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { ...OWNED, ...labels } } },
        signal,
      );
    },

    async secret(namespace, name, entries, signal) {
      const data = Object.fromEntries(
        Object.entries(entries).map(([key, value]) => [key, Buffer.from(value.reveal()).toString('base64')]),
      );
      const secret = {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name, namespace, labels: OWNED },
        type: 'Opaque',
        data,
      };
      await must(client, secret, signal);
    },

    async apply(objects, namespace, signal) {
      const applied: Applied[] = [];
      for (const object of objects) applied.push(await applyOne(client, object, namespace, signal));
      return applied;
    },

    rollout: (workload, signal) => rolloutOf(client, workload, signal),

    async readyEndpoints(namespace, service, signal) {
      const path = `/apis/discovery.k8s.io/v1/namespaces/${namespace}/endpointslices`;
      const slices = await client.list<EndpointSlice>(
        path,
        { labelSelector: `kubernetes.io/service-name=${service}` },
        { signal },
      );
      // The slice of a Service that selects nothing has null for its list.
      const ready = slices.flatMap(({ endpoints }) =>
        (endpoints ?? []).filter(({ conditions }) => conditions?.ready !== false),
      );
      return new Set(ready.flatMap(({ addresses }) => addresses)).size;
    },

    exposures: (namespace, signal) => exposuresOf(client, namespace, signal),
    images: (namespace, signal) => imagesOf(client, namespace, signal),
  };
}

async function must(client: KubeClient, object: KubeObject, signal: AbortSignal): Promise<void> {
  const answer = await client.apply(object, { signal });
  if (!isRefusal(answer)) return;
  throw new GateError('API_REFUSED', `the cluster refused ${object.kind}/${object.metadata.name}: ${answer.message}`, {
    hint: 'Give the kubeconfig user the right to make it, or name a namespace that exists.',
  });
}

/**
 * A kind that is not served is the manifests' fault, and told like any other refusal. An answer that is not about the
 * object (an expired token, a server that is overloaded, a webhook that is down) is nobody's evidence, and thrown.
 */
async function applyOne(
  client: KubeClient,
  object: JsonObject,
  namespace: string,
  signal: AbortSignal,
): Promise<Applied> {
  const named = object as unknown as KubeObject;
  // Manifests may be anything; without a name there is no path to apply them at.
  if (named.metadata?.name === undefined) return { object: String(named.kind), refusal: 'it has no metadata.name' };
  const { apiVersion, kind } = named;
  const name = `${kind}/${named.metadata.name}`;
  const resource = await client.served(apiVersion, kind, { signal });
  if (resource === undefined) return { object: name, refusal: `the cluster serves no ${apiVersion} ${kind}` };
  const metadata = resource.namespaced
    ? { ...named.metadata, namespace: named.metadata.namespace ?? namespace }
    : named.metadata;
  const answer = await client.apply({ ...named, metadata }, { signal });
  return { object: name, refusal: isRefusal(answer) ? answer.message : undefined };
}
