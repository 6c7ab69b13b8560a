import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { startGate } from './gate.js';

/** A kind cluster that several runs take as it is, one after the other. */
export interface StandingCluster {
  /** Flags with which a run takes it. */
  readonly flags: readonly string[];
  kubectl(...args: string[]): string;
  remove(): void;
}

/** Makes one as a user would: `scale-gate provision`, kept. */
export async function standingCluster(folder: string): Promise<StandingCluster> {
  const making = startGate(['provision', folder, '--cluster-keep', 'true']);
  const { code, output, run } = await making.finished;
  const kubeconfig = path.join(making.state, 'scale-gate', run ?? '', 'kubeconfig');
  const remove = (): void => {
    const env = { ...process.env, XDG_STATE_HOME: making.state, RUNNER_TEMP: making.state };
    execFileSync(process.execPath, ['dist/cli/index.js', 'cleanup', run ?? ''], { env });
    rmSync(making.state, { recursive: true, force: true });
  };
  if (code !== 0 || run === undefined || !existsSync(kubeconfig)) {
    remove();
    throw new Error(`no cluster: ${output.slice(-2000)}`);
  }
  const port = execFileSync('docker', ['port', `${run}-control-plane`, '30080'], { encoding: 'utf8' }).trim();
  return {
    flags: ['--cluster-mode', 'existing', '--cluster-kubeconfig', kubeconfig, '--cluster-ingress', `http://${port}`],
    kubectl: (...args) => execFileSync('kubectl', ['--kubeconfig', kubeconfig, ...args], { encoding: 'utf8' }),
    remove,
  };
}
