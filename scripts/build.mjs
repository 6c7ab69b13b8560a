// Builds lib/ (the library, by tsc) and dist/ (one bundle a door, by ncc). Deterministic: the same sources give the same bytes.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const ncc = require('@vercel/ncc');
const entries = {
  cli: 'entry/cli/command-line.js',
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
/** A bundle of CommonJS is loaded by a door of ours, so that the code that V8 makes of it can be kept. */
const isScript = (name) => name === 'cli';

/** Text that is read without decoding. A raw template would show the difference; there is none. */
function ascii(source) {
  return String(source).replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The door, with the digest of what it loads. */
function door(scripts) {
  const digest = createHash('sha256');
  for (const script of scripts) digest.update(script);
  const text = readFileSync('lib/entry/cli/main.js', 'utf8');
  const built = text.replace("'unbuilt'", `'${digest.digest('hex').slice(0, 16)}'`);
  if (built === text) throw new Error('the door of the command line has no place for a digest');
  return built;
}

/** What ncc calls the parts of `command-line.cjs` that are loaded later. */
const chunkEnd = '.command-line.cjs.js';

function bundle(name, input) {
  return ncc(input, {
    // The client's generated API (17 MB, one class a kind) is not used: requests are made by path.
    externals: { './gen/index.js': isScript(name) ? './generated-api.mjs' : './generated-api.js' },
    ...(isScript(name) ? { filename: 'command-line.cjs' } : {}),
    cache: false,
    esm: !isScript(name),
    minify: name === 'probe',
    quiet: true,
    target: 'es2024',
    license: name === 'cli' ? 'licenses.txt' : '',
  });
}

rmSync('dist', { recursive: true, force: true });
for (const [name, file] of Object.entries(entries)) {
  const input = path.resolve('lib', file);
  if (!existsSync(input)) continue;
  const { code, assets } = await bundle(name, input);
  const folder = path.resolve('dist', name);
  const main = isScript(name) ? 'command-line.cjs' : 'index.js';
  const scripts = [];
  for (const [asset, { source, permissions }] of Object.entries({ ...assets, [main]: { source: code } })) {
    const target = path.join(folder, isScript(name) ? asset.replace(chunkEnd, '.cjs') : asset);
    const text = target.endsWith('.cjs') ? ascii(source).replaceAll(chunkEnd, '.cjs') : source;
    if (target.endsWith('.cjs')) scripts.push(text);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text, { mode: permissions });
  }
  if (isScript(name)) {
    writeFileSync(path.join(folder, 'index.js'), door(scripts.sort()));
    writeFileSync(path.join(folder, 'package.json'), '{\n  "type": "module"\n}\n');
    writeFileSync(path.join(folder, 'generated-api.mjs'), generatedApi);
  } else if (code.includes('./generated-api.js')) writeFileSync(path.join(folder, 'generated-api.js'), generatedApi);
  console.log(`dist/${name}: ${(code.length / 1024).toFixed(0)} KiB, ${Object.keys(assets).length} more files`);
}
