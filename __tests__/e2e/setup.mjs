import { execFileSync } from 'node:child_process';

/** The example's image, which several suites deploy. */
export default function buildExample() {
  execFileSync(process.execPath, ['scripts/demo-image.mjs'], { stdio: 'inherit' });
}
