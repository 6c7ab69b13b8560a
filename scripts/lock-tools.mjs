#!/usr/bin/env node
/**
 * Writes the digests of kind and kubectl into src/adapters/node/tool-table.ts. For maintainers, with network:
 *   node scripts/lock-tools.mjs kind v0.33.0        or        node scripts/lock-tools.mjs kubectl v1.34.2
 * Each binary is downloaded and hashed here; the digest published beside it must say the same. Compare the change with a
 * second source before it is merged.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../src/adapters/node/tool-table.ts', import.meta.url);
const published = { kind: '.sha256sum', kubectl: '.sha256' };
const platforms = ['linux/amd64', 'linux/arm64', 'darwin/amd64', 'darwin/arm64'];

const [tool, version] = process.argv.slice(2);
if (published[tool] === undefined || !/^v\d+\.\d+\.\d+$/.test(version ?? '')) {
  console.error('usage: lock-tools.mjs kind|kubectl vX.Y.Z');
  process.exit(64);
}

const source = readFileSync(file, 'utf8');
const start = source.indexOf(`  ${tool}: {`);
const entry = source.slice(start, source.indexOf('\n  },', start));
const [, host] = /host: '([^']+)'/.exec(entry);
const [, path] = /path: '([^']+)'/.exec(entry);

let updated = entry.replace(/version: '[^']+'/, `version: '${version}'`);
for (const platform of platforms) {
  const [os, arch] = platform.split('/');
  const url = host + path.replaceAll('%v', version).replaceAll('%o', os).replaceAll('%a', arch);
  const digest = createHash('sha256')
    .update(await fetched(url))
    .digest('hex');
  const [said] = (await fetched(url + published[tool])).toString().trim().split(/\s+/);
  if (said !== digest) throw new Error(`${url}: hashed ${digest}, published ${said}`);
  updated = updated.replace(new RegExp(`'${platform}': '[0-9a-f]+'`), `'${platform}': '${digest}'`);
  console.log(`${digest}  ${url}`);
}
writeFileSync(file, source.replace(entry, updated));

async function fetched(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}
