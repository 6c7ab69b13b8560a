// Replays test vectors of the Kubernetes HPA: npm run vectors -- FILE…
// Plain Node strips the types; the hook below lets './x.js' mean './x.ts', as the compiler does.
import { existsSync, readFileSync } from 'node:fs';
import * as modules from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

if (modules.registerHooks === undefined) {
  console.error(`Node ${process.versions.node} cannot run TypeScript; Node 24 can.`);
  process.exit(64);
}
modules.registerHooks({
  resolve(specifier, context, next) {
    if (specifier.startsWith('.') && specifier.endsWith('.js') && context.parentURL) {
      const url = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
      if (existsSync(fileURLToPath(url))) return next(url.href, context);
    }
    return next(specifier, context);
  },
});

const { replayAll } = await import('../__tests__/autoscaler/vectors/replay.ts');

function* linesOf(files) {
  for (const file of files) {
    const lines = readFileSync(file, 'utf8').split('\n');
    for (const [index, text] of lines.entries()) yield { text, where: `${path.basename(file)}:${index + 1}` };
  }
}

const files = process.argv.slice(2);
const absent = files.filter((file) => !existsSync(file));
if (absent.length > 0) console.error(`no such file: ${absent.join(', ')}`);
if (files.length === 0 || absent.length > 0) {
  console.error('usage: npm run vectors -- FILE…');
  process.exit(64);
}
const { all, agree, byKind, first } = replayAll(linesOf(files));
for (const line of first) console.log(line);
for (const [kind, tally] of byKind) {
  const syncs = tally.syncs.all > 0 ? `, ${tally.syncs.agree} of ${tally.syncs.all} syncs` : '';
  console.log(`${kind}: ${tally.agree} of ${tally.all}${syncs}`);
}
console.log(`${agree} of ${all} agree`);
process.exitCode = all > 0 && agree === all ? 0 : 1;
