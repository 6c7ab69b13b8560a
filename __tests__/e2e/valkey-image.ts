import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { find, valkeyServer } from '../integration/redis/servers.js';

/** Another product in a Redis image's place: nothing of Redis is left in it, as in Valkey's own image. */
const dockerfile = (base: string) => `FROM ${base}
USER root
RUN rm -f /usr/bin/redis-* /usr/local/bin/redis-*
COPY valkey-server valkey-cli /usr/local/bin/
`;

/**
 * An image of the Valkey of this machine, on a base that has the same libraries; undefined where there is none, or where
 * it does not run on that base.
 */
export function valkeyImage(base: string): { readonly name: string; remove(): void } | undefined {
  const client = find('valkey-cli');
  if (valkeyServer === undefined || client === undefined) return undefined;
  const name = `scale-gate-test/valkey:${process.pid}`;
  const folder = mkdtempSync(path.join(tmpdir(), 'valkey-image-'));
  const remove = () => void docker('image', 'rm', name);
  try {
    copyFileSync(realpathSync(valkeyServer), path.join(folder, 'valkey-server'));
    copyFileSync(realpathSync(client), path.join(folder, 'valkey-cli'));
    writeFileSync(path.join(folder, 'Dockerfile'), dockerfile(base));
    docker('build', '--quiet', '--tag', name, folder);
    if (runs(name)) return { name, remove };
    remove();
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runs(name: string): boolean {
  try {
    docker('run', '--rm', '--network', 'none', '--entrypoint', 'valkey-server', name, '--version');
    return true;
  } catch {
    return false;
  }
}

function docker(...args: string[]): string {
  return execFileSync('docker', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 120_000 });
}
