// Bundles the example's application into one file and builds its image. No network: the base image has to be here.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const ncc = createRequire(import.meta.url)('@vercel/ncc');
const shop = path.resolve('examples/session-shop');
const image = process.argv[2] ?? 'session-shop:1.0.0';

const { code } = await ncc(path.join(shop, 'app/server.mjs'), { cache: false, quiet: true, esm: true });
rmSync(path.join(shop, 'dist'), { recursive: true, force: true });
mkdirSync(path.join(shop, 'dist'), { recursive: true });
writeFileSync(path.join(shop, 'dist/index.js'), code);
writeFileSync(path.join(shop, 'dist/package.json'), '{"type":"module"}\n');
// The classic builder needs no plug-in and takes the base image from the local engine.
execFileSync('docker', ['build', '--quiet', '--tag', image, shop], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, DOCKER_BUILDKIT: '0' },
});
