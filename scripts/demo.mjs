// The main job on the example: builds its image, makes a password, runs the gate.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';

const node = (...args) =>
  spawnSync(process.execPath, args, {
    stdio: 'inherit',
    env: { REDIS_PASSWORD: randomBytes(18).toString('base64url'), ...process.env },
  }).status ?? 2;

if (spawnSync('docker', ['version', '--format', '{{.Server.Version}}'], { stdio: 'ignore' }).status !== 0) {
  console.log(`No container engine answers, so there is no cluster to prove anything on.

  what to do   Install Docker Engine (https://docs.docker.com/engine/install/) or Docker Desktop, start it until
               "docker version" shows a server, and run "npm run demo" again. kind is found on the PATH or brought along.

Meanwhile, this is what lint says without one:
`);
  process.exit(node('dist/cli/index.js', 'lint', 'examples/session-shop') === 0 ? 2 : 1);
}
if (node('scripts/demo-image.mjs') !== 0) process.exit(2);
process.exit(node('dist/cli/index.js', 'run', 'examples/session-shop', ...process.argv.slice(2)));
