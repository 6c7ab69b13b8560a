// Builds lib/ (the library, by tsc) and dist/ (one bundle a door, by ncc). Deterministic: the same sources give the same bytes.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const ncc = require('@vercel/ncc');
const entries = {
  cli: 'entry/cli/main.js',
  action: 'entry/action/index.js',
  'load-worker': 'adapters/http/thread.js',
  probe: 'entry/probe/main.js',
};

const generatedApi = `const absent = () => {
  throw new Error('the generated API of the Kubernetes client is not part of this bundle');
};
export const createConfiguration = absent;
export class ServerConfiguration {
  constructor() {
    absent();
  }
}
`;

rmSync('lib', { recursive: true, force: true });
execFileSync(process.execPath, [path.join(path.dirname(require.resolve('typescript/package.json')), 'bin/tsc')], {
  stdio: 'inherit',
});
rmSync('dist', { recursive: true, force: true });
for (const [name, file] of Object.entries(entries)) {
  const input = path.resolve('lib', file);
  if (!existsSync(input)) continue;
  const { code, assets } = await ncc(input, {
    // The client's generated API (17 MB, one class a kind) is not used: requests are made by path.
    externals: { './gen/index.js': './generated-api.js' },

    cache: false,
    esm: true,
    minify: name === 'probe',
    quiet: true,
    target: 'es2024',
    license: name === 'cli' ? 'licenses.txt' : '',
  });
  const folder = path.resolve('dist', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'index.js'), code);
  for (const [asset, { source, permissions }] of Object.entries(assets)) {
    const target = path.join(folder, asset);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, source, { mode: permissions });
  }
  if (code.includes('./generated-api.js')) writeFileSync(path.join(folder, 'generated-api.js'), generatedApi);
  console.log(`dist/${name}: ${(code.length / 1024).toFixed(0)} KiB, ${Object.keys(assets).length} more files`);
}
