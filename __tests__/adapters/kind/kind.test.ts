import { createServer } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { findHostPort } from '../../../src/adapters/kind/host-port.js';
import { kindProvider } from '../../../src/adapters/kind/kind.js';
import { chooseNodeImage } from '../../../src/adapters/kind/node-image.js';
import type { ClusterProvider } from '../../../src/ports/cluster-provider.js';
import { type Answer, FakeCommands } from '../../fakes/commands.js';
import { FakeLog } from '../../fakes/log.js';

const { signal } = new AbortController();
const request = {
  name: 'sg-1',
  kubeconfig: '/tmp/sg/kubeconfig',
  nodes: 1,
  nodeImage: 'kindest/node:v1.34.4',
  hostPort: 41234,
  clocks: undefined,
  config: undefined,
};

function provider(answers: readonly (readonly [RegExp, Answer])[]): {
  clusters: ClusterProvider;
  commands: FakeCommands;
} {
  const commands = new FakeCommands(answers);
  return { commands, clusters: kindProvider(commands, 'kind', new FakeLog()) };
}

describe('kind', () => {
  test.each(['', '\n'])('has made no cluster where kind ends well and then tells of no node', async (stdout) => {
    const { clusters } = provider([
      [/^kind create cluster/, {}],
      [/^kind get nodes/, { stdout }],
    ]);
    await expect(clusters.create(request, signal)).rejects.toMatchObject({
      code: 'CLUSTER_NOT_READY',
      message: 'kind ended well, and cluster "sg-1" has no node',
    });
  });

  test('creates with a private kubeconfig, and gives the nodes that it then sees', async () => {
    const { clusters, commands } = provider([
      [/^kind create cluster/, {}],
      [/^kind get nodes/, { stdout: 'sg-1-worker\nsg-1-control-plane\n' }],
    ]);
    expect(await clusters.create(request, signal)).toEqual({
      name: 'sg-1',
      kubeconfig: '/tmp/sg/kubeconfig',
      context: 'kind-sg-1',
      ingress: 'http://127.0.0.1:41234',
      nodes: ['sg-1-control-plane', 'sg-1-worker'],
      ephemeral: true,
    });
    const [create] = commands.calls;
    expect(create?.args.join(' ')).toContain('--kubeconfig /tmp/sg/kubeconfig --config -');
    expect(JSON.parse(create?.input ?? '')).toMatchObject({ kind: 'Cluster' });
  });

  test.each([
    ['Bind for 127.0.0.1:80 failed: port is already allocated', 'PORT_TAKEN', '41234'],
    ['listen tcp4 127.0.0.1:80: bind: address already in use', 'PORT_TAKEN', '41234'],
    [
      'ERROR: failed to create cluster: failed to pull image "kindest/node:v9"',
      'IMAGE_MISSING',
      'kindest/node:v1.34.4',
    ],
    ['Error response from daemon: manifest unknown', 'IMAGE_MISSING', 'cannot be pulled'],
    ['ERROR: node(s) already exist for a cluster with the name "sg-1"', 'CLUSTER_EXISTS', 'sg-1'],
    [
      'noise\nERROR: failed to init node with kubeadm\nmore noise',
      'CLUSTER_NOT_READY',
      'failed to init node with kubeadm',
    ],
    ['', 'CLUSTER_NOT_READY', 'sg-1'],
  ])('tells from %j what kept it from being made: %s', async (stderr, code, words) => {
    const { clusters } = provider([[/^kind create/, { exitCode: 1, stderr }]]);
    await expect(clusters.create(request, signal)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words),
    });
  });

  test('is asked for its clusters, and a failure is no "none": what is not known is not made', async () => {
    const { clusters } = provider([[/^kind get clusters/, { stdout: 'other\nsg-1\n' }]]);
    expect(await clusters.exists('sg-1', signal)).toBe(true);
    expect(await clusters.exists('sg', signal)).toBe(false);
    const failing = provider([[/^kind get clusters/, { exitCode: 1, stderr: 'permission denied' }]]);
    await expect(failing.clusters.exists('sg-1', signal)).rejects.toMatchObject({
      code: 'COMMAND_FAILED',
      message: expect.stringContaining('permission denied'),
    });
  });

  test.each<[string, readonly (readonly [RegExp, Answer])[], string]>([
    ['no docker on the PATH', [[/^kind/, { stdout: '0.33.0' }]], 'ENGINE_MISSING'],
    [
      'an engine that does not answer',
      [[/^docker version/, { exitCode: 1, stderr: 'Cannot connect' }]],
      'ENGINE_MISSING',
    ],
    ['an engine that names no version', [[/^docker version/, { stdout: '\n' }]], 'ENGINE_MISSING'],
    ['no kind', [[/^docker version/, { stdout: '29.1' }]], 'TOOL_MISSING'],
    [
      'a kind that does not run',
      [
        [/^docker version/, { stdout: '29.1' }],
        [/^kind/, { exitCode: 126 }],
      ],
      'COMMAND_FAILED',
    ],
  ])('before anything is made, %s is said', async (_, answers, code) => {
    await expect(provider(answers).clusters.preflight(signal)).rejects.toMatchObject({ code });
  });

  test('tells the versions of what it needs', async () => {
    const { clusters } = provider([
      [/^docker version/, { stdout: '29.1\n' }],
      [/^kind version/, { stdout: '0.33.0\n' }],
    ]);
    expect(await clusters.preflight(signal)).toEqual(['Docker 29.1', 'kind 0.33.0']);
  });

  test('takes for a node that takes images only a running one whose containerd answers, and no load balancer', async () => {
    const { clusters } = provider([
      [/^docker ps/, { stdout: 'a control-plane\nb worker\nlb external-load-balancer\n' }],
      [/^docker exec a /, {}],
      [/^docker exec b /, { exitCode: 1 }],
    ]);
    expect(await clusters.nodesTakingImages('sg-1', signal)).toEqual(['a']);
  });

  test('streams images once into every node, and says which did not go in', async () => {
    const { clusters, commands } = provider([
      [/^docker save/, { stdout: 'tar' }],
      [/^docker exec -i a /, {}],
      [/^docker exec -i b /, { exitCode: 1, stderr: 'write: no space left on device' }],
    ]);
    await clusters.loadImages(['a'], ['shop:1'], signal);
    expect(commands.calls.map(({ input }) => input)).toEqual([undefined, 'tar']);
    await expect(clusters.loadImages(['a', 'b'], ['shop:1'], signal)).rejects.toMatchObject({
      message: expect.stringMatching(/shop:1 into a, b failed: write: no space left/),
    });
  });

  test('loads nothing where there is nothing, and knows what the engine holds', async () => {
    const { clusters, commands } = provider([
      [/^docker image inspect .*shop:1$/, { stdout: 'sha256:a\n' }],
      [/^docker image inspect/, { exitCode: 1 }],
    ]);
    await clusters.loadImages(['a'], [], signal);
    expect(commands.calls).toEqual([]);
    const held = await clusters.localImages(['shop:1', '--help'], signal);
    expect(held).toEqual([{ reference: 'shop:1', digest: 'sha256:a' }]);
    expect(commands.calls.every(({ args }) => args.at(-2) === '--')).toBe(true);
  });
});

describe('the node image', () => {
  const held = new FakeCommands([
    [/^docker image ls/, { stdout: 'v1.34.4\nv1.9.10\nv1.33.12\nv1.33.2\n<none>\nlatest\n' }],
  ]);
  test.each([
    [undefined, 'kindest/node:v1.34.4'],
    ['1.33', 'kindest/node:v1.33.12'],
    ['v1.33.2', 'kindest/node:v1.33.2'],
    ['1.3', 'kindest/node:v1.3'],
    ['1.30', 'kindest/node:v1.30'],
  ])('for version %s is %s', async (version, image) => {
    expect(await chooseNodeImage(held, version, signal)).toBe(image);
  });
});

describe('the host port', () => {
  test('is free when it is chosen, and refused when somebody has it', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const taken = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(findHostPort(taken)).rejects.toMatchObject({ code: 'PORT_TAKEN' });
    expect(await findHostPort(undefined)).not.toBe(taken);
    await new Promise((resolve) => server.close(resolve));
    expect(await findHostPort(taken)).toBe(taken);
  });
});
