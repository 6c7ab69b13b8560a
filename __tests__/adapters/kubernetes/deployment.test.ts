import { describe, expect, test } from '@jest/globals';
import { kubernetesDeployment } from '../../../src/adapters/kubernetes/deployment.js';
import { type Reply, type Routes, withApi } from './api-server.js';

const { signal } = new AbortController();
const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' } };
const groups: Routes = [
  [/^GET \/apis\/apps\/v1$/, { json: { resources: [{ name: 'deployments', kind: 'Deployment', namespaced: true }] } }],
];

const applying = (reply: Reply, routes: Routes = groups) =>
  withApi([...routes, [/^PATCH/, reply]], (client) => kubernetesDeployment(client).apply([deployment], 'shop', signal));

describe('an object that is applied', () => {
  test.each<[string, number, string]>([
    ['is invalid', 422, 'Deployment.apps "web" is invalid'],
    ['is refused by a policy', 403, 'admission policy denied: not wanted here'],
    ['is over a quota', 403, 'exceeded quota: small'],
    ['has a field of the wrong type', 500, 'failed to create typed patch object: expected string'],
  ])('and %s is the manifests’ fault', async (_, status, message) => {
    const applied = await applying({ status, json: { reason: 'R', message } });
    expect(applied).toEqual([{ object: 'Deployment/web', refusal: message }]);
  });

  test('of a kind that is not served is the manifests’ fault', async () => {
    const applied = await applying({}, [[/^GET \/apis\/apps\/v1$/, { json: { resources: [] } }]]);
    expect(applied).toEqual([{ object: 'Deployment/web', refusal: 'the cluster serves no apps/v1 Deployment' }]);
  });

  test.each<[string, number, string]>([
    ['the token has expired', 401, 'Unauthorized'],
    ['the user may not', 403, 'User "dev" cannot patch resource "deployments"'],
    ['the server is busy', 429, 'too many requests'],
    ['somebody else writes it', 409, 'Operation cannot be fulfilled: the object has been modified'],
    ['what was asked for has expired', 410, 'Gone'],
    ['a proxy wants a password', 407, 'Proxy Authentication Required'],
    ['a proxy waited in vain', 408, 'Request Timeout'],
    ['a proxy leads elsewhere', 302, 'Found'],
    ['etcd does not answer', 500, 'etcdserver: request timed out'],
    ['a webhook is down', 500, 'failed calling webhook "v.example.com": connection refused'],
  ])('while %s says nothing about the service', async (_, status, message) => {
    await expect(applying({ status, json: { reason: 'R', message } })).rejects.toMatchObject({
      code: 'API_REFUSED',
      message: expect.stringContaining(message),
    });
  });

  test.each([400, 403, 404])(
    'while a page with status %s is answered says nothing about the service',
    async (status) => {
      const page = '<html><body>sign in</body></html>';
      await expect(applying({ status, text: page })).rejects.toMatchObject({ code: 'API_REFUSED' });
    },
  );

  test.each([401, 500, 503])('while discovery answers %s says nothing about the service', async (status) => {
    const routes: Routes = [[/^GET \/apis\/apps\/v1$/, { status, json: { message: 'gone' } }]];
    await expect(applying({}, routes)).rejects.toMatchObject({ code: 'API_REFUSED' });
  });
});

test.each([
  ['null, as of a Service that selects nothing', null, 0],
  ['empty', [], 0],
  ['two, of which one is not ready', [{ addresses: ['a'] }, { addresses: ['b'], conditions: { ready: false } }], 1],
])('endpoints that are %s are counted', async (_, endpoints, count) => {
  const ready = await withApi([[/endpointslices/, { json: { items: [{ endpoints }] } }]], (client) =>
    kubernetesDeployment(client).readyEndpoints('shop', 'web', signal),
  );
  expect(ready).toBe(count);
});
