import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';

// V8's code of this program, kept in the user's own folder: the next start need not compile it again. It holds what is
// loaded from here on, so everything else is behind this import. Where the folder cannot be written, nothing is kept.
enableCompileCache(path.join(homedir(), '.cache', 'scale-gate'));
const { commandLine } = await import('./command-line.js');

process.exitCode = await commandLine(process.argv);
