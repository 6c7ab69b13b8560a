import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

const deploying = /▸ deploy/;
const inconclusive = ['inconclusive'];
const read = (file) => readFileSync(file, 'utf8');
/** Only what a fault made below the folder of its own round. */
const remove = (target) => rmSync(target, { recursive: true, force: true });

/** What is wrong with this machine, with the kubeconfig, or with whoever started the run. */
export const ofTheHost = [
  { id: 'none', name: 'nothing: the control', expect: ['promote'] },
  {
    id: 'stdin',
    name: 'stdin closed',
    launch: ({ env, stdio, args }) =>
      spawn('sh', ['-c', 'exec "$@" <&-', 'sh', process.execPath, ...args], { env, stdio }),
    expect: ['promote'],
  },
  {
    id: 'kubeconfig',
    name: 'kubeconfig that is none',
    args: (_, state) => {
      writeFileSync(path.join(state, 'reports.yaml'), '{{{');
      return ['--cluster-kubeconfig', path.join(state, 'reports.yaml')];
    },
    after: (_, state) => remove(path.join(state, 'reports.yaml')),
    expect: ['inconclusive', 'invalid input'],
    reason: /reports\.yaml/,
    bundle: false,
  },
  {
    id: 'other-port',
    name: 'kubeconfig to a port on which nobody listens',
    args: (stand, state) => {
      const file = path.join(state, 'tmp', 'k');
      writeFileSync(file, read(stand.kubeconfig).replace(/(server: https:\/\/127\.0\.0\.1:)\d+/, '$19'));
      return ['--cluster-kubeconfig', file];
    },
    after: (_, state) => remove(path.join(state, 'tmp', 'k')),
    expect: inconclusive,
    reason: /127\.0\.0\.1:9/,
  },
  {
    id: 'twice',
    name: 'Ctrl-C twice',
    when: /applied \d+ objects/,
    strike: (_, child) => {
      child.kill('SIGINT');
      setTimeout(() => child.kill('SIGINT'), 200);
    },
    expect: ['ended (130)', 'inconclusive'],
    bundle: false,
  },
  {
    id: 'hangup',
    name: 'terminal closed',
    when: /applied \d+ objects/,
    strike: (_, child) => child.kill('SIGHUP'),
    expect: inconclusive,
    reason: /cancelled/,
    bundle: false,
  },
  {
    id: 'parent',
    name: 'whoever reads the output killed',
    launch: ({ env, args }) =>
      // The exit code has to be the gate's.
      spawn('bash', ['-o', 'pipefail', '-c', '"$@" | head -n 3', 'bash', process.execPath, ...args], {
        env,
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    expect: ['promote'],
    bundle: false,
  },
  {
    id: 'stopped',
    name: 'the gate itself stopped for 20 s',
    when: deploying,
    strike: (_, child) => {
      child.kill('SIGSTOP');
      setTimeout(() => child.kill('SIGCONT'), 20_000);
    },
    expect: ['inconclusive', 'promote'],
    reason: /Deployment\/web|answer/,
  },
  {
    id: 'port',
    name: 'port taken',
    ownCluster: true,
    before: async (stand) => {
      stand.server = createServer().listen(0, '127.0.0.1');
      await new Promise((resolve) => stand.server.once('listening', resolve));
    },
    args: (stand) => ['--cluster-host-port', String(stand.server.address().port)],
    after: (stand) => stand.server.close(),
    expect: inconclusive,
    reason: /port \d+/,
    bundle: false,
    seconds: 20,
  },
  {
    id: 'exists',
    name: 'a kind cluster of that name exists',
    ownCluster: true,
    args: (stand) => ['--cluster-name', stand.name],
    expect: inconclusive,
    reason: /sgf-\d+.*exists/,
    bundle: false,
    seconds: 20,
  },
  {
    id: 'lock',
    name: "stale lock on the user's kubeconfig, and a cluster of our own",
    ownCluster: true,
    env: (_, state) => {
      const home = path.join(state, 'tmp', 'home');
      mkdirSync(path.join(home, '.kube'), { recursive: true });
      writeFileSync(path.join(home, '.kube', 'config.lock'), '');
      chmodSync(path.join(home, '.kube'), 0o500);
      return { HOME: home };
    },
    after: (_, state) => remove(path.join(state, 'tmp', 'home')),
    expect: ['promote'],
    seconds: 180,
  },
];
