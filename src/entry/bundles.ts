import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Programs that run elsewhere than in this process: in a thread, in a pod. Each is a bundle of its own. */
export type Bundle = 'load-worker' | 'probe';

/** File of another bundle: beside this one in dist/, or in dist/ when this is the library. Joined by hand, because a bundler takes `new URL(…, import.meta.url)` for an asset. */
export function bundleFile(name: Bundle): URL {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const [beside, built] = [
    path.join(here, '..', name, 'index.js'),
    path.join(here, '..', '..', 'dist', name, 'index.js'),
  ];
  return pathToFileURL(existsSync(beside) ? beside : built);
}
