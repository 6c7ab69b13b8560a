import { describe, expect, test } from '@jest/globals';
import { KubeClient } from '../../../src/adapters/kubernetes/client.js';
import { GateError } from '../../../src/domain/error.js';
import { discovery, type Reply, withApi } from './api-server.js';

const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web', namespace: 'shop' } };
const status = (code: number, reason: string, message: string): Reply => ({ status: code, json: { reason, message } });

describe('the client of the API server', () => {
  test('gives what is there, and undefined for what is not', async () => {
    await withApi([[/^GET \/version/, { json: { gitVersion: 'v1.34.4' } }]], async (client) => {
      expect(await client.get('/version')).toEqual({ gitVersion: 'v1.34.4' });
      expect(await client.get('/api/v1/nothing')).toBeUndefined();
      expect(await client.list('/api/v1/nothing')).toEqual([]);
    });
  });

  test.each<[string, Reply, string, string]>([
    ['403', status(403, 'Forbidden', 'nodes is forbidden'), 'API_REFUSED', '403 Forbidden: nodes is forbidden'],
    ['500', status(500, 'InternalError', 'etcd'), 'API_REFUSED', '500 InternalError: etcd'],
    ['503 without JSON', { status: 503, text: 'try later' }, 'API_REFUSED', '503 : try later'],
    ['an answer that is not JSON', { text: '<html>' }, 'API_UNREACHABLE', 'not JSON: <html>'],
    ['a connection that breaks', 'reset', 'API_UNREACHABLE', 'did not answer GET /api/v1/nodes'],
    ['no answer', 'hang', 'API_UNREACHABLE', 'no answer within 50 ms'],
  ])('throws for %s, in words that say what was asked', async (_, reply, code, words) => {
    await withApi([[/nodes/, reply]], async (client) => {
      await expect(client.get('/api/v1/nodes', { timeoutMs: 50 })).rejects.toMatchObject({
        code,
        message: expect.stringContaining(words),
      });
    });
  });

  test('nobody listens: API_UNREACHABLE; a kubeconfig that is not there: the same, with its name', async () => {
    const client = await withApi([], async (open) => open);
    await expect(client.get('/version')).rejects.toMatchObject({ code: 'API_UNREACHABLE' });
    await expect(KubeClient.open('/nowhere/kubeconfig')).rejects.toMatchObject({
      code: 'API_UNREACHABLE',
      message: expect.stringContaining('/nowhere/kubeconfig'),
    });
  });

  test('a cancelled request is CANCELLED, with the reason of the run', async () => {
    await withApi([[/nodes/, 'hang']], async (client) => {
      const cancel = new AbortController();
      const asked = client.get('/api/v1/nodes', { signal: cancel.signal });
      const reason = new GateError('CANCELLED', 'cancelled by SIGTERM', { hint: 'again' });
      cancel.abort(reason);
      await expect(asked).rejects.toBe(reason);
    });
  });
});

describe('server-side apply', () => {
  test('is strict, takes over its own fields, and goes to the path that discovery tells', async () => {
    await withApi([...discovery, [/^PATCH/, ({ body }) => ({ text: body })]], async (client, { asked }) => {
      expect(await client.apply(deployment)).toEqual(deployment);
      expect(asked.at(-1)?.url).toBe(
        '/apis/apps/v1/namespaces/shop/deployments/web?fieldManager=scale-gate&force=true&fieldValidation=Strict',
      );
    });
  });

  test.each<[string, Reply, number]>([
    ['an invalid object', status(422, 'Invalid', 'spec.replicas: Invalid value'), 422],
    ['an unknown field', status(400, 'BadRequest', 'unknown field "spec.replica"'), 400],
    ['a used-up quota', status(403, 'Forbidden', 'pods "web" is forbidden: exceeded quota: compute'), 403],
    ['a field of the wrong type', status(500, '', 'failed to create typed patch object: expected string'), 500],
  ])('gives the refusal of %s as data, in the server’s words', async (_, reply, code) => {
    await withApi([...discovery, [/^PATCH/, reply]], async (client) => {
      expect(await client.apply(deployment)).toMatchObject({ status: code, message: expect.any(String) });
    });
  });

  test.each<[string, Reply]>([
    [
      'missing rights of our own',
      status(403, 'Forbidden', 'deployments.apps "web" is forbidden: User "ci" cannot patch resource "deployments"'),
    ],
    ['a broken webhook', status(500, 'InternalError', 'failed calling webhook')],
    ['a token that is over', status(401, 'Unauthorized', 'Unauthorized')],
    ['too many requests', status(429, 'TooManyRequests', 'later')],
  ])('throws for %s, which says nothing of the object', async (_, reply) => {
    await withApi([...discovery, [/^PATCH/, reply]], async (client) => {
      await expect(client.apply(deployment)).rejects.toMatchObject({ code: 'API_REFUSED' });
    });
  });
});

describe('discovery', () => {
  test('is asked once, and again as long as a kind is not served', async () => {
    await withApi(discovery, async (client, server) => {
      const path = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };
      expect(await client.pathOf(path)).toBe('/apis/apps/v1/namespaces/default/deployments/web');
      await client.pathOf({ ...path, namespace: 'shop' });
      expect(server.asked).toHaveLength(1);
      const own = { apiVersion: 'shop.example/v1', kind: 'Shop', name: 'a' };
      await expect(client.pathOf(own)).rejects.toMatchObject({
        code: 'API_REFUSED',
        message: expect.stringContaining('shop.example/v1 Shop'),
      });
      server.routes = [
        [/^GET \/apis\/shop/, { json: { resources: [{ name: 'shops', kind: 'Shop', namespaced: false }] } }],
      ];
      expect(await client.pathOf(own)).toBe('/apis/shop.example/v1/shops/a');
    });
  });

  test('is not spoilt by an answer that failed', async () => {
    await withApi([[/apps/, status(503, '', 'later')]], async (client, server) => {
      const path = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };
      await expect(client.pathOf(path)).rejects.toMatchObject({ code: 'API_REFUSED' });
      server.routes = discovery;
      expect(await client.pathOf(path)).toContain('deployments/web');
    });
  });

  test('takes no subresource for a kind', async () => {
    await withApi(discovery, async (client) => {
      expect((await client.resource('v1', 'Pod')).name).toBe('pods');
    });
  });
});
