import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';

/** Of sysexits. */
const EX_SOFTWARE = 70;

// V8's code of this program, kept in the user's own folder: the next start need not compile it again. It holds what is
// loaded from here on, so everything else is behind this import. Where the folder cannot be written, nothing is kept.
enableCompileCache(path.join(homedir(), '.cache', 'scale-gate'));
const { commandLine } = await import('./command-line.js');

// A bug of ours shows its stack, and is no verdict: Node's own exit code for it would be that of a reject.
process.exitCode = await commandLine(process.argv).catch((bug: unknown) => {
  console.error(bug);
  return EX_SOFTWARE;
});
