import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Report } from '../../src/domain/report.js';

/** A cluster on which services are tried one after the other. */
export interface Cluster {
  /** Options that lead the gate to it. */
  readonly flags: readonly string[];
  remove(): void;
}

/** What the services are made of; `npm run demo:image` makes the last one. */
const images = ['ghcr.io/stefanprodan/podinfo:6.9.2', 'node:24-slim', 'redis:8', 'session-shop:1.0.0'];

/**
 * A cluster that the gate makes and keeps. Its clocks are those of production: who is led to a cluster that exists cannot
 * know that they were shortened.
 */
export function cluster(cli: string): Cluster {
  execFileSync('docker', ['image', 'inspect', ...images], { stdio: 'ignore' });
  const state = mkdtempSync(path.join(tmpdir(), 'sg-defects-'));
  const env = { ...process.env, GITHUB_RUN_ID: '', XDG_STATE_HOME: state, RUNNER_TEMP: state, NO_COLOR: '1' };
  const flags = ['--cluster-keep', '--cluster-strict', '--cluster-images', images.join(',')];
  const reports = ['--reports-folder', path.relative('examples/podinfo', path.join(state, 'reports'))];
  const made = spawnSync(process.execPath, [cli, 'provision', 'examples/podinfo', ...flags, ...reports], { env });
  const run = /scale-gate cleanup (\S+)/.exec(made.stdout.toString())?.[1];
  const remove = (): void => {
    if (run !== undefined) spawnSync(process.execPath, [cli, 'cleanup', run], { env, stdio: 'inherit' });
    rmSync(state, { recursive: true, force: true });
  };
  const [kubeconfig] = globSync(path.join(state, '**/kubeconfig'));
  if (made.status !== 0 || kubeconfig === undefined) {
    remove();
    throw new Error(`no cluster: ${made.stdout}${made.stderr}`);
  }
  const report = JSON.parse(readFileSync(path.join(state, 'reports/report.json'), 'utf8')) as Report;
  const ingress = /http:\/\/127\.0\.0\.1:\d+/.exec(JSON.stringify(report.stages))?.[0] ?? '';
  return {
    flags: ['--cluster-mode', 'existing', '--cluster-kubeconfig', kubeconfig, '--cluster-ingress', ingress],
    remove,
  };
}
